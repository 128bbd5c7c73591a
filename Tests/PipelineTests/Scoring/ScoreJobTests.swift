import EngineTestSupport
import Events
import Market
import Models
import Pipeline
import Scores
import Storage
import Testing

@Suite
struct ScoreJobTests {
    private static func scored() throws -> (PreparedWorld, ScoreReport) {
        let (prepared, _) = try TrainedWorld.copy()
        return (prepared, try ScoreJob(prepared.context()).run())
    }

    private static func job(_ prepared: PreparedWorld, later seconds: Int64 = 0) -> ScoreJob {
        ScoreJob(prepared.context(at: prepared.world.now.advanced(bySeconds: seconds)))
    }

    @Test
    func `every event has a prediction at every horizon, adjusted or with one reason`() throws {
        let (prepared, report) = try Self.scored()
        let events = prepared.world.events.count
        #expect(report.events == events && report.written == 3 * events)
        #expect(report.adjusted + report.notApplied.values.reduce(0, +) == 3 * events)
        let rows = try prepared.predictions([.live])
        #expect(rows.count == 3 * events)
        #expect(rows.filter { $0.notAppliedReason == nil }.count == report.adjusted)
        for row in rows {
            let score = try GuardrailedScore(
                restoringBase: row.baseScore,
                predictedImpact: row.predictedImpact,
                weight: row.weight,
                reason: row.notAppliedReason,
                adjustment: row.adjustment,
                adjusted: row.adjusted
            )
            if row.notAppliedReason != nil { #expect(score.adjusted == score.base) }
            #expect(row.dataAsOf <= row.madeAt && row.madeAt == prepared.world.now)
        }
        #expect(rows.contains { abs($0.adjustment) > 3 })
    }

    @Test
    func `scoring again writes nothing`() throws {
        let (prepared, _) = try Self.scored()
        let before = try prepared.everythingButRuns()
        let again = try Self.job(prepared, later: 3600).run()
        #expect(again.written == 0 && again.baseScoresWritten == 0)
        #expect(try prepared.everythingButRuns() == before)
        let run = try #require(try prepared.store.read { try RunStore($0).recent(limit: 1).first })
        #expect(run.job == "score" && run.status == .nothingToDo)
    }

    @Test
    func `the family's model speaks for its events and the global one for the others`() throws {
        let (prepared, _) = try Self.scored()
        let families = Dictionary(uniqueKeysWithValues: prepared.world.events.map { ($0.eventID, $0.family) })
        let rows = try prepared.predictions([.live])
        let wrong = rows.filter { row in
            guard row.horizon == .oneDay else {
                return row.modelID != nil || row.notAppliedReason != "no_model"
            }
            let isOwn = families[row.eventID] == .earnings
            // The global direction head did not pass.
            return row.modelID != "market-echo-\(isOwn ? "earnings" : "global")-1d@1.0.0"
                || row.directionModelID != (isOwn ? row.modelID : nil)
                || (row.probabilityUp != nil) != isOwn
        }
        #expect(wrong.isEmpty, "\(wrong.count) of \(rows.count), the first: \(wrong.prefix(1))")
    }

    @Test
    func `large surprises get larger impacts, and the side of their surprise`() throws {
        let (prepared, _) = try Self.scored()
        let facts = Dictionary(
            uniqueKeysWithValues: prepared.world.events.map { ($0.eventID, $0.facts.surprisePercent) }
        )
        var impacts: (large: [Double], small: [Double]) = ([], [])
        var sides: (up: [Double], down: [Double]) = ([], [])
        for row in try prepared.predictions([.live]) where row.directionModelID != nil {
            guard let surprise = facts[row.eventID] ?? nil, let impact = row.predictedImpact,
                let up = row.probabilityUp
            else { continue }
            if abs(surprise) > 12 { impacts.large.append(impact) }
            if abs(surprise) < 2 { impacts.small.append(impact) }
            if surprise > 5 { sides.up.append(up) }
            if surprise < -5 { sides.down.append(up) }
        }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        #expect(mean(impacts.large) > mean(impacts.small) + 5)
        #expect(mean(sides.up) > mean(sides.down) + 0.15)
    }

    // MARK: Reasons

    @Test
    func `without labels the reason is too little data, and with them it is that no model was made`() throws {
        let prepared = try PreparedWorld()
        #expect(
            try Self.job(prepared).run().notApplied
                == [.insufficientData: 3 * prepared.world.events.count]
        )
        try prepared.label()
        let report = try Self.job(prepared).run()
        #expect(report.adjusted == 0)
        #expect(Set(report.notApplied.keys) == [.noModel])
    }

    @Test
    func `a model that did not pass its gate moves nothing`() throws {
        let world = SyntheticWorld(.init(seed: 8, companies: 12, sessions: 520, surpriseEffect: 0))
        let prepared = try PreparedWorld(world)
        try prepared.label()
        _ = try TrainJob(prepared.context()).run(TrainOptions(cells: [TrainedWorld.global]))
        let report = try Self.job(prepared).run()
        #expect(report.adjusted == 0)
        #expect(report.notApplied[.gateNotPassed] == world.events.count)
        let rows = try prepared.predictions([.live]).filter { $0.horizon == .oneDay }
        #expect(rows.allSatisfy { $0.modelID == nil && $0.adjusted == $0.baseScore })
    }

    @Test
    func `an event without prices is too uncertain to adjust`() throws {
        let (prepared, _) = try Self.scored()
        let unpriced = try #require(prepared.world.tickers.last)
        let own = Set(prepared.world.events.filter { $0.ticker == unpriced }.map(\.eventID))
        let rows = try prepared.predictions([.live]).filter {
            $0.horizon == .oneDay && own.contains($0.eventID)
        }
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0.notAppliedReason == "low_confidence" })
        #expect(rows.allSatisfy { $0.adjustment == 0 && $0.predictedImpact != nil })
    }

    @Test
    func `an event unlike all that the model saw is not adjusted`() throws {
        let (prepared, _) = try TrainedWorld.copy()
        // A company whose price and trading are of another world: it swings by a quarter each day.
        var bars = try #require(prepared.world.bars["CAB"])
        for index in bars.indices {
            let factor = index % 2 == 0 ? 1.0 : 1.25
            bars[index].open *= factor
            bars[index].high *= factor * 1.1
            bars[index].low *= factor * 0.9
            bars[index].close *= factor
            bars[index].adjustedClose *= factor
            bars[index].volume *= index % 3 == 0 ? 1000 : 1
        }
        try prepared.importPrices(bars, of: "ODD")
        let template = try #require(
            prepared.world.events.last { $0.ticker == "CAB" && $0.family == .earnings }
        )
        var event = template
        event.eventID = "made-up:ODD:1"
        event.ticker = "ODD"
        event.facts = EventFacts(epsEstimate: 1, epsActual: 90, surprisePercent: 8900)
        try prepared.importEvents([event])
        let prediction = try #require(
            try Self.job(prepared).predictions(eventID: event.eventID).predictions.first
        )
        #expect(prediction.score.reason == .outOfDistribution)
        #expect(prediction.score.adjusted == prediction.score.base)
        #expect(prediction.score.predictedImpact != nil)
    }

    @Test
    func `an unknown event is refused by its name`() throws {
        let (prepared, _) = try TrainedWorld.copy()
        #expect(throws: ScoreJobError.unknownEvent("nobody")) {
            try Self.job(prepared).predictions(eventID: "nobody")
        }
    }

    // MARK: Explanations

    @Test
    func `contributions add up to the adjustment, and factors to the base score`() throws {
        let (prepared, _) = try Self.scored()
        let job = Self.job(prepared)
        let rows = try prepared.predictions([.live])
        var adjusted = 0
        for event in prepared.world.events.enumerated().filter({ $0.offset % 17 == 0 }).map(\.element) {
            let set = try job.predictions(eventID: event.eventID)
            #expect(set.predictions.map(\.horizon) == Horizon.allCases)
            for prediction in set.predictions {
                let sum = prediction.contributions.reduce(0) { $0 + $1.points }
                #expect(abs(sum - prediction.score.adjustment.value) < 1e-6)
                let base = prediction.baseBreakdown.reduce(0) { $0 + $1.points }
                #expect(abs(min(max(base, 0), 100) - prediction.score.base.value) < 1e-9)
                if prediction.score.reason == nil {
                    adjusted += 1
                    #expect(prediction.contributions.count > 1 && prediction.model != nil)
                }
                // What is shown is what the log holds.
                let row = try #require(
                    rows.first { $0.eventID == event.eventID && $0.horizon == prediction.horizon }
                )
                #expect(row.adjusted == prediction.score.adjusted.value)
                #expect(row.featureHash == prediction.featureHash)
                #expect(row.modelID == (prediction.score.predictedImpact == nil ? nil : prediction.model?.id))
            }
        }
        #expect(adjusted > 20)
    }

    // MARK: The log

    @Test
    func `new data append new predictions and leave the old ones as they were`() throws {
        let (prepared, _) = try Self.scored()
        let before = try TableDump.lines("predictions", of: prepared.store)
        let ticker = "CAB"
        var bars = try #require(prepared.world.bars[ticker])
        for index in bars.indices where index > 500 { bars[index].volume *= 3 }
        try prepared.importPrices(bars, of: ticker)
        let report = try Self.job(prepared, later: 3600).run()
        #expect(report.written > 0)
        let after = try TableDump.lines("predictions", of: prepared.store)
        #expect(after.count == before.count + report.written)
        #expect(Set(after).isSuperset(of: before))
    }

    /// The whole pipeline is point in time: what happens after an event changes neither its features nor its score.
    @Test(arguments: [500, 900])
    func `a changed future changes no earlier prediction`(cut: Int) throws {
        let (prepared, _) = try Self.scored()
        let world = prepared.world
        // Every price after the cut is another one, and the labels follow.
        for (ticker, bars) in world.bars.sorted(by: { $0.key < $1.key }) {
            var changed = bars
            for index in changed.indices where index > cut {
                let factor = 1 + 0.2 * Double((index * 7919 + ticker.utf8.count * 31) % 13) / 13
                changed[index].close *= factor
                changed[index].adjustedClose *= factor
                changed[index].high *= factor * 1.01
                changed[index].low *= factor * 0.99
                changed[index].open *= factor
            }
            try prepared.importPrices(changed, of: ticker)
        }
        let labels = try prepared.label()
        #expect(labels.cells.values.reduce(0) { $0 + $1.revised } > 100)
        let before = Set(try TableDump.lines("predictions", of: prepared.store))
        _ = try Self.job(prepared, later: 3600).run()
        let rows = try prepared.predictions([.live])
        let reactions = world.reactionSessions
        var earlier = 0
        for (event, own) in Dictionary(grouping: rows, by: \.eventID) {
            let reaction = try #require(reactions[event]) - world.design.firstSession
            // The base session of an event that reacts in the first changed session is the cut itself.
            if reaction <= cut + 1 {
                earlier += 1
                #expect(own.count == 3, "\(event) reacts in session \(reaction)")
            }
        }
        #expect(earlier > 100)
        #expect(rows.count > 3 * world.events.count)
        #expect(Set(try TableDump.lines("predictions", of: prepared.store)).isSuperset(of: before))
    }
}
