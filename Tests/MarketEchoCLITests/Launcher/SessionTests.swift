import Testing

@testable import MarketEchoCLI

@Suite
struct SessionTests {
    private let program: Program

    init() throws {
        program = try Program()
        try MadeUpMarket.fill(program.database, now: program.now)
    }

    @Test
    func rulesThatAreNotThereAreNamed() throws {
        var program = program
        program.environment = ["MARKET_ECHO_RULES_PATH": "/nowhere.yaml"]
        let run = program.run("score", onDatabase: true)
        #expect(run.status == .failed)
        #expect(
            run.errors
                == "error: rules.path is '/nowhere.yaml'; accepted is the path of a readable UTF-8 file\n"
        )
    }

    @Test
    func rulesOfOnesOwnAreRead() throws {
        var program = program
        let path = try program.folder.write("version: 3\n", to: "rules.yaml")
        program.environment = ["MARKET_ECHO_RULES_PATH": path]
        let run = program.run("score", onDatabase: true)
        #expect(run.status == .failed)
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }

    @Test
    func theSettingsOfTheFileReachTheJob() throws {
        try program.folder.write("labels:\n  neutral_band: 0.1\n", to: "market-echo.yaml")
        _ = program.run("label-events", onDatabase: true)
        let labels = program.run("export", "labels", "--format", "jsonl", onDatabase: true).output
        let labelled = labels.split(separator: "\n").filter { $0.contains("\"status\":\"labelled\"") }
        #expect(!labelled.isEmpty)
        #expect(labelled.contains { $0.contains("\"label_direction\":0,") })
    }

    @Test
    func verboseShowsWhatTheJobLogs() {
        let quiet = program.run("label-events", "--dry-run", onDatabase: true)
        #expect(quiet.errors.isEmpty)
        let verbose = program.run("label-events", "--dry-run", "--verbose", onDatabase: true)
        #expect(
            verbose.errors.contains("2024-03-01T22:00:00Z info: GONE: 3 of 3 attempts skipped, no_prices\n")
        )
    }

    @Test
    func aFolderThatCannotBeMadeIsNamed() throws {
        try program.folder.write("", to: "file")
        let path = program.folder.file("file") + "/db.sqlite"
        let run = program.run("import", "prices", program.folder.path, "--database", path)
        #expect(run.status == .failed)
        #expect(
            run.errors.hasPrefix(
                "error: cannot make the folder \(program.folder.file("file")) for the database"
            )
        )
    }
}
