import Foundation
import Testing

/// What the world around does to a run: each fault is said clearly, and nothing is lost.
@Suite struct `Faults` {
  private static let manifest = """
    manifest: 1
    app: {type: private, name: "Acme for cars ", callbackUrl: "https://app.acme.io/callback"} # kept
    oauth: {scopes: [base]}

    """
  /// A manifest that takes a while to lint.
  private static let large =
    "manifest: 1\nx-data:\n" + String(repeating: "  - { name: something, value: 12345, o: [a] }\n", count: 400_000)

  private func folder(_ files: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file, Self.manifest) }
    return folder
  }

  private func text(_ file: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
  }

  @Test func `a full disk leaves the file as it was`() throws {
    let folder = try folder("a.pipedrive.yaml")
    guard try CommandRun(shell: "unshare -m true", in: folder.url).status == 0 else {
      print("skipped: this user may not mount a disk to fill it")
      return
    }
    let line = """
      mkdir disk; mount -t tmpfs -o size=64k tmpfs disk && cp a.pipedrive.yaml disk && \
      { head -c 100000 /dev/zero > disk/rest; "$0" --fix disk/a.pipedrive.yaml > /dev/null; echo $?; \
      cmp a.pipedrive.yaml disk/a.pipedrive.yaml && ls -A disk; }
      """
    let run = try CommandRun(shell: "exec unshare -m sh -c '\(line)' \"$0\"", in: folder.url)
    #expect(run.output == "2\na.pipedrive.yaml\nrest\n")
    #expect(run.trouble.contains("manifestlint: cannot write 'disk/a.pipedrive.yaml': no space left on device\n"))
  }

  @Test(arguments: [
    (">/dev/full", "cannot write to standard output: no space left on device"),
    (">&-", "standard output is closed"),
    ("- <&-", "standard input is closed"),
  ])
  func `a stream that takes or gives nothing`(redirection: String, message: String) throws {
    let folder = try folder("a.pipedrive.yaml")
    let file = redirection.hasPrefix("-") ? "" : "a.pipedrive.yaml"
    let run = try CommandRun(shell: "\"$0\" \(file) \(redirection)", in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble.contains(message))
  }

  @Test func `a reader that goes away does not change the verdict`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", "manifest: 1\n" + (0..<3000).map { "key\($0): 1\n" }.joined())
    let run = try CommandRun(shell: "{ \"$0\" a.pipedrive.yaml; echo $? >&2; } | head -1 >/dev/null", in: folder.url)
    #expect(run.trouble == "1\n")
  }

  @Test func `links in circles, pipes and devices among good files`() throws {
    let folder = try folder("good.pipedrive.yaml")
    let run = try CommandRun(
      shell: """
        ln -s . self; ln -s b.pipedrive.yaml a.pipedrive.yaml; ln -s a.pipedrive.yaml b.pipedrive.yaml
        mkfifo pipe.pipedrive.yaml; mknod device.pipedrive.yaml c 1 5 2>/dev/null; mkdir folder.pipedrive.yaml
        "$0" --format concise .
        """, in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.contains("good.pipedrive.yaml:2:28:"))
    for name in ["a", "b"] {
      let words = "error[unreadable-file] cannot read the file: too many levels of symbolic links"
      #expect(run.output.contains("\(name).pipedrive.yaml:1:1: \(words)"))
    }
    #expect(!run.output.contains("pipe.pipedrive.yaml") && !run.output.contains("folder.pipedrive.yaml"))
    let named = try CommandRun("a.pipedrive.yaml", in: folder.url)
    #expect(named.status == 2)
    #expect(named.trouble.contains("too many levels of symbolic links"))
  }

  @Test func `names that are not UTF-8`() throws {
    let folder = try folder("a.pipedrive.yaml")
    let run = try CommandRun(
      shell: """
        name=$(printf 'b\\377\\376.pipedrive.yaml'); mv a.pipedrive.yaml "$name"
        "$0" --fix --format concise .; "$0" --format json . | grep -c 'b..\\?.pipedrive.yaml' >/dev/null; ls -A | wc -l
        grep -c 'cars",' "$name"
        """, in: folder.url)
    #expect(run.trouble.contains(#"fixed 1 finding in b\xFF\xFE.pipedrive.yaml"#))
    #expect(run.output.hasSuffix("1\n1\n"))
  }

  @Test func `a path that is longer than the system takes`() throws {
    let folder = try folder("good.pipedrive.yaml")
    let run = try CommandRun(
      shell: """
        python3 -c 'import os; [(os.mkdir("d" * 200), os.chdir("d" * 200)) for _ in range(22)]'
        "$0" --format concise .; echo $?; rm -r ddd*
        """, in: folder.url)
    #expect(run.output.contains("good.pipedrive.yaml:2:28:"))
    #expect(run.output.contains("file name too long"))
    #expect(run.output.hasSuffix("\n2\n"))
  }

  @Test func `a thousand unreadable files among good ones`() throws {
    let folder = try folder("files/good.pipedrive.yaml")
    let run = try CommandRun(
      shell: """
        chmod 755 . files; cp "$0" ./command
        for i in $(seq 1000); do echo 'manifest: 1' > files/$i.pipedrive.yaml; chmod 000 files/$i.pipedrive.yaml; done
        user=; if [ "$(id -u)" = 0 ]; then user='setpriv --reuid=65534 --regid=65534 --clear-groups'; fi
        $user ./command --format concise files
        """, in: folder.url,
      environment: ["LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? ""])
    #expect(run.status == 2)
    #expect(run.output.contains("files/good.pipedrive.yaml:2:28:"))
    #expect(run.output.contains("in 1001 files"))
    #expect(run.trouble.split(separator: "\n").count == 1000)
  }

  @Test func `no environment at all`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.manifest.replacing("Acme", with: "Ärzte"))
    let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? ""
    let run = try CommandRun(
      shell: "env -i LC_ALL=C LD_LIBRARY_PATH='\(libraries)' \"$0\" --format concise --level info .", in: folder.url)
    #expect(run.output.contains("a.pipedrive.yaml:2:28:"))
    #expect(run.status < 2)
  }

  @Test func `memory that runs out`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.large)
    let run = try CommandRun(shell: "ulimit -v 250000; \"$0\" --fix a.pipedrive.yaml", in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble.hasSuffix("manifestlint: out of memory; what was not reported is not checked\n"))
    #expect(try text("a.pipedrive.yaml", in: folder) == Self.large)
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func `a signal ends the run`(signal: String, status: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.large)
    // A background process of a plain shell ignores interrupts, so it is Python that starts the command. Once the
    // reports have been begun there is something to leave behind.
    let script = """
      import os, signal, subprocess, sys
      reports = ["--report", "sarif=a.sarif", "--report", "html=a.html"]
      run = subprocess.Popen([sys.argv[1], *reports, "a.pipedrive.yaml"], stdout=subprocess.DEVNULL)
      while len(os.listdir()) < 3 and run.poll() is None: os.sched_yield()
      run.send_signal(signal.SIG\(signal))
      status = run.wait()
      sys.exit(128 - status if status < 0 else status)
      """
    let run = try CommandRun(shell: "python3 -c '\(script)' \"$0\"", in: folder.url)
    #expect(run.status == status)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.pipedrive.yaml"])
  }

  @Test func `a crash is said in one line, and shows nothing of what was in memory`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", "x-secret: hunter2hunter2\n" + Self.large)
    let run = try CommandRun(
      shell: "\"$0\" a.pipedrive.yaml & sleep 0.2; kill -SEGV $!; wait $!", in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble == "manifestlint: internal error: it crashed; what was not reported is not checked\n")
    #expect(!run.output.contains("hunter2"))
  }
}
