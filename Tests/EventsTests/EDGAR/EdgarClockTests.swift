import Events
import Market
import TestSupport
import Testing

@Suite
struct EdgarClockTests {
    private func row(
        _ written: String,
        filed: String,
        form: String = "8-K",
        pinned: PinnedTime? = nil
    ) throws
        -> EdgarClock.Row
    {
        EdgarClock.Row(
            written: try #require(CivilTimestamp(utf8: Array(written.utf8))),
            filingDate: try day(filed),
            form: form,
            pinned: pinned
        )
    }

    private func decide(_ rows: [EdgarClock.Row], unsettledDays: Int = 30) -> [EdgarClock.Reading] {
        EdgarClock(now: farFuture, unsettledDays: unsettledDays).decide(rows)
    }

    /// One row alone, in a file without unsettled days: what its own hours and filing date say.
    @Test(arguments: [
        (
            "2024-05-02T20:30:45Z", "2024-05-02", "utc",
            "16:30 that day; as New York time it would be dated the next"
        ),
        ("2024-05-02T23:30:45Z", "2024-05-03", "utc", "as New York time it lies outside the hours"),
        ("2024-05-02T01:30:45Z", "2024-05-02", "utc", "21:30 the day before"),
        ("2024-05-02T08:30:45Z", "2024-05-02", "eastern", "as UTC it would be 4:30"),
        ("2024-05-02T17:45:00Z", "2024-05-03", "eastern", "as UTC 13:45 would be dated that day"),
        ("2024-05-03T19:00:00Z", "2024-05-06", "eastern", "a Friday evening is dated Monday"),
        ("2024-05-02T12:30:45Z", "2024-05-02", "ambiguous", "8:30 and 12:30 both fit"),
        ("2024-05-02T17:32:00Z", "2024-05-02", "ambiguous", "just behind the cutoff the date may stay"),
        ("2024-05-02T00:00:00Z", "2024-05-02", "dayOnly", "midnight stands for no time"),
        ("2024-05-02T04:00:00Z", "2024-05-02", "dayOnly", "New York midnight in summer"),
        ("2024-01-02T05:00:00Z", "2024-01-02", "dayOnly", "New York midnight in winter"),
        ("2024-11-28T15:00:00Z", "2024-11-29", "ambiguous", "a holiday says nothing"),
        ("2024-05-02T09:30:00Z", "2024-05-02", "eastern", "as UTC it would be 5:30"),
        ("2024-01-02T10:30:00Z", "2024-01-02", "eastern", "as UTC it would be 5:30 in winter"),
    ])
    func judgesOneRow(written: String, filed: String, expected: String, why: String) throws {
        let reading = try #require(decide([try row(written, filed: filed)], unsettledDays: 0).first)
        let name =
            switch reading {
            case .utc(let instant): instant == (try instantOf(written)) ? "utc" : "wrong"
            case .eastern: "eastern"
            case .ambiguous: "ambiguous"
            case .dayOnly: "dayOnly"
            case .pinned: "pinned"
            }
        #expect(name == expected, "\(why)")
    }

    private func instantOf(_ text: String) throws -> UTCInstant { try instant(text) }

    @Test
    func readsNewYorkTimeWithDaylightSaving() throws {
        #expect(
            decide([try row("2024-07-01T08:30:00Z", filed: "2024-07-01")], unsettledDays: 0)
                == [.eastern(try instant("2024-07-01T12:30:00Z"))]
        )
        #expect(
            decide([try row("2024-01-04T08:30:00Z", filed: "2024-01-04")], unsettledDays: 0)
                == [.eastern(try instant("2024-01-04T13:30:00Z"))]
        )
    }

    @Test
    func allowsOwnershipReportsInTheEvening() throws {
        #expect(
            decide([try row("2024-05-02T20:30:45Z", filed: "2024-05-02", form: "4")], unsettledDays: 0) == [
                .ambiguous
            ]
        )
        #expect(
            decide([try row("2024-05-02T20:30:45Z", filed: "2024-05-02", form: "CORRESP")], unsettledDays: 0)
                == [.ambiguous]
        )
        #expect(
            decide([try row("2024-05-02T20:30:45Z", filed: "2024-05-02", form: "424B2")], unsettledDays: 0)
                != [.ambiguous]
        )
    }

    @Test
    func letsOldRowsSpeakForEachOther() throws {
        let rows = [
            try row("2023-01-10T21:30:00Z", filed: "2023-01-10"),
            try row("2023-02-10T13:00:00Z", filed: "2023-02-10"),
            try row("2023-03-10T21:30:00Z", filed: "2023-03-10"),
            try row("2023-06-10T12:00:00Z", filed: "2023-06-12"),
        ]
        #expect(decide(rows)[1] == .utc(try instant("2023-02-10T13:00:00Z")))
        #expect(decide(rows)[3] == .ambiguous, "newest and without evidence of its own")
        #expect(decide(rows, unsettledDays: 0)[3] == .utc(try instant("2023-06-10T12:00:00Z")))
    }

    @Test
    func isNotShakenByOneDayOfTrouble() throws {
        var rows = try (1...20).map { try row("2023-01-\($0 + 9)T21:30:00Z", filed: "2023-01-\($0 + 9)") }
        rows[9] = try row("2023-01-19T23:30:00Z", filed: "2023-01-19")
        rows.append(try row("2023-01-19T23:45:00Z", filed: "2023-01-19"))
        let readings = decide(rows, unsettledDays: 0)
        #expect(readings[8] == .utc(try instant("2023-01-18T21:30:00Z")))
        #expect(
            readings[9] == .utc(try instant("2023-01-19T23:30:00Z")),
            "18:30 dated the same day, as on 2020-07-30"
        )
    }

    @Test
    func neverDecidesAgainstAnImpossibleReading() throws {
        var rows = try (1...20).map { try row("2023-01-\($0 + 9)T21:30:00Z", filed: "2023-01-\($0 + 9)") }
        rows.append(try row("2023-01-19T18:16:00Z", filed: "2023-01-20"))
        #expect(
            decide(rows, unsettledDays: 0)[20] == .ambiguous,
            "13:16 in New York cannot be dated the next day"
        )
    }

    @Test
    func takesPinnedRowsAndLearnsFromThem() throws {
        let known = PinnedTime(try instant("2023-02-10T18:00:00Z"))
        let rows = [
            try row("2023-02-10T13:00:00Z", filed: "2023-02-10", pinned: known),
            try row("2023-02-10T14:00:00Z", filed: "2023-02-10"),
        ]
        #expect(decide(rows) == [.pinned(known), .eastern(try instant("2023-02-10T19:00:00Z"))])
    }

    @Test
    func takesNoTimeFromTheFuture() throws {
        let rows = [try row("2024-05-02T13:00:00Z", filed: "2024-05-02")]
        let now = try instant("2024-05-02T14:00:00Z")
        #expect(
            EdgarClock(now: now, unsettledDays: 0).decide(rows) == [.utc(try instant("2024-05-02T13:00:00Z"))]
        )
        let earlier = try instant("2024-05-02T12:00:00Z")
        #expect(EdgarClock(now: earlier, unsettledDays: 0).decide(rows) == [.ambiguous])
    }

    @Test
    func decidesNothingWithoutRows() {
        #expect(decide([]).isEmpty)
    }
}
