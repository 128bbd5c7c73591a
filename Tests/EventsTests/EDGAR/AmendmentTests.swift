import Events
import Market
import Testing

@Suite
struct AmendmentTests {
    /// Filings as number, form, items, report date, day; the amendment is the last.
    private func amends(
        _ rows: [(String, String, String, String)],
        clock: String = "20:30:45"
    ) throws -> String? {
        func column(_ name: String, _ values: [String]) -> String {
            "\"\(name)\":[" + values.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        }
        let numbers = rows.indices.map { "0009900001-24-00000\($0 + 1)" }
        let file = try SubmissionsFile(
            EdgarFixture.json(
                columns: [
                    column("accessionNumber", numbers), column("form", rows.map(\.0)),
                    column("items", rows.map(\.1)),
                    column("reportDate", rows.map(\.2)), column("filingDate", rows.map(\.3)),
                    column("acceptanceDateTime", rows.map { "\($0.3)T\(clock).000Z" }),
                ].joined(separator: ",")
            )
        )
        let events = try EdgarImport(now: farFuture).events(in: [file]).events
        return events.first { $0.eventID == numbers.last }?.amends
    }

    @Test
    func linksTheOnlyEarlierFilingOfTheReportDate() throws {
        #expect(
            try amends([
                ("8-K", "5.02", "2024-05-01", "2024-05-02"), ("8-K", "2.02", "2024-04-01", "2024-04-02"),
                ("8-K/A", "9.01", "2024-05-01", "2024-06-03"),
            ]) == "0009900001-24-000001"
        )
    }

    @Test
    func tellsSeveralApartByTheirNews() throws {
        #expect(
            try amends([
                ("8-K", "5.02,9.01", "2024-05-01", "2024-05-02"),
                ("8-K", "2.02,9.01", "2024-05-01", "2024-05-02"),
                ("8-K/A", "2.02,9.01", "2024-05-01", "2024-06-03"),
            ]) == "0009900001-24-000002"
        )
        #expect(
            try amends([
                ("8-K", "2.02", "2024-05-01", "2024-05-02"), ("8-K", "2.02", "2024-05-01", "2024-05-03"),
                ("8-K/A", "2.02", "2024-05-01", "2024-06-03"),
            ]) == nil
        )
        #expect(
            try amends([
                ("8-K", "2.02,9.01", "2024-05-01", "2024-05-02"),
                ("8-K", "5.02,9.01", "2024-05-01", "2024-05-03"),
                ("8-K/A", "9.01", "2024-05-01", "2024-06-03"),
            ]) == nil
        )
    }

    @Test
    func linksNothingLaterOrOfAnotherForm() throws {
        for clock in ["20:30:45", "00:00:00"] {
            #expect(
                try amends(
                    [
                        ("8-K", "2.02", "2024-05-01", "2024-06-04"),
                        ("8-K/A", "2.02", "2024-05-01", "2024-06-03"),
                    ],
                    clock: clock
                ) == nil
            )
        }
        #expect(
            try amends([
                ("8-K", "2.02", "2024-05-01", "2024-06-04"), ("8-K/A", "2.02", "2024-05-01", "2024-06-03"),
            ]) == nil
        )
        #expect(
            try amends([
                ("10-Q", "", "2024-05-01", "2024-05-02"), ("8-K/A", "2.02", "2024-05-01", "2024-06-03"),
            ]) == nil
        )
    }
}
