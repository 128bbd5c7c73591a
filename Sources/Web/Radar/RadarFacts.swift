import Evaluation
import Events
import Logging
import Market
import Models
import Outcomes
import Pipeline
import RadarQuant
import Scores
import Storage

/// The facts behind RadarQuant's answers: the database and the monitoring report.
struct RadarFacts: Sendable {
    private let visit: Visit

    /// Facts as one visit may read them.
    init(_ visit: Visit) {
        self.visit = visit
    }

    /// One function for each kind of question.
    var source: RadarQuantSource {
        let visit = visit
        let calendar = visit.site.job.calendar
        return RadarQuantSource(
            isTicker: { ticker in
                try await visit.read { connection in
                    try !EventReader(connection).page(EventQuery(ticker: ticker, limit: 1)).rows.isEmpty
                }
            },
            isEventID: { eventID in
                try await visit.read { try EventReader($0).row(eventID: eventID) != nil }
            },
            event: { try await event($0) },
            latestEvents: { filter, limit in
                try await visit.read { connection in
                    try KindReader(connection, calendar: calendar).latest(KindSelection(filter), limit: limit)
                        .map(EventLine.init)
                }
            },
            counts: { filter in
                try await visit.read { connection in
                    StoreCounts(try KindReader(connection, calendar: calendar).counts(KindSelection(filter)))
                }
            },
            history: { filter, horizon in
                let histories = try await visit.read { connection in
                    try KindReader(connection, calendar: calendar).histories(KindSelection(filter))
                }
                return try KindHistory(
                    ticker: filter.ticker,
                    kind: filter.kind,
                    horizon: horizon,
                    histories[horizon] ?? HistoryOfKind()
                )
            },
            biggestMoves: { filter, horizon, limit in
                try await visit.read { connection in
                    try KindReader(connection, calendar: calendar)
                        .largestMoves(KindSelection(filter), horizon: horizon, limit: limit)
                        .compactMap { MoveLine($0, horizon: horizon) }
                }
            },
            monitoring: { try await visit.monitoring().value }
        )
    }

    /// Everything about one event; nil where it is not stored.
    func event(_ eventID: String) async throws -> ExplanationFacts? {
        let calendar = visit.site.job.calendar
        let predictions = visit.site.predictions
        let stored = try await visit.read { try StoredFacts($0, eventID: eventID, calendar: calendar) }
        guard let stored else { return nil }
        let current = try await visit.offload { try predictions.prediction(eventID: eventID).predictions }
        return ExplanationFacts(
            event: stored.event,
            base: stored.base,
            predictions: current,
            outcomes: stored.outcomes,
            histories: stored.histories,
            cells: await cells(of: stored.event.type.family)
        )
    }

    /// The standing of the slots that speak about a family.
    ///
    /// An explanation stands without them: where the report cannot be had, the log says why and the answer has no figures
    /// about the model.
    private func cells(of family: EventFamily) async -> [CellReport] {
        do {
            return try await visit.monitoring().value.cells
                .filter { $0.cell.family == family || $0.cell.family == nil }
        } catch {
            visit.site.job.logger.warning(
                "an explanation goes without the monitoring report",
                metadata: ["reason": "\(error)", "request": "\(visit.requestID)"]
            )
            return []
        }
    }
}

/// What one transaction reads about an event.
private struct StoredFacts: Sendable {
    let event: MarketEvent
    let base: BaseFacts?
    let outcomes: [HorizonOutcome]
    let histories: [KindHistory]

    init?(_ connection: SQLConnection, eventID: String, calendar: ExchangeCalendar) throws {
        guard let row = try EventReader(connection).row(eventID: eventID) else { return nil }
        event = row.event
        base = try BaseScoreStore(connection).score(eventID: eventID).map { stored in
            let breakdown = try StoredBreakdown(json: stored.breakdown)
            return BaseFacts(
                score: try ImpactScore(stored.score),
                breakdown: breakdown.factors,
                notes: breakdown.notes,
                direction: row.base?.direction ?? .uncertain
            )
        }
        outcomes =
            try LabelReader(connection).history(eventID: eventID, asOf: nil)?.horizons
            .compactMap { try HorizonOutcome($0, event: row.event, calendar: calendar) } ?? []
        let earlier = try KindReader(connection, calendar: calendar).earlier(than: row.event)
        var histories: [KindHistory] = []
        for (ticker, kinds) in [(row.event.ticker, earlier.sameCompany), (nil, earlier.allCompanies)] {
            for horizon in Horizon.allCases {
                histories.append(
                    try KindHistory(
                        ticker: ticker,
                        kind: .like(row.event),
                        horizon: horizon,
                        kinds[horizon] ?? HistoryOfKind()
                    )
                )
            }
        }
        self.histories = histories
    }
}
