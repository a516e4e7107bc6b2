import Foundation

/// How much the laws over made-up documents try.
public enum Thoroughness {
  /// Whether all is asked for that the laws were made for; else what is quick.
  public static let isFull = ProcessInfo.processInfo.environment["THOROUGH"] == "1"

  /// Seeds for a law: all of them, or the first few.
  public static func seeds(_ all: Int, quick: Int) -> ClosedRange<UInt64> { 1...UInt64(isFull ? all : quick) }
}
