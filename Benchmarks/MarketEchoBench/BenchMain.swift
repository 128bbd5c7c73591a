import Foundation

/// The engine's side of `scripts/bench.sh`: measures one part in a warm process, one pass per line of input.
@main
enum BenchMain {
    private static let usage = """
        usage: MarketEchoBench labels|features|score <database>
               MarketEchoBench dump|trees <database> <folder>
        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        guard arguments.count >= 2 else { throw BenchError.usage(usage) }
        let database = arguments[1]
        switch (arguments[0], arguments.count) {
        case ("labels", 2): try Passes.serve(try LabelBench(database: database).pass)
        case ("features", 2): try Passes.serve(try FeatureBench(database: database).pass)
        case ("score", 2): try Passes.serve(try ScoreBench(database: database).pass)
        case ("dump", 3): try Dump(folder: arguments[2]).write(BenchWorld(database: database))
        case ("trees", 3): try Dump(folder: arguments[2]).writeTrees(database: database)
        default: throw BenchError.usage(usage)
        }
    }
}

/// Why nothing is measured.
enum BenchError: Error, CustomStringConvertible {
    /// The arguments are not accepted.
    case usage(String)
    /// The database lacks what is to be measured.
    case missing(String)

    var description: String {
        switch self {
        case .usage(let text): text
        case .missing(let what): "the database has no \(what)"
        }
    }
}
