import Events
import Market
import Outcomes
import RadarQuant
import Statistics
import Storage

/// From what the database keeps to what RadarQuant reads.
extension KindSelection {
    /// The events that a filter lets pass.
    init(_ filter: EventFilter) {
        self.init(
            ticker: filter.ticker,
            kind: KindScope(filter.kind),
            since: filter.since,
            until: filter.until
        )
    }
}

extension KindScope {
    /// The kind under its name in the database.
    init(_ kind: EventKind) {
        self =
            switch kind {
            case .all: .all
            case .family(let family): .family(family)
            case .type(let type): .type(type)
            case .item(let item): .item(item)
            case .group(let group): .group(group)
            }
    }
}

extension EventLine {
    /// An event of a list.
    init(_ row: EventListRow) {
        let applied = row.predictions.first(where: \.isApplied)
        self.init(
            eventID: row.event.eventID,
            ticker: row.event.ticker,
            type: row.event.type,
            title: row.event.title,
            occurredOn: row.event.occurredOn,
            baseScore: row.base?.score,
            adjustedScore: applied?.adjusted,
            adjustedHorizon: applied?.horizon
        )
    }
}

extension MoveLine {
    /// A move of a list; nil where the event has no label of the horizon.
    init?(_ row: EventListRow, horizon: Horizon) {
        guard let label = row.label(horizon) else { return nil }
        self.init(
            event: EventLine(row),
            horizon: horizon,
            abnormalReturn: label.abnormalReturn,
            realizedImpact: label.realizedImpact
        )
    }
}

extension StoreCounts {
    /// Counts; nothing stored where there are none.
    init(_ counts: KindCounts?) {
        self.init(
            events: counts?.events ?? 0,
            companies: counts?.companies ?? 0,
            labelledEvents: counts?.labelledEvents ?? 0,
            labelledOutcomes: counts?.labels ?? 0,
            scoredEvents: counts?.scoredEvents ?? 0,
            firstDay: counts?.firstDay,
            lastDay: counts?.lastDay
        )
    }
}

extension KindHistory {
    /// A history with Wilson's interval for the share of moves up.
    init(
        ticker: String?,
        kind: EventKind,
        horizon: Horizon,
        _ history: HistoryOfKind
    ) throws(StatisticsError) {
        let ups = history.shareUp.map { Int(($0 * Double(history.directions)).rounded()) }
        let interval = try ups.flatMap { ups throws(StatisticsError) in
            try ProportionInterval.wilson(successes: ups, trials: history.directions)
        }
        self.init(
            ticker: ticker,
            kind: kind,
            horizon: horizon,
            n: history.n,
            companies: history.companies,
            meanImpact: history.meanImpact,
            medianImpact: history.medianImpact,
            shareUp: history.shareUp,
            shareUpLower: interval?.lower,
            shareUpUpper: interval?.upper,
            meanAbsMovePercent: history.meanAbsoluteMove.map { $0 * 100 },
            eventIDs: history.newest
        )
    }
}

extension HorizonOutcome {
    /// What is recorded of a horizon; nil where nothing is.
    ///
    /// - Throws: `StorageError.corrupt` where a session or a vintage is none.
    init?(_ labels: HorizonLabels, event: MarketEvent, calendar: ExchangeCalendar) throws {
        switch labels.state {
        case .nothingRecorded: return nil
        case .skipped(let reason, _): self.init(horizon: labels.horizon, result: .skipped(reason))
        case .labelled(let label):
            guard let base = try calendar.session(on: label.baseSession),
                let last = try calendar.session(on: label.outcomeSession),
                let vintage = UInt64(label.priceVintage, radix: 16)
            else {
                throw StorageError.corrupt(
                    table: "event_outcomes",
                    column: "base_session, outcome_session or price_vintage",
                    value: "\(label.baseSession), \(label.outcomeSession), \(label.priceVintage)"
                )
            }
            let outcome = Outcome(
                eventID: event.eventID,
                ticker: event.ticker,
                type: event.type,
                horizon: labels.horizon,
                benchmark: label.benchmark,
                baseSession: base,
                outcomeSession: last,
                stockReturn: label.stockReturn,
                benchmarkReturn: label.benchmarkReturn,
                abnormalReturn: label.abnormalReturn,
                direction: label.direction,
                realizedImpact: label.realizedImpact,
                priceVintage: vintage
            )
            self.init(
                horizon: labels.horizon,
                result: .labelled(outcome),
                outcomeDay: label.outcomeSession
            )
        }
    }
}
