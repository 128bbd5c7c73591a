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
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

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
        .package(
            url: "https://github.com/hummingbird-project/hummingbird.git",
            from: "2.28.1",
            traits: ["FullFoundation"]
        ),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        // C libraries of the system, and files embedded in the binary.
        .systemLibrary(name: "CXGBoost", providers: [.apt(["libxgboost-dev"]), .brew(["xgboost"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CResources"),
        .target(name: "CMemory"),

        // Text formats and archives.
        .target(name: "JSONText", swiftSettings: numeric),
        .target(name: "Archives", dependencies: ["CZlib"], swiftSettings: memorySafe),

        // Domain rooms: values in, values out.
        .target(name: "Market", swiftSettings: numeric),
        .target(name: "Statistics", swiftSettings: numeric),
        .target(name: "Events", dependencies: ["Market"], swiftSettings: numeric),
        .target(name: "Outcomes", dependencies: ["Market", "Statistics", "Events"], swiftSettings: numeric),
        .target(name: "Features", dependencies: ["Market", "Events", "Outcomes"], swiftSettings: numeric),
        .target(name: "Boosting", dependencies: ["CXGBoost"], swiftSettings: memorySafe),
        .target(
            name: "Models",
            dependencies: ["Market", "Events", "Outcomes", "Features", "Boosting", "Statistics"],
            swiftSettings: numeric
        ),
        .target(
            name: "Scores",
            dependencies: ["CResources", "JSONText", "Market", "Events", yams],
            exclude: ["Rules/default-rules.yaml"],
            swiftSettings: numeric
        ),
        .target(
            name: "Evaluation",
            dependencies: ["JSONText", "Market", "Events", "Outcomes", "Models", "Scores", "Statistics"],
            swiftSettings: numeric
        ),

        // Text for people: markup, pictures, sentences; values in, bytes out.
        .target(name: "Markup", swiftSettings: numeric),
        .target(name: "Charts", dependencies: ["Markup"], swiftSettings: numeric),
        .target(
            name: "RadarQuant",
            dependencies: ["JSONText", "Market", "Events", "Outcomes", "Models", "Scores", "Evaluation"],
            swiftSettings: numeric
        ),

        // Services outside: what is asked and how often (values), and the client that asks.
        .target(name: "Fetching", swiftSettings: numeric),
        .target(
            name: "HTTPFetching",
            dependencies: ["Fetching", httpClient, logging],
            swiftSettings: numeric
        ),

        // Rooms that touch the world.
        .target(
            name: "Storage",
            dependencies: [
                "JSONText", "Market", "Events", "Outcomes", "Models", "Scores", grdb, grdbSQLite,
            ],
            swiftSettings: memorySafe
        ),
        .target(
            name: "Pipeline",
            dependencies: [
                "Archives", "JSONText", "Market", "Statistics", "Events", "Outcomes", "Features", "Boosting",
                "Models", "Scores", "Evaluation", "Storage", "Fetching", crypto, logging,
            ],
            swiftSettings: numeric
        ),
        .target(
            name: "Web",
            dependencies: [
                "CMemory", "CResources", "CZlib", "JSONText", "Markup", "Charts", "RadarQuant", "Market",
                "Statistics",
                "Events",
                "Outcomes", "Features", "Models", "Scores", "Evaluation", "Storage", "Pipeline", crypto,
                logging,
                hummingbird, hummingbirdCore, mustache, httpClient, lifecycle,
            ],
            exclude: ["Static", "Templates", "API/openapi.yaml"],
            swiftSettings: numeric
        ),
        .executableTarget(
            name: "MarketEchoCLI",
            dependencies: [
                "JSONText", "Market", "Statistics", "Events", "Outcomes", "Features", "Boosting", "Models",
                "Scores", "Evaluation", "Storage", "Fetching", "HTTPFetching", "Pipeline", "Web", arguments,
                configuration, logging, yams, lifecycle,
            ],
            swiftSettings: strict
        ),

        // The engine's side of `make bench`.
        .executableTarget(
            name: "MarketEchoBench",
            dependencies: [
                "Market", "Events", "Outcomes", "Features", "Models", "Scores", "Storage", "Pipeline",
                logging,
            ],
            path: "Benchmarks/MarketEchoBench",
            swiftSettings: numeric
        ),

        // Tests.
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
        .target(
            name: "EngineTestSupport",
            dependencies: ["Market", "Statistics", "Events", "Storage", "Pipeline", crypto, logging],
            path: "Tests/EngineSupport",
            swiftSettings: numeric
        ),
        .target(
            name: "LoopbackServices",
            dependencies: ["Fetching", hummingbird, hummingbirdCore, logging],
            path: "Tests/LoopbackServices",
            swiftSettings: numeric
        ),
        .testTarget(
            name: "HTTPFetchingTests",
            dependencies: ["Fetching", "HTTPFetching", "LoopbackServices", "TestSupport", logging],
            swiftSettings: numeric
        ),
        .executableTarget(
            name: "SampleDatabase",
            dependencies: [
                "EngineTestSupport", "Events", "Market", "Models", "Storage", "Pipeline", logging,
            ],
            path: "Tests/SampleDatabase",
            swiftSettings: numeric
        ),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "MarketEchoCLI", "Market", "Events", "Outcomes", "Models", "Scores", "Storage", "Pipeline",
                "Statistics", "Fetching", "HTTPFetching", "LoopbackServices", "EngineTestSupport",
                "TestSupport",
            ],
            swiftSettings: numeric
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "CResources", "JSONText", "Markup", "Charts", "RadarQuant", "Market", "Statistics",
                "Events",
                "Outcomes", "Models", "Scores", "Evaluation", "Storage", "Pipeline", "EngineTestSupport",
                "TestSupport", logging, hummingbird, hummingbirdTesting, yams,
            ],
            swiftSettings: numeric
        ),
        .testTarget(
            name: "MarketEchoCLITests",
            dependencies: [
                "MarketEchoCLI", "JSONText", "Market", "Statistics", "Events", "Outcomes", "Models", "Scores",
                "Evaluation", "Storage", "Pipeline", "TestSupport", arguments, logging,
            ],
            swiftSettings: strict
        ),
    ]
        + testTargets([
            "JSONText": [], "Archives": [], "Market": ["Archives"], "Statistics": [],
            "Events": ["Market", "Archives"], "Outcomes": ["Market", "Events", "Statistics"],
            "Features": ["Market", "Events", "Outcomes"], "Boosting": [],
            "Models": ["Market", "Events", "Outcomes", "Features", "Boosting", "Statistics"],
            "Scores": ["Market", "Events", "Features", "JSONText"],
            "Evaluation": [
                "JSONText", "Market", "Events", "Outcomes", "Models", "Scores", "Statistics",
            ],
            "Markup": [], "Charts": ["Markup"], "Fetching": [],
            "RadarQuant": ["JSONText", "Market", "Events", "Outcomes", "Models", "Scores", "Evaluation"],
            "Storage": ["Market", "Events", "Outcomes", "Models", "Scores", "EngineTestSupport"],
            "Pipeline": [
                "Archives", "JSONText", "Market", "Events", "Outcomes", "Features", "Boosting", "Models",
                "Scores", "Evaluation", "Storage", "Statistics", "Fetching", "EngineTestSupport",
            ],
        ])
)

/// One test target per room, each with the room, the named rooms and the shared support.
func testTargets(_ rooms: KeyValuePairs<String, [String]>) -> [Target] {
    rooms.map { room, others in
        .testTarget(
            name: "\(room)Tests",
            dependencies: (others + [room, "TestSupport"]).map { .byName(name: $0) },
            swiftSettings: numeric
        )
    }
}
