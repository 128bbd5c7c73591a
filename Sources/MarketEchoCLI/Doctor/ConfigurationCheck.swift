/// Looks at where the configuration comes from.
enum ConfigurationCheck {
    static func findings(_ loaded: LoadedConfiguration) -> [Finding] {
        var findings = [Finding.fine("configuration", summary(loaded))]
        for variable in loaded.unknownVariables {
            let known = ConfigurationKey.all.map(\.environmentVariable)
            let hint = ClosestName.find(variable, among: known).map { "did you mean \($0)?" }
            findings.append(
                .advice(
                    "configuration",
                    "\(variable) is set but is no key of the configuration; \(hint ?? "it has no effect.")"
                )
            )
        }
        return findings
    }

    private static func summary(_ loaded: LoadedConfiguration) -> String {
        let fromFile = loaded.origins.values.count { if case .file = $0 { true } else { false } }
        let fromEnvironment = loaded.origins.values.count {
            if case .environment = $0 { true } else { false }
        }
        var parts: [String] = []
        if let file = loaded.file { parts.append("\(Words.count(fromFile, "key")) from \(file)") }
        if fromEnvironment > 0 { parts.append("\(Words.count(fromEnvironment, "key")) from the environment") }
        return parts.isEmpty ? "standard values, no configuration file" : parts.joined(separator: ", ")
    }
}
