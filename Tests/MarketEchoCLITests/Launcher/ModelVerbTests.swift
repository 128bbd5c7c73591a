import Storage
import Testing

@testable import MarketEchoCLI

@Suite
struct ModelVerbTests {
    private let program: Program

    init() throws {
        program = try Program()
        try MadeUpMarket.fill(program.database, now: program.now)
        _ = program.run("label-events", onDatabase: true)
    }

    @Test
    func anEmptyRegistrySaysSo() {
        #expect(
            program.run("models", onDatabase: true).output
                == "The registry is empty; see 'market-echo train'.\n"
        )
        let run = program.run("models", "market-echo-earnings-1d@1.0.0", onDatabase: true)
        #expect(run.status == .failed)
        #expect(run.errors.contains("the registry is empty"))
        #expect(
            program.run("models", "--on", "2024-01-31", onDatabase: true).output.contains("There was none.")
        )
    }

    @Test
    func withoutModelsScoresAreBaseScores() {
        let run = program.run("score", onDatabase: true)
        #expect(run.status == .done)
        #expect(
            run.output == """
                scores by event and horizon               count
                ───────────────────────────────────────────────
                AI-adjusted score (Market Echo)               0
                AI model not applied (insufficient data)     12

                4 events looked at, 12 predictions and 4 base scores written.

                """
        )
        #expect(program.run("score", onDatabase: true).status == .nothingToDo)
    }

    @Test
    func oneEventIsExplainedWithItsDisclaimer() {
        let run = program.run("score", "b", onDatabase: true)
        #expect(run.status == .done)
        #expect(
            run.output.hasPrefix("ACME  Earnings release  b\nBase score (deterministic rules)  points  why\n")
        )
        #expect(run.output.contains("1-Day, 5-Day and 20-Day: AI model not applied (insufficient data)."))
        #expect(run.output.contains("1-Day   Model family: none. Model version: none.\n"))
        #expect(run.output.contains("This is not investment advice."))
        let json = program.run("score", "b", "--json", onDatabase: true).output
        #expect(json.contains("\"disclaimer\":"))
        let unknown = program.run("score", "zzz", onDatabase: true)
        #expect(unknown.status == .failed)
        #expect(unknown.errors.hasPrefix("error: no event 'zzz' is stored; "))
    }

    @Test
    func aPlanOfTrainingWritesNothing() throws {
        let run = program.run("train", "--dry-run", onDatabase: true)
        #expect(run.status == .done)
        #expect(run.output.contains("earnings/1d"))
        #expect(run.output.hasSuffix("Dry run: nothing was trained or written.\n"))
        let jobs = program.run("jobs", onDatabase: true).output
        #expect(!jobs.contains("train"))
    }

    @Test
    func aSlotWithoutAChampionCannotGoBack() {
        let run = program.run("rollback", "earnings/1d", onDatabase: true)
        #expect(run.status == .failed)
        #expect(run.errors == "error: earnings/1d has no champion\n")
    }

    @Test
    func theBenchmarkOfTheDatabaseCountsWhereNobodyNamesOne() throws {
        let store = try Store(path: program.database)
        try store.write { try DatabaseSettings($0).setBenchmark("ACME") }
        try store.close()
        let doctor = program.run("doctor", onDatabase: true).output
        #expect(doctor.contains("benchmark      ACME, 400 closes"))
        let named = program.run("doctor", "--benchmark", "SPY", onDatabase: true).output
        #expect(named.contains("benchmark      SPY, 400 closes"))
    }

    @Test
    func theDemoDoesNotMixWithOtherData() {
        let run = program.run("demo", onDatabase: true)
        #expect(run.status == .failed)
        #expect(
            run.errors
                == "error: \(program.database) has other data than the sample; name a new file, for example "
                + "--database demo.sqlite\n"
        )
    }
}
