/// A place in Pipedrive where an extension can appear.
public enum View: String, CaseIterable, Hashable, Sendable {
  case activitiesList = "activities-list"
  case dealDetails = "deal-details"
  case dealsList = "deals-list"
  case personDetails = "person-details"
  case peopleList = "people-list"
  case organizationDetails = "organization-details"
  case organizationsList = "organizations-list"

  /// Whether it shows one thing in detail; panels stand only there.
  public var isDetailView: Bool {
    switch self {
    case .dealDetails, .personDetails, .organizationDetails: true
    case .activitiesList, .dealsList, .peopleList, .organizationsList: false
    }
  }

  /// Its name in a sentence: `deal details`.
  public var label: String {
    rawValue.split(separator: "-").joined(separator: " ")
  }
}
