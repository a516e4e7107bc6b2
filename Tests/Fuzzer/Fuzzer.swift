import FuzzTargets
import Glibc

/// The part that is fuzzed, by the environment variable `FUZZ_TARGET`.
private let target: FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("set FUZZ_TARGET to one of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

@_silgen_name("__lsan_disable")
private func disableLeakSanitizer()

@_silgen_name("__lsan_enable")
private func enableLeakSanitizer()

/// Makes what is made once and kept: the leak sanitizer does not see pointers that an enumeration keeps a tag in.
private let isPrepared: Bool = {
  disableLeakSanitizer()
  defer { enableLeakSanitizer() }
  return (try? target.run(Array("manifest: 1\n".utf8))) != nil
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  precondition(isPrepared, "the simplest input breaks something")
  do {
    try target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    fatalError(error.description)
  }
  return 0
}
