import ArgumentParser
import ManifestFiles

/// What short commands write; linting has a stream of its own.
enum Console {
  /// Writes to standard output.
  static func output(_ bytes: [UInt8]) {
    let stream = OutputStream(.output)
    do {
      try stream.write(bytes)
      try stream.flush()
    } catch {
      fail(error)
    }
  }

  /// Writes to standard output.
  static func output(_ text: String) {
    output(Array(text.utf8))
  }

  /// Writes to standard error; where that is closed too, there is nobody to tell.
  static func trouble(_ text: String) {
    let stream = OutputStream(.error)
    try? stream.write(text)
    try? stream.flush()
  }

  /// Writes what moves a progress bar, then a line; nothing where both are empty.
  static func trouble(_ bytes: [UInt8], _ line: String) {
    if bytes.isEmpty && line.isEmpty { return }
    trouble(String(decoding: bytes, as: UTF8.self) + line)
  }

  /// Ends the program.
  static func exit(_ code: ExitCode) -> Never {
    ProcessEnd.exit(code.rawValue)
  }

  private static func fail(_ error: OutputError) {
    switch error {
    // Whoever read the output has seen enough.
    case .closed: exit(.success)
    case .failed(let message):
      trouble("manifestlint: \(message)\n")
      exit(.trouble)
    }
  }
}
