import EngineTestSupport
import Events
import Market
import Models
import Outcomes
import Pipeline
import Scores
import Storage
import Testing

/// Sums of the reading side against the same sums made one by one.
@Suite
struct WorldReadingTests {
    // MARK: Kinds

    @Test
    func `the history of a kind is what a walk over all labels gives`() throws {
        let prepared = try ScoredWorld.copy()
        let calendar = ExchangeCalendar.xnys
        let outcomes = Array(try prepared.outcomes().values.map(\.outcome))
        let events = Dictionary(uniqueKeysWithValues: prepared.world.events.map { ($0.eventID, $0) })
        for event in prepared.world.events.enumerated().filter({ $0.offset % 149 == 148 }).map(\.element) {
            let earlier = try prepared.store.read {
                try KindReader($0, calendar: calendar).earlier(than: event)
            }
            let group = ItemGroup(of: event)
            #expect(earlier.group == group)
            let like = outcomes.filter { outcome in
                events[outcome.eventID].map { ItemGroup(of: $0) == group && $0.knownAt < event.knownAt }
                    == true
                    && calendar.closesAt(session: outcome.outcomeSession) < event.knownAt
            }
            for horizon in Horizon.allCases {
                let all = like.filter { $0.horizon == horizon }
                let own = all.filter { $0.ticker == event.ticker }
                Self.expect(try #require(earlier.allCompanies[horizon]), equals: all)
                Self.expect(try #require(earlier.sameCompany[horizon]), equals: own)
            }
            let similar = prepared.world.events.filter {
                ItemGroup(of: $0) == group && $0.ticker == event.ticker && $0.knownAt < event.knownAt
            }.sorted { ($0.knownAt, $0.eventID) > ($1.knownAt, $1.eventID) }.prefix(5)
            #expect(earlier.similar.map(\.event.eventID) == similar.map(\.eventID))
        }
    }

    private static func expect(_ history: HistoryOfKind, equals outcomes: [Outcome]) {
        let impacts = outcomes.compactMap(\.realizedImpact).sorted()
        let sides = outcomes.filter { $0.direction != 0 }
        #expect(history.n == outcomes.count && history.impacts == impacts.count)
        #expect(history.companies == Set(outcomes.map(\.ticker)).count)
        #expect(history.directions == sides.count)
        #expect(history.newest.count == min(5, outcomes.count))
        guard !outcomes.isEmpty else {
            #expect(history == HistoryOfKind())
            return
        }
        let moves = outcomes.map { abs($0.abnormalReturn) }.reduce(0, +) / Double(outcomes.count)
        #expect(abs((history.meanAbsoluteMove ?? -1) - moves) < 1e-12)
        if !sides.isEmpty {
            let up = Double(sides.count { $0.direction == 1 }) / Double(sides.count)
            #expect(abs((history.shareUp ?? -1) - up) < 1e-12)
        }
        guard !impacts.isEmpty else { return }
        #expect(abs((history.meanImpact ?? -1) - impacts.reduce(0, +) / Double(impacts.count)) < 1e-9)
        let below = impacts.count { $0 < history.medianImpact ?? -1 }
        let above = impacts.count { $0 > history.medianImpact ?? -1 }
        #expect(below <= impacts.count / 2 && above <= impacts.count / 2)
    }

    @Test
    func `counts, newest and largest of a kind are those of a walk`() throws {
        let prepared = try ScoredWorld.copy()
        let outcomes = try prepared.outcomes()
        let selections = [
            KindSelection(), KindSelection(kind: .family(.earnings)),
            KindSelection(kind: .type(.fdaApproval)),
            KindSelection(kind: .item(try #require(FilingItem(number: "9.01")))),
            KindSelection(kind: .group(.results)), KindSelection(ticker: "CAB", kind: .family(.sec8K)),
            KindSelection(ticker: "nobody"),
            KindSelection(
                since: prepared.world.day(ofSession: 300),
                until: prepared.world.day(ofSession: 500)
            ),
        ]
        for selection in selections {
            let own = prepared.world.events.filter { Self.fits($0, selection) }
            let labels = outcomes.filter { key, _ in own.contains { $0.eventID == key.eventID } }
            try prepared.store.read { connection in
                let reader = KindReader(connection, calendar: .xnys)
                let counts = try #require(try reader.counts(selection))
                #expect(counts.events == own.count && counts.labels == labels.count)
                #expect(counts.companies == Set(own.map(\.ticker)).count)
                #expect(counts.labelledEvents == Set(labels.keys.map(\.eventID)).count)
                #expect(counts.scoredEvents == own.count)
                #expect(counts.firstDay == own.map(\.occurredOn).min())
                #expect(counts.lastDay == own.map(\.occurredOn).max())
                let newest = own.sorted { ($0.knownAt, $0.eventID) > ($1.knownAt, $1.eventID) }.prefix(7)
                let latest = try reader.latest(selection, limit: 7)
                #expect(latest.map(\.event.eventID) == newest.map(\.eventID))
                let largest = try reader.largestMoves(selection, horizon: .fiveDay, limit: 7)
                let sizes = labels.values.filter { $0.outcome.horizon == .fiveDay }.map(\.outcome.magnitude)
                #expect(
                    largest.compactMap { $0.label(.fiveDay).map { abs($0.abnormalReturn) } }
                        == Array(sizes.sorted(by: >).prefix(7))
                )
                let history = try reader.histories(selection)
                #expect(history.values.reduce(0) { $0 + $1.n } == labels.count)
            }
        }
    }

    private static func fits(_ event: MarketEvent, _ selection: KindSelection) -> Bool {
        let isKind =
            switch selection.kind {
            case .all: true
            case .family(let family): event.family == family
            case .type(let type): event.type == type
            case .item(let item): event.type == .sec8K && event.items.contains(item.number)
            case .group(let group): ItemGroup(of: event) == group
            }
        return isKind && (selection.ticker.map { $0 == event.ticker } ?? true)
            && (selection.since.map { $0 <= event.occurredOn } ?? true)
            && (selection.until.map { $0 >= event.occurredOn } ?? true)
    }

    // MARK: Related events

    @Test
    func `a release and its filing find each other first, then the company's, then the kind's`() throws {
        let prepared = try ScoredWorld.copy()
        let stored = try prepared.store.read { try EventStore($0).events() }
        let release = try #require(stored.last { $0.type == .earningsRelease && $0.relatedEventID != nil })
        let related = try prepared.store.read { try RelatedEventReader($0).events(relatedTo: release) }
        #expect(related.first?.event.eventID == release.relatedEventID)
        #expect(related.first?.relation == .sameAnnouncement)
        let order = RelatedEvent.Relation.allCases
        let ranks = related.compactMap { order.firstIndex(of: $0.relation) }
        let isSorted = zip(ranks, ranks.dropFirst()).allSatisfy { $0 <= $1 || $1 >= 3 && $0 < 5 }
        #expect(isSorted)
        #expect(Set(related.map(\.event.eventID)).count == related.count)
        #expect(!related.contains { $0.event.eventID == release.eventID })
        for other in related {
            switch other.relation {
            case .sameKind:
                #expect(other.event.ticker != release.ticker && other.event.knownAt < release.knownAt)
                #expect(ItemGroup(of: other.event) == ItemGroup(of: release))
            case .sameDay, .sameCompany: #expect(other.event.ticker == release.ticker)
            default: break
            }
        }
        #expect(related.count { $0.relation == .sameKind } == 5)
    }

    // MARK: Companies

    @Test
    func `a company is its events, labels and bars`() throws {
        let prepared = try ScoredWorld.copy()
        let ticker = "CAB"
        let overview = try #require(
            try prepared.store.read { try CompanyReader($0).overview(ticker: ticker) }
        )
        let own = prepared.world.events.filter { $0.ticker == ticker }
        #expect(overview.events == own.count && overview.name == "CAB Corporation")
        #expect(overview.eventCounts.map(\.family) == Set(own.map(\.family)).sorted())
        #expect(overview.firstEvent == own.first?.knownAt && overview.lastEvent == own.last?.knownAt)
        let labels = try prepared.outcomes().keys.filter { key in own.contains { $0.eventID == key.eventID } }
        #expect(overview.labelCounts == Dictionary(grouping: labels, by: \.horizon).mapValues(\.count))
        let bars = try #require(prepared.world.bars[ticker])
        #expect(overview.series?.bars == bars.count && overview.series?.lastDay == bars.last?.day)
        let closes = try prepared.store.read { try CompanyReader($0).closes(ticker: ticker) }
        #expect(closes == bars.map { AdjustedClose(day: $0.day, close: $0.adjustedClose) })
        let part = try prepared.store.read {
            try CompanyReader($0).closes(ticker: ticker, since: bars[10].day, until: bars[20].day)
        }
        #expect(part == Array(closes[10...20]))
        let unpriced = try #require(prepared.world.tickers.last)
        #expect(try prepared.store.read { try CompanyReader($0).overview(ticker: unpriced) }?.series == nil)
        #expect(try prepared.store.read { try CompanyReader($0).overview(ticker: "nobody") } == nil)
        #expect(try prepared.store.read { try CompanyReader($0).tickers() } == prepared.world.tickers)
    }

    // MARK: Counts

    @Test
    func `every event, labelled or not, is in the survivorship table once a horizon`() throws {
        let prepared = try ScoredWorld.copy()
        let quality = try prepared.store.read { try DataQualityReader($0).quality() }
        let rows = quality.survivorship
        #expect(rows.reduce(0) { $0 + $1.events } == 3 * prepared.world.events.count)
        #expect(rows.reduce(0) { $0 + $1.labelled } == (try prepared.count("event_outcomes")))
        var reasons: [SkipReason: Int] = [:]
        for row in rows { reasons.merge(row.skipped) { $0 + $1 } }
        #expect(reasons == Dictionary(grouping: try prepared.skips().values) { $0 }.mapValues(\.count))
        #expect(rows.allSatisfy { $0.notAttempted == 0 })
        let labelled = Double(try prepared.count("event_outcomes"))
        let share = 1 - labelled / Double(3 * prepared.world.events.count)
        #expect(abs((quality.unlabelledShare ?? -1) - share) < 1e-12)
        #expect(quality.prices.series == prepared.world.bars.count)
        #expect(quality.prices.bars == (try prepared.count("prices")))
        #expect(quality.prices.stale.isEmpty && quality.prices.quarantined.isEmpty)
        #expect(quality.sources.reduce(0) { $0 + $1.events } == prepared.world.events.count)
    }

    @Test
    func `an unlabelled world was not attempted, and a series that ends early is stale`() throws {
        let prepared = try PreparedWorld()
        let quality = try prepared.store.read { try DataQualityReader($0).quality() }
        #expect(quality.unlabelledShare == 1)
        #expect(quality.survivorship.allSatisfy { $0.notAttempted == $0.events && $0.skipped.isEmpty })
        #expect(quality.prices.stale.count == 1)
    }

    @Test
    func `the notice's counts are those of the tables`() throws {
        let prepared = try ScoredWorld.copy()
        let counts = try prepared.store.read { try LiveCountReader($0).counts() }
        #expect(counts.events == prepared.world.events.count)
        #expect(counts.labels == (try prepared.count("event_outcomes")))
        #expect(counts.labelledEvents == Set(try prepared.outcomes().keys.map(\.eventID)).count)
        #expect(counts.companies == prepared.world.tickers.count)
        #expect(counts.families == Set(prepared.world.events.map(\.family)).count)
        #expect(counts.predictions == (try prepared.count("predictions")))
        #expect(counts.currentPredictions == 3 * prepared.world.events.count)
        #expect(counts.models == (try prepared.models().count))
        #expect(counts.champions == (try prepared.models().count { $0.status == .champion }))
        #expect(counts.latestEvent == prepared.world.events.last?.knownAt)
        #expect(counts.latestPriceDay == prepared.world.bars["SPY"]?.last?.day)
        #expect(counts.latestRun?.job == "score")
    }

    @Test
    func `an empty database counts nothing`() throws {
        let store = try TemporaryDatabase().store()
        let counts = try store.read { try LiveCountReader($0).counts() }
        #expect(
            counts.events == 0 && counts.companies == 0 && counts.families == 0 && counts.predictions == 0
        )
        #expect(counts.latestEvent == nil && counts.latestPriceDay == nil && counts.latestRun == nil)
        #expect(try store.read { try DataQualityReader($0).quality() }.unlabelledShare == nil)
        #expect(try store.read { try ScoreStatsReader($0).stats() } == ScoreStats(rows: [], adjustments: [:]))
        #expect(try store.read { try RegistryReader($0).view() } == RegistryView(models: [], refusals: []))
    }

    @Test
    func `score statistics add up to the current predictions`() throws {
        let prepared = try ScoredWorld.copy()
        let stats = try prepared.store.read { try ScoreStatsReader($0).stats() }
        let rows = try prepared.predictions([.live])
        #expect(stats.predictions == rows.count)
        #expect(stats.applied == rows.count { $0.notAppliedReason == nil })
        let families = Dictionary(uniqueKeysWithValues: prepared.world.events.map { ($0.eventID, $0.family) })
        for group in stats.rows {
            let own = rows.filter {
                families[$0.eventID] == group.family && $0.horizon == group.horizon
                    && $0.notAppliedReason == group.reason?.rawValue
                    && ($0.modelID ?? $0.directionModelID) == group.model?.id
            }
            #expect(own.count == group.predictions)
            let mean = own.reduce(0) { $0 + $1.adjustment } / Double(own.count)
            #expect(abs(group.meanAdjustment - mean) < 1e-9)
            #expect(group.least == own.map(\.adjustment).min() && group.most == own.map(\.adjustment).max())
        }
        let steps = try #require(stats.adjustments[.oneDay])
        #expect(steps.count == 20 && steps.first?.lower == -20 && steps.last?.lower == 18)
        for step in steps {
            let upper = step.lower == 18 ? .infinity : step.lower + 2
            let own = rows.filter {
                $0.notAppliedReason == nil && $0.adjustment >= step.lower && $0.adjustment < upper
            }
            #expect(step.count == own.count, "from \(step.lower)")
        }
    }

    // MARK: Registry

    @Test
    func `the registry shows every version with its decisions, and slots without one`() throws {
        let prepared = try ScoredWorld.copy()
        let view = try prepared.store.read { try RegistryReader($0).view() }
        #expect(view.models.map(\.record) == (try prepared.models()))
        #expect(view.models.allSatisfy { $0.artefactBytes > 1000 && $0.decisions.map(\.head).count == 2 })
        #expect(view.champion(of: TrainedWorld.earnings)?.record.cell == TrainedWorld.earnings)
        #expect(view.refusals.allSatisfy { $0.modelID == nil && !$0.passed && !$0.reason.isEmpty })
        #expect(view.model("nobody") == nil)
        for decision in view.models.flatMap(\.decisions) {
            #expect(decision.passed == decision.decision.passed && decision.head == decision.decision.head)
        }
    }
}
