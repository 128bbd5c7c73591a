import Market
import Testing

@Suite
struct RefreshPlannerTests {
    private let planner = RefreshPlanner()

    /// 60 bars of sessions; the first 50 are stored, and a tail of the newest 15 is fresh.
    private let all: [Bar]
    private let stored: StoredPriceFacts

    init() {
        var maker = MadeUpBars(seed: 21)
        all = maker.bars(60)
        stored = StoredPriceFacts(ticker: "MADE", vintage: "v1", recent: Array(all[..<50]))
    }

    private func plan(_ fresh: some Sequence<Bar>, through last: Int = 59) throws -> RefreshDecision {
        try planner.plan(stored: stored, fresh: Array(fresh), lastClosed: all[last].day)
    }

    private func change(_ range: Range<Int> = 45..<60, _ edit: (inout [Bar]) -> Void) -> [Bar] {
        var bars = all
        edit(&bars)
        return Array(bars[range])
    }

    @Test
    func `a tail that agrees on the common days is joined`() throws {
        #expect(try plan(all[45...]) == .appendTail(Array(all[50...]), ontoVintage: "v1"))
        #expect(try plan(all[45...].reversed()) == .appendTail(Array(all[50...]), ontoVintage: "v1"))
        #expect(try plan(all[49...]) == .appendTail(Array(all[50...]), ontoVintage: "v1"))
        // Equal to one part in a million, as sources write single precision.
        let rounded = change { for index in $0.indices { $0[index].adjustedClose *= 1 + 3e-8 } }
        #expect(try plan(rounded) == .appendTail(Array(rounded[5...]), ontoVintage: "v1"))
    }

    @Test
    func `bars whose close is not final are left out`() throws {
        #expect(try plan(all[45...], through: 52) == .appendTail(Array(all[50...52]), ontoVintage: "v1"))
        #expect(try plan(all[45...], through: 49) == .nothingNew)
    }

    @Test
    func `nothing is new without a session that closed since`() throws {
        #expect(try plan(all[45..<50], through: 49) == .nothingNew)
        #expect(try plan([], through: 49) == .nothingNew)
        #expect(try plan(all[45..<50], through: 53) == .nothingNew)
    }

    @Test
    func `a split or dividend that is not stored asks for the whole history`() throws {
        let split = change { $0[55].splitFactor = 4 }
        #expect(try plan(split) == .rereadWholeHistory(.split(day: all[55].day, factor: 4)))
        let dividend = change { $0[55].dividend = 0.5 }
        #expect(try plan(dividend) == .rereadWholeHistory(.dividend(day: all[55].day, amount: 0.5)))
        let both = change {
            $0[52].dividend = 0.5
            $0[55].splitFactor = 2
        }
        #expect(try plan(both) == .rereadWholeHistory(.split(day: all[55].day, factor: 2)))
        // One that appears on a stored day counts as well, the same as before does not.
        let late = change { $0[47].dividend = 0.5 }
        #expect(try plan(late) == .rereadWholeHistory(.dividend(day: all[47].day, amount: 0.5)))
        var known = stored
        known.recent[47].dividend = 0.5
        known.lastDividend = all[47].day
        #expect(
            try planner.plan(stored: known, fresh: late, lastClosed: all[59].day)
                == .appendTail(Array(all[50...]), ontoVintage: "v1")
        )
        // A factor of 1 is how some sources write that there is none.
        let none = change { $0[55].splitFactor = 1 }
        #expect(try plan(none) == .appendTail(Array(none[5...]), ontoVintage: "v1"))
    }

    @Test
    func `an event on a day before the known bars is stored if a later one is`() throws {
        var facts = stored
        facts.recent = Array(all[40..<50])
        let fresh = change(30..<60) { $0[35].dividend = 0.5 }
        #expect(
            try planner.plan(stored: facts, fresh: fresh, lastClosed: all[59].day)
                == .rereadWholeHistory(.dividend(day: all[35].day, amount: 0.5))
        )
        facts.lastDividend = all[35].day
        #expect(
            try planner.plan(stored: facts, fresh: fresh, lastClosed: all[59].day)
                == .appendTail(Array(all[50...]), ontoVintage: "v1")
        )
    }

    @Test
    func `closes that changed on common days ask for the whole history`() throws {
        let adjusted = change { for index in 0..<50 { $0[index].adjustedClose *= 0.99 } }
        let decision = try plan(adjusted)
        guard case .rereadWholeHistory(.closesRevised(let day, let stored, let fresh, let days)) = decision
        else {
            Issue.record("\(decision)")
            return
        }
        #expect(
            day == all[45].day && stored == all[45].adjustedClose && fresh == adjusted[0].adjustedClose
                && days == 5
        )
        let one = change { $0[49].close *= 1.01 }
        guard case .rereadWholeHistory(.closesRevised) = try plan(one) else {
            Issue.record("\(try plan(one))")
            return
        }
    }

    @Test
    func `without a common day nothing shows the vintage`() throws {
        #expect(
            try plan(all[50...])
                == .rereadWholeHistory(.noCommonDay(lastStored: all[49].day, firstFresh: all[50].day))
        )
    }

    @Test
    func `a tail with holes asks for the whole history`() throws {
        let holes = all[45..<52] + all[54...]
        #expect(try plan(holes) == .rereadWholeHistory(.missingSessions(2, before: all[50].day)))
    }

    @Test
    func `answers that cannot be are not believed`() throws {
        #expect(try plan([]) == .suspect(.empty(sessionsDue: 10)))
        #expect(
            try plan(all[40..<48]) == .suspect(.endsEarly(lastFresh: all[47].day, lastStored: all[49].day))
        )
        #expect(try plan(all[45..<50]) == .suspect(.silent(sessions: 10, lastFresh: all[49].day)))
        let unit = change { $0.scale(0..<60, by: 0.01) }
        #expect(
            try plan(unit)
                == .suspect(.otherUnit(day: all[45].day, stored: all[45].close, fresh: unit[0].close))
        )
    }

    @Test
    func `what the quarantine finds in new bars is told before it is stored`() throws {
        let zero = change { $0[55].close = 0 }
        guard case .suspect(.findings(let findings)) = try plan(zero) else {
            Issue.record("\(try plan(zero))")
            return
        }
        #expect(findings.map(\.reason) == [.nonPositivePrice] && findings[0].day == all[55].day)
        // A split that nobody recorded.
        let split = change { $0.scale(50..<60, by: 0.25) }
        guard case .suspect(.findings(let found)) = try plan(split) else {
            Issue.record("\(try plan(split))")
            return
        }
        #expect(found.map(\.reason) == [.missingSplit])
        // A real move is none of it.
        let news = change {
            $0.scale(50..<60, by: 1.8)
            $0[50].volume *= 30
            $0[50].open = $0[49].close * 1.2
            $0[50].low = $0[49].close * 1.1
        }
        #expect(try plan(news) == .appendTail(Array(news[5...]), ontoVintage: "v1"))
    }

    @Test
    func `decisions say what was seen`() throws {
        #expect(
            RereadReason.split(day: all[3].day, factor: 4).description
                == "a split by 4.0 on \(all[3].day) that the stored series does not have"
        )
        #expect(
            SuspectReason.empty(sessionsDue: 3).description == "no prices although 3 sessions have closed"
        )
        #expect(throws: CalendarError.self) {
            try planner.plan(stored: stored, fresh: [], lastClosed: day("2055-01-04"))
        }
    }
}
