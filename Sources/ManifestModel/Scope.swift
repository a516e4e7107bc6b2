/// What an app may read or change: the access scopes that were known on the day when the sources were last read.
public enum Scope: String, CaseIterable, Hashable, Sendable {
  case base
  case dealsRead = "deals:read"
  case dealsFull = "deals:full"
  case mailRead = "mail:read"
  case mailFull = "mail:full"
  case activitiesRead = "activities:read"
  case activitiesFull = "activities:full"
  case contactsRead = "contacts:read"
  case contactsFull = "contacts:full"
  case productsRead = "products:read"
  case productsFull = "products:full"
  case dealFieldsFull = "deal-fields:full"
  case productFieldsFull = "product-fields:full"
  case contactFieldsFull = "contact-fields:full"
  case projectFieldsFull = "project-fields:full"
  case usersRead = "users:read"
  case recentsRead = "recents:read"
  case searchRead = "search:read"
  case admin
  case leadsRead = "leads:read"
  case leadsFull = "leads:full"
  case phoneIntegration = "phone-integration"
  case goalsRead = "goals:read"
  case goalsFull = "goals:full"
  case videoCalls = "video-calls"
  case messengersIntegration = "messengers-integration"
  case projectsRead = "projects:read"
  case projectsFull = "projects:full"
  case webhooksRead = "webhooks:read"
  case webhooksFull = "webhooks:full"

  /// Its name in Developer Hub; the one of `project-fields:full`, which no page shows, is made like the others.
  public var label: String {
    switch self {
    case .base: "Access to basic information"
    case .dealsRead: "Deals: Read only"
    case .dealsFull: "Deals: Full access"
    case .mailRead: "Mail: Read only"
    case .mailFull: "Mail: Full access"
    case .activitiesRead: "Activities: Read only"
    case .activitiesFull: "Activities: Full access"
    case .contactsRead: "Contacts: Read only"
    case .contactsFull: "Contacts: Full access"
    case .productsRead: "Products: Read only"
    case .productsFull: "Products: Full access"
    case .dealFieldsFull: "Deal fields: Full access"
    case .productFieldsFull: "Product fields: Full access"
    case .contactFieldsFull: "Contact fields: Full access"
    case .projectFieldsFull: "Project fields: Full access"
    case .usersRead: "Read users data"
    case .recentsRead: "See recent account activity"
    case .searchRead: "Search for all data"
    case .admin: "Administer account"
    case .leadsRead: "Leads: Read only"
    case .leadsFull: "Leads: Full access"
    case .phoneIntegration: "Call logs"
    case .goalsRead: "Goals: Read only"
    case .goalsFull: "Goals: Full access"
    case .videoCalls: "Video calls integration"
    case .messengersIntegration: "Messaging integration"
    case .projectsRead: "Projects: Read only"
    case .projectsFull: "Projects: Full access"
    case .webhooksRead: "Webhooks: Read only"
    case .webhooksFull: "Webhooks: Full access"
    }
  }

  /// The scope that holds this one: `deals:full` for `deals:read`; `nil` if there is none.
  public var including: Scope? {
    rawValue.hasSuffix(":read") ? Scope(rawValue: rawValue.dropLast(5) + ":full") : nil
  }

  /// Whether `admin` covers it, as far as the lists of endpoints of the two tell.
  public var isCoveredByAdmin: Bool {
    switch self {
    case .webhooksRead, .webhooksFull, .dealFieldsFull, .contactFieldsFull: true
    default: false
    }
  }

  /// Whether a text looks like a scope: words of lower-case letters joined by hyphens, at most one colon.
  public static func isWellFormed(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return false }
    return parts.allSatisfy { part in
      part.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      }
    }
  }
}
