import ManifestText

/// From where a host can be reached, as far as its name or number says.
public enum HostReach: Hashable, Sendable {
  /// The machine itself.
  case loopback
  /// A network behind a router, such as 192.168.0.0/16.
  case privateNetwork
  /// The cable or radio that a machine is connected to: 169.254.0.0/16 and fe80::/10.
  case linkLocal
  /// A name that only a local network knows: it ends in `.local`, `.internal` or `.home.arpa`.
  case localName
  /// A name without a dot.
  case singleLabel
  /// From everywhere.
  case everywhere
  /// A variable without a value hides it.
  case unknown

  /// Judges a host as ``WebAddress/host`` has it.
  public init(host: String) {
    let isUnknown = host.holds(byte: 0xEF) && host.unicodeScalars.contains(WebAddress.unknown)
    if !isUnknown, let address = IPAddress(host) {
      self = Self.reach(of: address)
      return
    }
    let labels = HostLabels(host)
    switch labels.last(0) {
    case "localhost", "localdomain": self = .loopback
    case "local", "internal": self = .localName
    case "arpa" where labels.last(1) == "home": self = .localName
    // These names are public and lead to the machine itself.
    case "me" where labels.last(1) == "lvh" || labels.last(1) == "localtest": self = .loopback
    case _ where isUnknown: self = .unknown
    default: self = labels.isSingle && !host.utf8.contains(UInt8(ascii: ":")) ? .singleLabel : .everywhere
    }
  }

  private static func reach(of address: IPAddress) -> HostReach {
    switch address {
    case .version4(let number):
      switch number {
      // 0.0.0.0 leads to the machine itself where it leads anywhere.
      case 0x7F00_0000...0x7FFF_FFFF, 0...0x00FF_FFFF: .loopback
      case 0x0A00_0000...0x0AFF_FFFF, 0xAC10_0000...0xAC1F_FFFF, 0xC0A8_0000...0xC0A8_FFFF, 0x6440_0000...0x647F_FFFF:
        .privateNetwork
      case 0xA9FE_0000...0xA9FE_FFFF: .linkLocal
      default: .everywhere
      }
    case .version6(let groups):
      if groups.dropLast().allSatisfy({ $0 == 0 }), groups[7] <= 1 {
        .loopback
      } else if groups[0] & 0xFE00 == 0xFC00 {
        .privateNetwork
      } else if groups[0] & 0xFFC0 == 0xFE80 {
        .linkLocal
      } else {
        .everywhere
      }
    }
  }
}
