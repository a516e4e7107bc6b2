/// A host that stands for another one until the app is finished.
public enum ProvisionalHost: Hashable, Sendable {
  /// A host of documentation and tests: `example.com`, `acme.test`, 192.0.2.1.
  case example
  /// A tunnel to a developer's machine, or an inbox for requests.
  case tunnel

  /// Judges a host as ``WebAddress/host`` has it; `nil` if it is none of these.
  public init?(host: String) {
    if let address = IPAddress(host) {
      guard Self.isForDocumentation(address) else { return nil }
      self = .example
      return
    }
    let labels = HostLabels(host)
    // The domains have two labels or three.
    if labels.end(2).map(Self.tunnels.contains) == true || labels.end(3).map(Self.tunnels.contains) == true {
      self = .tunnel
    } else if Self.isExample(labels) {
      self = .example
    } else {
      return nil
    }
  }

  private static func isExample(_ labels: HostLabels) -> Bool {
    guard let top = labels.last(0), let second = labels.last(1) else { return false }
    switch top {
    case "example", "test", "invalid": return true
    default: break
    }
    let isSecondLevel = top.utf8.count == 2 && (second == "co" || second == "com" || second == "org" || second == "net")
    switch isSecondLevel ? labels.last(2) : second {
    case "example", "yourdomain", "your-domain": return true
    default: return false
    }
  }

  private static func isForDocumentation(_ address: IPAddress) -> Bool {
    switch address {
    case .version4(let number): [0xC000_0200, 0xC633_6400, 0xCB00_7100].contains(number & 0xFFFF_FF00)
    case .version6(let groups): groups[0] == 0x2001 && groups[1] == 0x0DB8
    }
  }

  /// The domains below which services hand out addresses for a while.
  private static let tunnels: Set<String> = [
    "ngrok.io", "ngrok.app", "ngrok.dev", "ngrok.pizza", "ngrok-free.app", "ngrok-free.dev", "ngrok.com",
    "trycloudflare.com", "localtunnel.me", "localtunnel.com", "loca.lt", "serveo.net", "serveousercontent.com",
    "localhost.run", "lhr.life", "lhr.rocks", "lhrtunnel.link", "pagekite.me", "telebit.io", "telebit.cloud",
    "tunnelto.dev", "bore.pub", "devtunnels.ms", "app.github.dev", "githubpreview.dev", "gitpod.io", "loophole.site",
    "expose.sh", "sharedwithexpose.com", "tunnelmole.net", "tunnelmole.com", "pinggy.link", "pinggy.io", "zrok.io",
    "packetriot.net", "webhook.site", "hookdeck.com", "beeceptor.com", "requestcatcher.com", "smee.io",
  ]
}
