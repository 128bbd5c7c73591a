import ArgumentParser

/// `import`: events or prices from files.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read events or prices from a file or a folder.",
        subcommands: [ImportEvents.self, ImportPrices.self]
    )
}
