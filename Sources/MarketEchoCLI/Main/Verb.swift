import ArgumentParser

/// A verb of the command line: options, and what to do with them in a session.
protocol Verb: ParsableCommand {
    /// The options that all verbs share.
    var common: CommonOptions { get }

    /// Values of further options that are keys of the configuration, by key.
    var configurationValues: [String: String] { get }

    /// Does the work and prints the result.
    func run(in session: Session) throws -> ExitStatus
}

extension Verb {
    var configurationValues: [String: String] { [:] }
}
