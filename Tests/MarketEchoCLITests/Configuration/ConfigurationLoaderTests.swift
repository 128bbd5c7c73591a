import Outcomes
import Pipeline
import Testing

@testable import MarketEchoCLI

@Suite
struct ConfigurationLoaderTests {
    private func load(
        options: [String: String] = [:],
        environment: [String: String] = [:],
        yaml: String? = nil
    ) throws -> LoadedConfiguration {
        var loader = ConfigurationLoader(options: options, environment: environment)
        if let yaml { loader.file = try ConfigurationFile(yaml: yaml, path: "market-echo.yaml") }
        return try loader.load()
    }

    @Test
    func nothingSetGivesStandardValues() throws {
        let loaded = try load()
        #expect(loaded.values == MarketEchoConfiguration())
        #expect(loaded.origins.isEmpty)
    }

    @Test(arguments: [
        ([String: String](), [String: String](), "benchmark: FILE", "FILE"),
        ([:], ["MARKET_ECHO_BENCHMARK": "VARIABLE"], "benchmark: FILE", "VARIABLE"),
        (["benchmark": "OPTION"], ["MARKET_ECHO_BENCHMARK": "VARIABLE"], "benchmark: FILE", "OPTION"),
        (["benchmark": "OPTION"], [:], "benchmark: FILE", "OPTION"),
        ([:], ["MARKET_ECHO_BENCHMARK": ""], "benchmark: FILE", "FILE"),
        ([:], [:], "log: {level: info}", "SPY"),
    ])
    func optionsBeforeEnvironmentBeforeFileBeforeStandard(
        options: [String: String],
        environment: [String: String],
        yaml: String,
        expected: String
    ) throws {
        let loaded = try load(options: options, environment: environment, yaml: yaml)
        #expect(loaded.values.engine.benchmark == expected)
    }

    @Test
    func originsSayWhereAValueCameFrom() throws {
        let loaded = try load(
            options: ["database.path": "x.sqlite"],
            environment: ["MARKET_ECHO_TRAINING_SEED": "7"],
            yaml: "labels:\n  history_sessions: 300\n  minimum_history: 100\n"
        )
        #expect(
            loaded.origins == [
                "database.path": .option("--database"),
                "training.seed": .environment("MARKET_ECHO_TRAINING_SEED"),
                "labels.history_sessions": .file(path: "market-echo.yaml", line: 2),
                "labels.minimum_history": .file(path: "market-echo.yaml", line: 3),
            ]
        )
        #expect(loaded.values.engine.seed == 7)
        #expect(loaded.values.engine.outcomeRules.historySessions == 300)
    }

    @Test(arguments: [
        (
            "labels:\n  neutral_band: wide",
            "market-echo.yaml:2: labels.neutral_band is 'wide'; accepted is a number from 0 to 0.1"
        ),
        (
            "labels:\n  neutral_band: 0.2",
            "market-echo.yaml:2: labels.neutral_band is '0.2'; accepted is a number from 0 to 0.1"
        ),
        (
            "labels: {neutral_band: .nan}",
            "market-echo.yaml:1: labels.neutral_band is '.nan'; accepted is a number from 0 to 0.1"
        ),
        (
            "training:\n\n  threads: 2.5",
            "market-echo.yaml:3: training.threads is '2.5'; accepted is a whole number from 1 to 64"
        ),
        (
            "labels.day_precision: noon",
            "market-echo.yaml:1: labels.day_precision is 'noon'; accepted is before_open or after_close"
        ),
        ("log: {format: xml}", "market-echo.yaml:1: log.format is 'xml'; accepted is text or json"),
        (
            "database: {path: \"\"}",
            "market-echo.yaml:1: database.path is ''; accepted is the path of an SQLite file"
        ),
        (
            "labels: {minimum_history: 251}",
            "market-echo.yaml:1: labels.minimum_history is '251'; accepted is at most labels.history_sessions, which is 250"
        ),
        ("benchmark: [SPY]", "market-echo.yaml:1: benchmark must have a single value"),
        ("- benchmark", "market-echo.yaml:1: the file must have a single value"),
        ("benchmark", "market-echo.yaml:1: the file must consist of 'key: value' lines"),
        (
            "labels:\n  neutral_bnad: 0.01",
            "market-echo.yaml:2: unknown key 'labels.neutral_bnad'; did you mean 'labels.neutral_band'?"
        ),
        (
            "log: {level: info}\nlables:\n  neutral_band:",
            "market-echo.yaml:3: unknown key 'lables.neutral_band'; did you mean 'labels.neutral_band'?"
        ),
    ])
    func badFilesNameLineKeyValueAndWhatIsAccepted(yaml: String, message: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try load(yaml: yaml) }
        #expect(error?.description == message)
    }

    @Test
    func aKeyThatResemblesNoneListsAll() throws {
        let error = #expect(throws: ConfigurationError.self) { try load(yaml: "colour: blue") }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("market-echo.yaml:1: unknown key 'colour'; accepted are "))
        for key in ConfigurationKey.all { #expect(text.contains(key.name)) }
    }

    @Test(arguments: ["", "# nothing\n", "labels:\n", "rules:\n  path:\n", "rules: {path: ~}", "---\n"])
    func filesWithoutValuesSetNothing(yaml: String) throws {
        #expect(try load(yaml: yaml).values == MarketEchoConfiguration())
    }

    @Test(arguments: ["a: b: c", "a: [", "benchmark: SPY\nbenchmark: QQQ", "\tbenchmark: x"])
    func filesThatAreNotYAMLAreRefused(yaml: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try load(yaml: yaml) }
        #expect(error?.description.hasPrefix("market-echo.yaml:") ?? false)
    }

    @Test
    func aFileThatIsNotThereIsNamed() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try ConfigurationFile(path: "/nowhere/x.yaml")
        }
        #expect(
            error?.description
                == "cannot read the configuration file /nowhere/x.yaml: there is no such file"
        )
    }

    @Test
    func badVariablesAndOptionsAreNamed() throws {
        let fromVariable = #expect(throws: ConfigurationError.self) {
            try load(environment: ["MARKET_ECHO_EVALUATION_RESAMPLES": "50"])
        }
        #expect(
            fromVariable?.description
                == "MARKET_ECHO_EVALUATION_RESAMPLES: evaluation.resamples is '50'; accepted is a whole number "
                + "from 100 to 100,000"
        )
        let fromOption = #expect(throws: ConfigurationError.self) { try load(options: ["benchmark": "a b"]) }
        #expect(fromOption?.description.hasPrefix("--benchmark: benchmark is 'a b'; accepted is ") ?? false)
    }

    @Test
    func variablesWithoutAKeyAreReported() throws {
        let loaded = try load(environment: [
            "MARKET_ECHO_BENCHMARKS": "x", "HOME": "/", "MARKET_ECHO_BENCHMARK": "Q",
        ])
        #expect(loaded.unknownVariables == ["MARKET_ECHO_BENCHMARKS"])
    }

    @Test
    func aSecretIsNeverShown() throws {
        let key = ConfigurationKey.text(
            "server.token",
            \.database.path,
            accepted: "20 characters",
            meaning: "A secret.",
            isSecret: true,
            allows: { $0.count == 20 }
        )
        let loader = ConfigurationLoader(keys: [key], environment: ["MARKET_ECHO_SERVER_TOKEN": "s3cret"])
        let error = #expect(throws: ConfigurationError.self) { try loader.load() }
        #expect(
            error?.description
                == "MARKET_ECHO_SERVER_TOKEN: server.token is '***'; accepted is 20 characters"
        )
    }
}
