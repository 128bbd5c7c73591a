import Events
import Market
import RadarQuant
import Testing

@Suite
struct `A question` {
    @Test
    func `of 500 characters is accepted, of 501 refused`() throws {
        #expect(try Question(String(repeating: "a", count: 500)).text.count == 500)
        let error = #expect(throws: QuestionError.self) { try Question(String(repeating: "a", count: 501)) }
        #expect("\(try #require(error))" == "the question has 501 characters; accepted are up to 500")
    }

    @Test
    func `of one character with very many marks is refused`() {
        #expect(throws: QuestionError.self) { try Question("a" + String(repeating: "\u{301}", count: 5_000)) }
    }

    @Test
    func `loses control characters and double spaces`() throws {
        #expect(try Question("  how\u{0}many\r\n\u{202E}events ").text == "how many events")
    }
}

/// Remembers what the source was asked for.
private actor Asked {
    private(set) var filters: [EventFilter] = []
    private(set) var horizons: [Horizon] = []
    private(set) var counts: [Int] = []

    func note(_ filter: EventFilter, _ horizon: Horizon? = nil, count: Int? = nil) {
        filters.append(filter)
        if let horizon { horizons.append(horizon) }
        if let count { counts.append(count) }
    }
}

@Suite
struct `What a question is about` {
    private func ask(_ text: String) async throws -> Asked {
        let asked = Asked()
        var source = try Sources.full()
        let full = source
        source.latestEvents = { filter, count in
            await asked.note(filter, count: count)
            return try await full.latestEvents(filter, count)
        }
        source.history = { filter, horizon in
            await asked.note(filter, horizon)
            return try await full.history(filter, horizon)
        }
        source.counts = { filter in
            await asked.note(filter)
            return try await full.counts(filter)
        }
        _ = try await QuestionAnswerer(source: source).answer(try Question(text))
        return asked
    }

    @Test(arguments: [
        ("latest events of IT", "IT"), ("what is new with it at AAPL", "AAPL"),
        ("show events of it all", nil),
        ("latest events of ALL", "ALL"), ("show all events", nil), ("latest events of brk-b", "BRK-B"),
        ("latest events, cost is no object", nil), ("latest events of COST", "COST"), ("events of $ai", "AI"),
        ("latest AI events", nil), ("AAPL's latest events", "AAPL"), ("LATEST EVENTS OF MSFT", "MSFT"),
        ("SHOW ALL EVENTS", nil), ("latest events of T", "T"), ("a latest event", nil),
    ])
    func `prefers symbols in capitals to words`(_ text: String, _ ticker: String?) async throws {
        let filters = await (try await ask(text)).filters
        #expect(try #require(filters.first).ticker == ticker)
    }

    static let kinds: [(String, EventKind)] = [
        ("how many 8-K filings", .family(.sec8K)), ("how many 8k filings", .family(.sec8K)),
        ("how many 10-Ks are there", .family(.sec10K)), ("how many earnings events", .family(.earnings)),
        ("how many earnings calls", .type(.earningsCall)), ("how many FDA approvals", .type(.fdaApproval)),
        ("how many approvals by the FDA are stored as events", .type(.fdaApproval)),
        ("how many fda_clinical_hold events", .type(.fdaClinicalHold)),
        ("how many clinical holds", .type(.fdaClinicalHold)), ("how many FDA events", .family(.fda)),
        ("how many buybacks", .type(.buyback)), ("how many spin-offs", .type(.spinOff)),
        ("how many events of the family capital_allocation", .family(.capitalAllocation)),
        ("how many S-1 filings", .type(.secS1)), ("how many events", .all),
        ("how many mergers", .type(.merger)), ("how many lawsuits", .type(.lawsuit)),
    ]

    @Test(arguments: kinds)
    func `is recognised from the taxonomy and its synonyms`(_ text: String, _ kind: EventKind) async throws {
        let filters = await (try await ask(text)).filters
        #expect(try #require(filters.first).kind == kind)
    }

    @Test
    func `is recognised from an item number, which is more special than the form`() async throws {
        let item = try #require(FilingItem(number: "2.02"))
        let filters = await (try await ask("how many 8-K with item 2.02")).filters
        #expect(try #require(filters.first).kind == .item(item))
    }

    @Test(arguments: [
        ("reaction to earnings at 1 day", [Horizon.oneDay]), ("reaction to earnings at 5d", [.fiveDay]),
        ("20-day reaction to earnings", [.twentyDay]),
        ("reaction to earnings over 20 trading days", [.twentyDay]),
        ("reaction to earnings", [.oneDay, .fiveDay, .twentyDay]),
        ("reaction to earnings after one day", [.oneDay]),
    ])
    func `has a horizon, or all of them`(_ text: String, _ horizons: [Horizon]) async throws {
        let asked = await (try await ask(text)).horizons
        #expect(asked == horizons)
    }

    @Test(
        arguments: [
            ("how many events in 2019", "2019-01-01", "2019-12-31"),
            ("how many events since 2020", "2020-01-01", nil),
            ("how many events before 2015", nil, "2014-12-31"),
            ("how many events after 2015", "2016-01-01", nil),
            ("how many events between 2018 and 2020", "2018-01-01", "2020-12-31"),
            ("how many events since 2021-03-15", "2021-03-15", nil), ("how many events", nil, nil),
        ] as [(String, String?, String?)]
    )
    func `may have a period`(_ text: String, _ since: String?, _ until: String?) async throws {
        let filter = try #require(await (try await ask(text)).filters.first)
        #expect(filter.since?.iso8601 == since)
        #expect(filter.until?.iso8601 == until)
    }

    @Test(arguments: [
        ("last 3 events of AAPL", 3), ("latest events of AAPL", 5), ("last 500 events of AAPL", 10),
        ("top 10 latest events", 10),
    ])
    func `may have a number of lines, ten at most`(_ text: String, _ count: Int) async throws {
        let counts = await (try await ask(text)).counts
        #expect(counts.first == count)
    }
}

@Suite
struct `A history of results` {
    @Test
    func `falls back to item 2.02 where no earnings calendar is stored`() async throws {
        var source = try Sources.full()
        let full = source
        let empty = try Sources.empty()
        source.history = { filter, horizon in
            try await filter.kind == .family(.earnings)
                ? empty.history(filter, horizon) : full.history(filter, horizon)
        }
        let answer = try await QuestionAnswerer(source: source).answer(
            try Question("How did AAPL react to earnings?")
        )
        #expect(answer.sentencesText.contains("only 3 events of this kind have a known outcome"))
        #expect(answer.sentencesText.contains("8-K filings with item 2.02"))
        #expect(
            answer.citedEventIDs == ["0000320193-23-000101", "0000320193-23-000102", "0000320193-23-000103"]
        )
    }
}
