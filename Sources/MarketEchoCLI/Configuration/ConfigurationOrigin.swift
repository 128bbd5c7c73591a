/// Where a value of the configuration came from.
enum ConfigurationOrigin: Sendable, Equatable {
    /// The program.
    case standard
    /// A line of the file.
    case file(path: String, line: Int)
    /// An environment variable.
    case environment(String)
    /// A command-line option.
    case option(String)

    /// The origin in words, for messages.
    var description: String {
        switch self {
        case .standard: "standard value"
        case .file(let path, let line): "\(path):\(line)"
        case .environment(let variable): variable
        case .option(let option): option
        }
    }
}
