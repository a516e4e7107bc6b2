/// How far an app is: what a draft may lack, a live app must have.
public enum Stage: String, CaseIterable, Hashable, Sendable {
  /// Not yet in use by anyone but its developers.
  case draft
  /// In use, in review or approved.
  case live

  /// The stage of an app with that status; `nil` if there is no such status.
  public init?(status: String) {
    switch status {
    case "draft": self = .draft
    case "live", "in-review", "unpublished", "published": self = .live
    default: return nil
    }
  }
}
