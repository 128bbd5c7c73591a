import Testing

@testable import MarketEchoCLI

@Suite
struct BacktestVerbTests {
    private let program: Program

    init() throws {
        program = try Program()
        try MadeUpMarket.fill(program.database, now: program.now)
        _ = program.run("label-events", onDatabase: true)
    }

    @Test
    func `without models there are counts and no figures`() {
        let run = program.run("backtest", onDatabase: true)
        #expect(run.status == .done)
        #expect(run.output.contains("Events without an outcome, % by family"))
        #expect(run.output.contains("Mean abnormal return around events") == false)
        #expect(run.output.contains("This is not investment advice."))
        let json = program.run("backtest", "--json", onDatabase: true)
        #expect(json.output.contains("\"coverage\":") && json.output.contains("\"disclaimer\":"))
    }

    @Test
    func `one table is printed where a grouping is named`() {
        let run = program.run("backtest", "--group-by", "item_group", "--horizon", "5d", onDatabase: true)
        #expect(run.status == .done)
        #expect(run.output.hasPrefix("Walk-forward: accuracy and error by item group, all/5d\n"))
        let json = program.run(
            "backtest",
            "--group-by",
            "ticker",
            "--family",
            "fda",
            "--json",
            onDatabase: true
        )
        #expect(
            json.output.contains("\"group_by\": \"ticker\"") && json.output.contains("\"family\": \"fda\"")
        )
    }

    @Test(arguments: [
        (["--group-by", "colour"], "accepted are"),
        (["--group-by", "year", "--horizon", "3d"], "1d, 5d and 20d"),
        (["--group-by", "year", "--horizon", "1d,5d"], "accepted is one of 1d, 5d and 20d"),
        (["--family", "fda"], "--group-by"), (["--group-by", "year", "--kind", "dead"], "accepted are"),
    ])
    func `bad values are named`(arguments: [String], part: String) {
        let sink = MemorySink()
        let errors = ScreenBuffer()
        let status = Launcher(surroundings: program.surroundings(output: sink, errors: errors))
            .run(["backtest"] + arguments + ["--database", program.database])
        #expect(status == .usage)
        #expect(errors.text.contains(part), "\(errors.text)")
    }
}
