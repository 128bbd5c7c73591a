import Configuration
import Outcomes
import Pipeline
import Web

/// A configuration with the origin of each value that somebody set.
struct LoadedConfiguration: Sendable {
    /// The values.
    var values = MarketEchoConfiguration()
    /// Origins by key; keys with their standard value are absent.
    var origins: [String: ConfigurationOrigin] = [:]
    /// The file that was read, if one was.
    var file: String?
    /// Environment variables with the program's prefix that no key belongs to.
    var unknownVariables: [String] = []
}

/// Reads the configuration: options before environment before file before standard values.
struct ConfigurationLoader {
    /// What every environment variable of the program begins with.
    static let environmentPrefix = "MARKET_ECHO_"

    /// The keys that exist.
    var keys = ConfigurationKey.all
    /// Values of command-line options by key.
    var options: [String: String] = [:]
    /// The environment.
    var environment: [String: String] = [:]
    /// The file, if there is one.
    var file: ConfigurationFile?

    /// Reads every key.
    func load() throws(ConfigurationError) -> LoadedConfiguration {
        try refuseUnknownKeys()
        var result = LoadedConfiguration(file: file?.path, unknownVariables: unknownVariables)
        let recorder = OriginRecorder()
        let reader = ConfigReader(providers: providers, accessReporter: recorder)
        for key in keys {
            guard let text = reader.string(forKey: ConfigKey(key.name), isSecret: key.isSecret) else {
                continue
            }
            let origin = origin(of: key, provider: recorder.provider)
            guard key.apply(text, &result.values) else {
                throw .badValue(
                    key: key.name,
                    value: key.isSecret ? "***" : text,
                    origin: origin,
                    accepted: key.accepted
                )
            }
            result.origins[key.name] = origin
        }
        try checkTogether(result)
        return result
    }

    // MARK: Sources

    private enum Source: String {
        case options
        case environment
        case file
    }

    private var providers: [any ConfigProvider] {
        // Compose files and shells often pass on variables without a value: they set nothing.
        let variables = environment.filter { $0.key.hasPrefix(Self.environmentPrefix) && !$0.value.isEmpty }
        return [
            provider(.options, options),
            EnvironmentVariablesProvider(environmentVariables: variables).prefixKeys(with: ["market-echo"]),
            provider(.file, file?.entries.mapValues(\.text) ?? [:]),
        ]
    }

    private func provider(_ source: Source, _ values: [String: String]) -> InMemoryProvider {
        var entries: [AbsoluteConfigKey: ConfigValue] = [:]
        for (name, text) in values {
            let key = AbsoluteConfigKey(ConfigKey(name).components)
            entries[key] = ConfigValue(.string(text), isSecret: false)
        }
        return InMemoryProvider(name: source.rawValue, values: entries)
    }

    private func origin(of key: ConfigurationKey, provider: String?) -> ConfigurationOrigin {
        let sources: [Source] = [.options, .file]
        switch sources.first(where: { provider?.contains("[\($0.rawValue)]") ?? false }) {
        case .options: return .option(key.option ?? key.name)
        case .file: return .file(path: file?.path ?? "", line: file?.entries[key.name]?.line ?? 1)
        default: return .environment(key.environmentVariable)
        }
    }

    // MARK: Checks

    private var unknownVariables: [String] {
        let known = Set(keys.map(\.environmentVariable))
        return environment.keys.filter { $0.hasPrefix(Self.environmentPrefix) && !known.contains($0) }
            .sorted()
    }

    private func refuseUnknownKeys() throws(ConfigurationError) {
        guard let file else { return }
        let unknown = file.entries.filter { entry in !keys.contains { $0.name == entry.key } }
        guard let first = unknown.min(by: { $0.value.line < $1.value.line }) else { return }
        throw .unknownKey(
            first.key,
            path: file.path,
            line: first.value.line,
            closest: ConfigurationKey.closest(to: first.key)
        )
    }

    private func checkTogether(_ loaded: LoadedConfiguration) throws(ConfigurationError) {
        let model = loaded.values.server.languageModel
        guard model.baseURL.isEmpty || !model.model.isEmpty else {
            throw .badValue(
                key: "language_model.model",
                value: "",
                origin: loaded.origins["language_model.model"] ?? .standard,
                accepted: "a name, since language_model.base_url is set"
            )
        }
        let rules = loaded.values.engine.outcomeRules
        guard rules.minimumHistory > rules.historySessions else { return }
        let name = "labels.minimum_history"
        throw .badValue(
            key: name,
            value: "\(rules.minimumHistory)",
            origin: loaded.origins[name] ?? .standard,
            accepted: "at most labels.history_sessions, which is \(rules.historySessions)"
        )
    }
}
