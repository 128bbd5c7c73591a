import EngineTestSupport
import Events
import Market
import Models
import Outcomes
import Pipeline
import Scores
import Storage
import Testing

@Suite
struct TrainJobTests {
    @Test
    func `a planted effect is found, and what has too little data is refused with what is missing`() throws {
        let (prepared, report) = try TrainedWorld.copy()
        #expect(report.cells.map(\.cell) == [TrainedWorld.earnings, TrainedWorld.fda, TrainedWorld.global])
        let (earnings, fda, global) = (report.cells[0], report.cells[1], report.cells[2])
        #expect(earnings.promoted && earnings.weight > 0.2 && earnings.evidence == .full)
        #expect(earnings.decision?.usableHeads == [.magnitude, .direction])
        #expect(global.promoted && global.weight > 0.2)
        #expect(fda.modelID == nil && !fda.promoted && fda.weight == 0)
        #expect(fda.reason.contains("15 labelled events"))
        #expect(try prepared.models().map(\.id) == [earnings.modelID, global.modelID])
        #expect(try prepared.models().map(\.status) == [.champion, .champion])
        // Every decision is on record, also of the cell that gave no model.
        let decisions = try prepared.store.read { connection in
            try connection.map("SELECT family, head, passed, model_id, reason FROM gate_decisions") {
                (family: $0.text(0), head: $0.text(1), passed: $0.integer(2) == 1, model: $0.optionalText(3))
            }
        }
        #expect(decisions.count == 6)
        #expect(decisions.filter { $0.family == "fda" }.allSatisfy { !$0.passed && $0.model == nil })
        #expect(decisions.filter { $0.family == "earnings" }.allSatisfy { $0.passed && $0.model != nil })
    }

    @Test
    func `the run is in the ledger with its cells`() throws {
        let (prepared, report) = try TrainedWorld.copy()
        let (run, counts) = try prepared.store.read { connection in
            let ledger = RunStore(connection)
            let run = try #require(try ledger.recent(limit: 9).first { $0.job == "train" })
            return (run, try ledger.counts(ofRun: run.id))
        }
        #expect(run.status == .succeeded && run.arguments == "--test" && run.message.contains("2 promoted"))
        #expect(
            counts == [
                RunCount(family: "earnings", horizon: "1d", outcome: "promoted", n: report.cells[0].samples),
                RunCount(family: "fda", horizon: "1d", outcome: "no_new_version", n: 15),
                RunCount(family: "global", horizon: "1d", outcome: "promoted", n: report.cells[2].samples),
            ]
        )
    }

    @Test
    func `training again on the same data makes no new version and writes no prediction`() throws {
        let (prepared, _) = try TrainedWorld.copy()
        let options = TrainOptions(cells: [TrainedWorld.earnings, TrainedWorld.global])
        let before = try prepared.everythingButRuns()
        let again = try TrainJob(prepared.context(at: prepared.world.now.advanced(bySeconds: 60)))
            .run(options)
        #expect(again.isNothingToDo)
        #expect(again.cells.allSatisfy { $0.reason.contains("trained on the same data") })
        #expect(try prepared.everythingButRuns() == before)
    }

    @Test
    func `a dry run says what would be trained and writes nothing`() throws {
        let prepared = try PreparedWorld()
        try prepared.label()
        let before = try TableDump.everything(of: prepared.store)
        let plan = try TrainJob(prepared.context()).run(TrainOptions(dryRun: true))
        #expect(plan.dryRun)
        #expect(plan.cells.count == 12)
        #expect(plan.cells.allSatisfy { $0.reason == "version 1.0.0: first model of the slot" })
        #expect(try TableDump.everything(of: prepared.store) == before)
    }

    @Test
    func `nothing can be trained without the benchmark's prices`() throws {
        let prepared = try PreparedWorld()
        _ = try prepared.store.write { try $0.execute("DELETE FROM price_series WHERE ticker = 'SPY'") }
        #expect(throws: LabelError.noBenchmark("SPY")) {
            try TrainJob(prepared.context()).run(TrainOptions())
        }
    }

    // MARK: What is stored

    @Test
    func `the stored artefact has the stored hash and gives the stored model`() throws {
        let (prepared, _) = try TrainedWorld.copy()
        for record in try prepared.models() {
            let bytes = try #require(try prepared.store.read { try ModelStore($0).artefact(of: record.id) })
            #expect(Digest.sha256(bytes) == record.sha256)
            let artefact = try ModelArtefact(decoding: bytes)
            #expect(artefact.metadata.cell == record.cell)
            #expect(try artefact.encoded() == bytes)
            #expect(record.labelVersion == OutcomeRules.version)
            #expect(
                record.trainingCutOff <= prepared.world.day(ofSession: prepared.world.design.sessions - 1)
            )
        }
    }

    @Test
    func `labels name the model that was trained on them last, until they are revised`() throws {
        let (prepared, report) = try TrainedWorld.copy()
        let global = try #require(report.cells[2].modelID)
        let (outcomes, families) = (
            try prepared.outcomes(),
            Dictionary(uniqueKeysWithValues: prepared.world.events.map { ($0.eventID, $0.family) })
        )
        for (key, row) in outcomes {
            // The global model was trained after the family's.
            #expect(row.trainedVersion == (key.horizon == .oneDay ? global : nil))
            #expect(families[key.eventID] != nil)
        }
        let ticker = "CAB"
        var bars = try #require(prepared.world.bars[ticker])
        for index in bars.indices { bars[index].adjustedClose *= 0.9 }
        try prepared.importPrices(bars, of: ticker)
        try prepared.label()
        for (_, row) in try prepared.outcomes() where row.outcome.ticker == ticker {
            #expect(row.trainedVersion == nil)
        }
        let kept = try TableDump.lines("event_outcome_revisions", of: prepared.store)
        #expect(kept.contains { $0.contains(global) })
    }

    @Test
    func `out-of-sample predictions are one for each event and model, within the guardrail`() throws {
        let (prepared, report) = try TrainedWorld.copy()
        let rows = try prepared.predictions()
        #expect(rows.allSatisfy { $0.kind != .live })
        for cell in report.cells where cell.modelID != nil {
            let own = rows.filter { $0.modelID == cell.modelID }
            #expect(Set(own.map(\.eventID)).count == own.count)
            #expect(Double(own.count) > 0.4 * Double(cell.samples))
            #expect(Set(own.map(\.kind)) == [.walkForward, .lockBox])
            #expect(
                own.allSatisfy { $0.baselineImpact != nil && $0.baselineProbability != nil && $0.fold != nil }
            )
        }
        for row in rows {
            // The stored numbers are those of the formula, or this throws.
            _ = try GuardrailedScore(
                restoringBase: row.baseScore,
                predictedImpact: row.predictedImpact,
                weight: row.weight,
                reason: row.notAppliedReason,
                adjustment: row.adjustment,
                adjusted: row.adjusted
            )
            #expect(abs(row.adjustment) <= Guardrail.limit)
        }
    }

    @Test
    func `predictions out of sample are better than those of the base score`() throws {
        let (prepared, report) = try TrainedWorld.copy()
        let outcomes = try prepared.outcomes()
        let model = try #require(report.cells[0].modelID)
        var errors = (model: 0.0, base: 0.0)
        var right = 0
        var asked = 0
        for row in try prepared.predictions() where row.modelID == model {
            let outcome = try #require(outcomes[OutcomeKey(eventID: row.eventID, horizon: row.horizon)])
                .outcome
            if let realized = outcome.realizedImpact, let predicted = row.predictedImpact {
                errors.model += abs(predicted - realized)
                errors.base += abs(row.baseScore - realized)
            }
            guard let probability = row.probabilityUp, outcome.direction != 0 else { continue }
            asked += 1
            if (probability > 0.5) == (outcome.direction > 0) { right += 1 }
        }
        #expect(errors.model < errors.base)
        #expect(asked > 100 && Double(right) > 0.6 * Double(asked))
    }

    // MARK: New data

    @Test
    func `new labels give a new version; the old one, its predictions and its decisions stay`() throws {
        let (prepared, report) = try TrainedWorld.copy()
        let before = try prepared.learned()
        // One more company announces results on days on which it has prices.
        let bars = try #require(prepared.world.bars["CAB"])
        let later = prepared.world.now.advanced(bySeconds: 60)
        try prepared.importPrices(bars, of: "NEW", at: later)
        let events = try (0..<10).map { number in
            let template = try #require(
                prepared.world.events.first { $0.ticker == "CAB" && $0.family == .earnings }
            )
            var event = template
            event.eventID = "made-up:NEW:\(number)"
            event.ticker = "NEW"
            event.occurredOn = prepared.world.day(ofSession: 300 + 60 * number)
            event.timePrecision = .exact
            event.knownAt = NewYork.instant(day: event.occurredOn, secondOfDay: 30_000)
            return event
        }
        try prepared.importEvents(events, at: later)
        try prepared.label(at: later)
        let again = try TrainJob(prepared.context(at: later))
            .run(TrainOptions(cells: [TrainedWorld.earnings]))
        #expect(again.cells.map(\.modelID) == ["market-echo-earnings-1d@1.1.0"])
        #expect(again.cells[0].samples == report.cells[0].samples + 10)
        let after = try prepared.learned()
        for table in ["model_artefacts", "predictions", "gate_decisions"] {
            let lost = Set(before[table] ?? []).subtracting(after[table] ?? [])
            #expect(lost.isEmpty, "\(table) lost \(lost.count) rows")
        }
        let champions = try prepared.models().filter { $0.status == .champion }.map(\.cell)
        #expect(champions.sorted() == [TrainedWorld.earnings, TrainedWorld.global])
        #expect(champions.count == Set(champions).count)
    }
}
