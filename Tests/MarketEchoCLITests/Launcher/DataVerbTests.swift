import Foundation
import Testing

@testable import MarketEchoCLI

@Suite
struct DataVerbTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.folder.write(
            """
            event_id,ticker,form,items,filing_date,acceptance_datetime
            0000000001-23-000001,ACME,8-K,2.02;9.01,2023-03-01,2023-03-01T21:05:00Z
            0000000001-23-000002,ACME,8-K,5.02,yesterday,
            0000000001-23-000003,ACME,8-K,8.01,2023-03-02,
            """,
            to: "events.csv"
        )
        let bars = [("2023-02-28", 10.0), ("2023-03-01", 11.0), ("2023-03-02", 12.0), ("2023-03-03", 11.5)]
        for ticker in ["ACME", "SPY"] {
            let rows = bars.map { "\($0),\($1),\($1),\($1),\($1),\($1),1000" }
            try program.folder.write(
                (["date,open,high,low,close,adj_close,volume"] + rows).joined(separator: "\n") + "\n",
                to: "\(ticker).csv"
            )
        }
    }

    @Test
    func anImportReportsBadRowsAndTheSecondOneHasNothingToDo() throws {
        let path = program.folder.file("events.csv")
        let first = program.run("import", "events", path, onDatabase: true)
        #expect(first.status == .done)
        #expect(
            first.output == """
                Events of \(path)
                what                        count
                ─────────────────────────────────
                new                             2
                updated                         0
                unchanged                       0
                joined with another source      0
                base scores written             2

                Not read (1)
                  events.csv: line 3, filing_date 'yesterday': is no day; 2024-05-02 is accepted

                1 file read, 1 problem.

                """
        )
        let second = program.run("import", "events", path, onDatabase: true)
        #expect(second.status == .nothingToDo)
        #expect(second.output.hasSuffix("Nothing to do: 1 file read, 1 problem.\n"))
    }

    @Test
    func aFolderOfPricesIsReadFileByFile() throws {
        try FileManager.default.removeItem(atPath: program.folder.file("events.csv"))
        let run = program.run("import", "prices", program.folder.path, "--json", onDatabase: true)
        #expect(run.status == .done)
        #expect(run.output.contains("\"bars\": 8,"))
        #expect(run.output.contains("\"ACME\",\n    \"SPY\""))
        let again = program.run("import", "prices", program.folder.path, onDatabase: true)
        #expect(again.status == .nothingToDo)
    }

    @Test
    func aPathThatIsNotThereMakesNoDatabase() {
        let run = program.run("import", "events", "/nowhere", onDatabase: true)
        #expect(run.status == .failed)
        #expect(run.errors == "error: there is no file or folder at /nowhere\n")
        #expect(!FileStatus.exists(program.database))
    }

    @Test
    func anExportedTableReadsBackAsTheSame() throws {
        _ = program.run("import", "events", program.folder.file("events.csv"), onDatabase: true)
        let file = program.folder.file("out.csv")
        let run = program.run("export", "events", "--output", file, onDatabase: true)
        #expect(run.status == .done)
        #expect(run.output.isEmpty)
        #expect(run.errors == "2 rows of events written to \(file)\n")
        #expect(
            program.run("export", "events", onDatabase: true).output
                == (try String(contentsOfFile: file, encoding: .utf8))
        )
        let again = program.run("import", "events", file, onDatabase: true)
        #expect(again.status == .nothingToDo, "\(again.output)")
        let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        #expect(!names.contains { $0.hasSuffix(".part") })
    }

    @Test
    func anExportAsJSONLinesHasOneObjectALine() throws {
        _ = program.run("import", "prices", program.folder.file("SPY.csv"), onDatabase: true)
        let run = program.run("export", "prices", "--format", "jsonl", onDatabase: true)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.hasPrefix("{\"ticker\":\"SPY\",") && $0.hasSuffix("}") })
    }

    @Test(arguments: [
        (
            ["export", "labls"],
            "error: the value 'labls' is invalid for '<table>': did you mean 'labels'? accepted are"
        ),
        (
            ["export", "labels", "--format", "xml"],
            "error: the value 'xml' is invalid for '--format <format>': accepted are csv and jsonl"
        ),
        (
            ["import", "events", "x.csv", "--ticker", "A B"],
            "error: the value 'A B' is invalid for '--ticker <symbol>': accepted is a symbol"
        ),
        (["import", "news"], "error: "), (["export"], "error: missing expected argument '<table>'"),
        (
            ["train", "--cells", "sec_8k"],
            "error: the value 'sec_8k' is invalid for '--cells <cells>': accepted is a family"
        ),
        (["models", "x", "--on", "2024-01-01"], "error: a model and --on exclude each other"),
    ])
    func badValuesAreUsageErrors(arguments: [String], message: String) {
        let errors = ScreenBuffer()
        let status = Launcher(surroundings: program.surroundings(output: MemorySink(), errors: errors))
            .run(arguments)
        #expect(status == .usage)
        #expect(errors.text.hasPrefix(message), "\(errors.text)")
    }

    @Test
    func aFileThatCannotBeWrittenIsNamed() throws {
        _ = program.run("import", "prices", program.folder.file("SPY.csv"), onDatabase: true)
        let run = program.run("export", "prices", "--output", "/nowhere/x.csv", onDatabase: true)
        #expect(run.status == .failed)
        #expect(run.errors == "error: cannot write to /nowhere/x.csv: No such file or directory\n")
    }
}

@Suite
struct AtomicFileTests {
    @Test
    func nothingAppearsBeforeTheEnd() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("old", to: "x.csv")
        do {
            let file = try AtomicFile(path: path)
            try file.write("half")
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.csv"])
        let file = try AtomicFile(path: path)
        try file.write("new")
        try file.finish()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.csv"])
    }
}
