// swift-tools-version: 6.2

// Sections are sorted by layer, from the text up to the executable. A target may import what its arrow names and
// nothing else: `.ci/run` builds with `--explicit-target-dependency-import-check error`.

import PackageDescription

/// Set in CI only: a hook builds this package with whatever toolchain its user has, and a new compiler's warning must
/// not break a commit.
let isCheckedStrictly = Context.environment["MANIFESTLINT_WARNINGS_AS_ERRORS"] == "1"

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
  ] + (isCheckedStrictly ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "manifestlint",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "manifestlint", targets: ["ManifestCommand"]),
    .library(name: "JSONSchema", targets: ["JSONSchema", "ManifestSyntax", "ManifestText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // MARK: - ManifestText

    .target(name: "ManifestText"),
    .testTarget(name: "ManifestTextTests", dependencies: ["ManifestTestSupport", "ManifestText"]),

    // MARK: - ManifestFiles

    .target(name: "ManifestFiles", dependencies: ["ManifestText"]),
    .testTarget(name: "ManifestFilesTests", dependencies: ["ManifestFiles", "ManifestTestSupport", "ManifestText"]),

    // MARK: - ManifestSyntax

    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "ManifestSyntax", dependencies: ["CLibYAML", "ManifestText"]),
    .testTarget(name: "ManifestSyntaxTests", dependencies: ["ManifestSyntax", "ManifestTestSupport", "ManifestText"]),

    // MARK: - JSONSchema

    .target(name: "CMetaSchemas", exclude: ["MetaSchemas"]),
    .target(name: "JSONSchema", dependencies: ["CMetaSchemas", "ManifestSyntax", "ManifestText"]),
    .testTarget(
      name: "JSONSchemaTests",
      dependencies: ["JSONSchema", "ManifestSyntax", "ManifestTestSupport", "ManifestText"]),

    // MARK: - ManifestModel

    .target(name: "ManifestModel", dependencies: ["ManifestSyntax", "ManifestText"]),
    .testTarget(name: "ManifestModelTests", dependencies: ["ManifestModel", "ManifestSyntax", "ManifestText"]),

    // MARK: - ManifestSchemas

    .target(name: "CSchemas", exclude: ["Bare"]),
    .target(name: "ManifestSchemas", dependencies: ["CSchemas"]),
    .testTarget(
      name: "ManifestSchemasTests",
      dependencies: ["JSONSchema", "ManifestModel", "ManifestSchemas", "ManifestSyntax", "ManifestText"]),

    // MARK: - ManifestLint

    .target(name: "ManifestLint", dependencies: ["JSONSchema", "ManifestModel", "ManifestSyntax", "ManifestText"]),
    .testTarget(name: "ManifestLintTests", dependencies: ["ManifestLint", "ManifestTestSupport"]),

    // MARK: - ManifestRules

    .target(name: "ManifestRules", dependencies: ["ManifestLint"]),
    .testTarget(name: "ManifestRulesTests", dependencies: ["ManifestLint", "ManifestRules", "ManifestTestSupport"]),

    // MARK: - ManifestConfiguration

    .target(
      name: "ManifestConfiguration", dependencies: ["JSONSchema", "ManifestFiles", "ManifestLint", "ManifestText"]),
    .testTarget(
      name: "ManifestConfigurationTests",
      dependencies: [
        "ManifestConfiguration", "ManifestFiles", "ManifestLint", "ManifestRules", "ManifestSchemas",
        "ManifestTestSupport",
      ]),

    // MARK: - ManifestReport

    .target(name: "ManifestReport", dependencies: ["ManifestText"]),
    .testTarget(
      name: "ManifestReportTests",
      dependencies: ["ManifestReport", "ManifestTestSupport", "ManifestText"]),

    // MARK: - ManifestFormReport

    .target(
      name: "ManifestFormReport", dependencies: ["ManifestModel", "ManifestReport", "ManifestSyntax", "ManifestText"]),
    .testTarget(
      name: "ManifestFormReportTests",
      dependencies: [
        "ManifestFormReport", "ManifestModel", "ManifestReport", "ManifestSchemas", "ManifestSyntax",
        "ManifestTestSupport", "ManifestText",
      ]),

    // MARK: - ManifestLanguageServer

    .target(name: "ManifestLanguageServer", dependencies: ["ManifestLint"]),
    .testTarget(
      name: "ManifestLanguageServerTests",
      dependencies: [
        "ManifestCommand", "ManifestFiles", "ManifestLanguageServer", "ManifestLint", "ManifestRules",
        "ManifestTestSupport",
      ]),

    // MARK: - ManifestCommand

    .executableTarget(
      name: "ManifestCommand",
      dependencies: [
        "JSONSchema", "ManifestConfiguration", "ManifestFiles", "ManifestFormReport", "ManifestLanguageServer",
        "ManifestLint",
        "ManifestReport", "ManifestRules", "ManifestSchemas",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "JSONSchema", "ManifestCommand", "ManifestSyntax", "ManifestTestSupport", "ManifestText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: - Test support

    .target(
      name: "ManifestTestSupport",
      dependencies: ["ManifestLint", "ManifestSchemas", "ManifestText"],
      path: "Tests/ManifestTestSupport"),

    // MARK: - Fuzzing

    .target(
      name: "FuzzTargets",
      dependencies: [
        "JSONSchema", "ManifestConfiguration", "ManifestFiles", "ManifestLanguageServer", "ManifestLint",
        "ManifestRules",
        "ManifestSchemas", "ManifestSyntax", "ManifestText",
      ],
      path: "Tests/FuzzTargets"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], exclude: ["Inputs"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x)

// `make fuzz` builds this, with libFuzzer's own `main`.
if Context.environment["MANIFESTLINT_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(name: "Fuzzer", dependencies: ["FuzzTargets"], path: "Tests/Fuzzer"))
}

for target in package.targets where target.type != .system && !["CMetaSchemas", "CSchemas"].contains(target.name) {
  // Tests reach into processes and files on purpose; the word `unsafe` is an audit of what ships.
  let isShipped = target.type != .test && target.name != "Fuzzer"
  target.swiftSettings = settings + (isShipped ? [.strictMemorySafety()] : [])
  if isShipped, isCheckedStrictly, target.path?.hasPrefix("Tests/") != true {
    // The standard library's regular expressions would be a quarter of the binary: see StringProtocol+places.swift.
    target.swiftSettings?.append(
      .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"]))
  }
}
