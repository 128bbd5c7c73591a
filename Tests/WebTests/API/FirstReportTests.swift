import HTTPTypes
import Market
import Testing

@testable import Web

/// What a visitor gets while a report is computed for the first time.
struct FirstReportTests {
    private static func dated(_ value: Int) -> Dated<Int> {
        Dated(
            value: value,
            generatedAt: UTCInstant(secondsSinceEpoch: 0),
            ageSeconds: 0,
            isRefreshing: false,
            failure: nil
        )
    }

    @Test
    func `a report that is there is given without waiting`() async throws {
        let report = try await FirstReport(patience: .zero).value(latest: Self.dated(1)) {
            Issue.record("nobody needs to wait")
            return Self.dated(2)
        }
        #expect(report.value == 1)
    }

    @Test
    func `a first report that comes in time is given`() async throws {
        let report = try await FirstReport(patience: .seconds(3600)).value(latest: nil) { Self.dated(2) }
        #expect(report.value == 2)
    }

    @Test
    func `a first report that does not come in time is 503 with the time to come back`() async throws {
        let gate = Gate()
        defer { gate.open() }
        do {
            _ = try await FirstReport(patience: .zero).value(latest: nil) {
                await gate.pass()
                return Self.dated(3)
            }
            Issue.record("there is no report yet")
        } catch let problem as Problem {
            #expect(problem.status == .serviceUnavailable)
            #expect(problem.headers[.retryLater] == "5")
            #expect(problem.detail == "the report is being computed for the first time")
        }
    }

    @Test
    func `what the computation throws is thrown`() async throws {
        let failure = Problem.unavailable("no report")
        await #expect(throws: failure) {
            _ = try await FirstReport(patience: .seconds(3600)).value(latest: nil) { () -> Dated<Int> in
                throw failure
            }
        }
    }
}
