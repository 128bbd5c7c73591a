import Foundation
import Market
import Testing

@testable import MarketEchoCLI

@Suite
struct DoctorTests {
    @Test
    func aFreshInstallationIsNotBroken() throws {
        let program = try Program()
        let run = program.run("doctor", onDatabase: true)
        #expect(run.status == .done)
        #expect(run.output.contains("advice  database       there is no database at \(program.database)"))
        #expect(!FileStatus.exists(program.database))
    }

    @Test
    func aFilledDatabaseIsFine() throws {
        let program = try Program()
        try MadeUpMarket.fill(program.database, now: program.now)
        let run = program.run("doctor", onDatabase: true)
        #expect(run.status == .done)
        #expect(run.output.contains("\(program.database), schema 0007"))
        #expect(run.output.contains("advice  contents       4 events, 2 price series, 0 labels"))
        #expect(run.output.contains("SPY, 400 closes from "))
    }

    @Test
    func withoutPricesOfTheBenchmarkItIsBroken() throws {
        let program = try Program()
        try MadeUpMarket.fill(program.database, now: program.now)
        let run = program.run("doctor", "--benchmark", "QQQ", onDatabase: true)
        #expect(run.status == .failed)
        #expect(run.output.contains("broken  benchmark      No prices of QQQ are stored. Read them with "))
        #expect(run.output.hasSuffix("1 check failed; each says above what to do.\n"))
    }

    @Test
    func aFileThatIsNoDatabaseIsBroken() throws {
        let program = try Program()
        try program.folder.write("not a database, but long enough to be looked at\n", to: "test.sqlite")
        let run = program.run("doctor", "--json", onDatabase: true)
        #expect(run.status == .failed)
        #expect(run.output.contains("\"state\": \"broken\""))
        #expect(run.output.contains("is not a Market Echo database"))
    }

    @Test
    func variablesThatNobodyReadsAreReported() throws {
        var program = try Program()
        program.environment = ["MARKET_ECHO_BENCHMRAK": "QQQ", "OMP_WAIT_POLICY": "PASSIVE"]
        let run = program.run("doctor", onDatabase: true)
        #expect(run.output.contains("MARKET_ECHO_BENCHMRAK is set but is no key of the configuration; "))
        #expect(run.output.contains("did you mean MARKET_ECHO_BENCHMARK?"))
        #expect(run.output.contains("ok      training       OMP_WAIT_POLICY is PASSIVE"))
    }

    private func levels(
        now: String,
        latestWrite: String? = nil,
        zone: String? = "America/New_York"
    ) throws
        -> [Finding.Level]
    {
        let now = try #require(UTCInstant(iso8601: now))
        return ClockCheck.findings(
            now: now,
            latestWrite: latestWrite.flatMap { UTCInstant(iso8601: $0) },
            calendar: .xnys,
            zone: zone.flatMap { TimeZone(identifier: $0) }
        ).map(\.level)
    }

    @Test
    func clockTimeZoneAndCalendar() throws {
        #expect(try levels(now: "2024-03-01T22:00:00Z") == [.fine, .fine, .fine])
        #expect(
            try levels(now: "2024-03-01T22:00:00Z", latestWrite: "2024-03-02T00:00:00Z")
                == [.broken, .fine, .fine]
        )
        #expect(try levels(now: "2024-03-01T22:00:00Z", zone: nil) == [.fine, .advice, .fine])
        #expect(try levels(now: "2024-03-01T22:00:00Z", zone: "America/Chicago") == [.fine, .advice, .fine])
        #expect(try levels(now: "1970-01-01T00:00:00Z").last == .broken)
        #expect(try levels(now: "2030-11-01T00:00:00Z").last == .advice)
        #expect(try levels(now: "2031-01-02T00:00:00Z").last == .broken)
    }
}
