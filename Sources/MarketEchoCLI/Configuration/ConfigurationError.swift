/// A configuration that cannot be used.
enum ConfigurationError: Error, Equatable, CustomStringConvertible {
    /// The file that was named is not there or cannot be read.
    case unreadableFile(path: String, reason: String)
    /// The file is not YAML, or not a mapping of keys to single values.
    case malformedFile(path: String, line: Int?, problem: String)
    /// The file has a key that does not exist.
    case unknownKey(String, path: String, line: Int, closest: String?)
    /// A value is of the wrong type, or outside its range.
    case badValue(key: String, value: String, origin: ConfigurationOrigin, accepted: String)

    /// One line that names the thing, the value and what is accepted.
    var description: String {
        switch self {
        case .unreadableFile(let path, let reason):
            return "cannot read the configuration file \(path): \(reason)"
        case .malformedFile(let path, let line, let problem):
            return "\(path)\(line.map { ":\($0)" } ?? ""): \(problem)"
        case .unknownKey(let name, let path, let line, let closest):
            let help =
                closest.map { "did you mean '\($0)'?" }
                ?? "accepted are \(Words.list(ConfigurationKey.all.map(\.name)))"
            return "\(path):\(line): unknown key '\(name)'; \(help)"
        case .badValue(let key, let value, let origin, let accepted):
            return "\(origin.description): \(key) is '\(value)'; accepted is \(accepted)"
        }
    }
}
