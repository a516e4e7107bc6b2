import ManifestLint

/// What the first bytes of a picture say about it.
struct ImageHeader: Hashable, Sendable {
  /// What a picture is written in.
  enum Format: String, Hashable, Sendable {
    case png = "PNG"
    case jpeg = "JPEG"
    case gif = "GIF"
    case webP = "WebP"
    case svg = "SVG"
    case bmp = "BMP"
    case tiff = "TIFF"
    case avif = "AVIF"
    case heic = "HEIC"
    case pdf = "PDF"

    /// Whether Developer Hub takes it.
    var isTaken: Bool { self == .png || self == .jpeg }
  }

  /// What the picture is written in.
  var format: Format
  /// How many pixels it has; `nil` where the bytes end too early, or the format is one that is not taken.
  var size: PixelSize?

  /// Reads the first bytes of a file; `nil` if it is no picture that is known.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self.init(format: .png, size: Self.pngSize(bytes))
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self.init(format: .jpeg, size: Self.jpegSize(bytes))
    } else if let format = Self.otherFormat(bytes) {
      self.init(format: format, size: nil)
    } else {
      return nil
    }
  }

  private init(format: Format, size: PixelSize?) {
    self.format = format
    self.size = size
  }

  /// The first chunk of a PNG holds width and height as four bytes each.
  private static func pngSize(_ bytes: [UInt8]) -> PixelSize? {
    guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    return PixelSize(width: number(bytes[16..<20]), height: number(bytes[20..<24]))
  }

  /// Goes from segment to segment up to the one that begins a frame.
  private static func jpegSize(_ bytes: [UInt8]) -> PixelSize? {
    var index = 2
    while index + 3 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      switch marker {
      case 0xFF:
        // Any number of these may stand before a marker.
        index += 1
      case 0x01, 0xD0...0xD7:
        index += 2
      // Start of frame; C4, C8 and CC are tables and extensions.
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard index + 8 < bytes.count else { return nil }
        return PixelSize(width: number(bytes[index + 7..<index + 9]), height: number(bytes[index + 5..<index + 7]))
      case 0xD9, 0xDA:
        return nil
      default:
        let length = number(bytes[index + 2..<index + 4])
        guard length >= 2 else { return nil }
        index += 2 + length
      }
    }
    return nil
  }

  private static func otherFormat(_ bytes: [UInt8]) -> Format? {
    let first = bytes.prefix(1024)
    if first.starts(with: "GIF8".utf8) { return .gif }
    if first.starts(with: "RIFF".utf8), first.dropFirst(8).starts(with: "WEBP".utf8) { return .webP }
    if first.starts(with: "BM".utf8) { return .bmp }
    if first.starts(with: "II*\0".utf8) || first.starts(with: "MM\0*".utf8) { return .tiff }
    if first.starts(with: "%PDF".utf8) { return .pdf }
    if first.dropFirst(4).starts(with: "ftyp".utf8) {
      let brand = String(decoding: first.dropFirst(8).prefix(4), as: UTF8.self)
      return brand.hasPrefix("avi") ? .avif : ["heic", "heix", "mif1", "hevc"].contains(brand) ? .heic : nil
    }
    return String(decoding: first, as: UTF8.self).lowercased().holds("<svg") ? .svg : nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}

/// A width and a height.
struct PixelSize: Hashable, Sendable, CustomStringConvertible {
  var width: Int
  var height: Int

  var description: String { "\(width)×\(height)" }
}
