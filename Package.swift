// swift-tools-version: 6.1
import PackageDescription

/// Language rules that every target of ours compiles under.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(["-warnings-as-errors"]),
]

/// Numeric rooms are optimised in debug builds too: simulations and bootstraps in the tests need it.
let numeric: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Rooms that touch C pointers spell out each unsafe step.
let memorySafe: [SwiftSetting] = numeric + [.unsafeFlags(["-strict-memory-safety"])]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "market-echo",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "market-echo", targets: ["MarketEchoCLI"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CXGBoost", providers: [.apt(["libxgboost-dev"]), .brew(["xgboost"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    ]
)
