public import Market

/// Makes labels: pure index arithmetic over one stock's closes and the benchmark's.
///
/// A label is refused for one of the reasons of `SkipReason`, tried in this order: pending, unsupported ticker,
/// no prices, not yet listed, base close (missing, suspect, delisted), outcome close (the same), a break between the two,
/// benchmark. Nothing later than the as-of session is read.
public struct OutcomeLabeler: Sendable {
    /// The exchange calendar that counts the sessions.
    public let calendar: ExchangeCalendar
    /// The benchmark's series.
    public let benchmark: PriceSeries
    /// The rules of the labels.
    public let rules: OutcomeRules
    private let benchmarkDigest: CloseDigest
    /// The last session up to which prices in general reach; a series that stops well before it has ended.
    private let marketEnd: Int

    /// Creates a labeller for a calendar, a benchmark and rules.
    ///
    /// - Parameters:
    ///   - calendar: counts the sessions.
    ///   - benchmark: the benchmark's series.
    ///   - rules: the rules of the labels.
    ///   - marketEnd: the last session up to which prices in general reach; nil for the benchmark's last.
    public init(
        calendar: ExchangeCalendar,
        benchmark: PriceSeries,
        rules: OutcomeRules,
        marketEnd: Int? = nil
    ) {
        self.calendar = calendar
        self.benchmark = benchmark
        self.rules = rules
        benchmarkDigest = CloseDigest(benchmark)
        self.marketEnd = min(marketEnd ?? benchmark.endSession - 1, benchmark.endSession - 1)
    }

    /// Tries every event of one ticker at every horizon.
    ///
    /// - Parameters:
    ///   - subjects: events of the ticker, in any order.
    ///   - ticker: the symbol.
    ///   - series: its closes; nil where none are known.
    ///   - horizons: the horizons to try.
    ///   - asOf: the last session that has closed; nothing after it is known.
    /// - Returns: one attempt per event and horizon, events in the given order, horizons in theirs.
    public func attempts(
        _ subjects: [LabelSubject],
        ticker: String,
        series: PriceSeries?,
        horizons: [Horizon],
        asOf: Int
    ) -> [LabelAttempt] {
        var attempts: [LabelAttempt] = []
        attempts.reserveCapacity(subjects.count * horizons.count)
        let stock = series.map { StockContext($0, benchmark: benchmark, horizons: horizons, asOf: asOf) }
        for subject in subjects {
            let sessions = try? EventSessions(
                knownAt: subject.knownAt,
                occurredOn: subject.occurredOn,
                timePrecision: subject.timePrecision,
                rule: rules.dayPrecision,
                calendar: calendar
            )
            for (position, horizon) in horizons.enumerated() {
                // Outside the calendar's coverage there is no session, hence no base close.
                guard let sessions else {
                    attempts.append(.skipped(.missingBaseClose))
                    continue
                }
                attempts.append(
                    attempt(
                        subject,
                        ticker: ticker,
                        sessions: sessions,
                        horizon: horizon,
                        position: position,
                        stock: stock,
                        asOf: asOf
                    )
                )
            }
        }
        return attempts
    }

    private func attempt(
        _ subject: LabelSubject,
        ticker: String,
        sessions: EventSessions,
        horizon: Horizon,
        position: Int,
        stock: StockContext?,
        asOf: Int
    ) -> LabelAttempt {
        let base = sessions.baseSession
        let outcome = sessions.outcomeSession(horizon)
        guard asOf >= base + horizon.sessions + 1 else { return .skipped(.pending) }
        guard subject.tickerIsValid else { return .skipped(.unsupportedTicker) }
        guard let stock, let listed = stock.firstClose else { return .skipped(.noPrices) }
        guard base >= listed else { return .skipped(.notYetListed) }
        let ended = stock.hasEnded(before: min(marketEnd, asOf), after: rules.delistedAfterSessions)
        if let reason = stock.missingReason(at: base, otherwise: .missingBaseClose, ended: ended)
            ?? stock.missingReason(at: outcome, otherwise: .missingOutcomeClose, ended: ended)
        {
            return .skipped(reason)
        }
        guard !stock.breaks(between: base, and: outcome) else { return .skipped(.suspectPrice) }
        let benchmarkBase = benchmark.adjustedClose(at: base)
        let benchmarkOutcome = benchmark.adjustedClose(at: outcome)
        guard !benchmarkBase.isNaN, !benchmarkOutcome.isNaN,
            !benchmark.breaks.contains(where: { $0 > base && $0 <= outcome })
        else { return .skipped(.benchmarkMissing) }

        let stockReturn = stock.series.adjustedClose(at: outcome) / stock.series.adjustedClose(at: base) - 1
        let benchmarkReturn = benchmarkOutcome / benchmarkBase - 1
        let abnormalReturn = stockReturn - benchmarkReturn
        let impact = stock.histories[position].midRankPercentile(
            of: abs(abnormalReturn),
            upTo: base,
            length: rules.historySessions,
            minimum: rules.minimumHistory
        )
        return .labelled(
            Outcome(
                eventID: subject.eventID,
                ticker: ticker,
                type: subject.type,
                horizon: horizon,
                benchmark: benchmark.ticker,
                baseSession: base,
                outcomeSession: outcome,
                stockReturn: stockReturn,
                benchmarkReturn: benchmarkReturn,
                abnormalReturn: abnormalReturn,
                direction: rules.direction(ofAbnormalReturn: abnormalReturn),
                realizedImpact: impact,
                priceVintage: vintage(stock: stock, base: base, outcome: outcome)
            )
        )
    }

    /// The digest of all closes that a label reads: the history up to the base, and the outcome closes.
    private func vintage(stock: StockContext, base: Int, outcome: Int) -> UInt64 {
        let history = (base - rules.historySessions + 1 - (outcome - base))...base
        let own = stock.digest.digest(of: history) &+ stock.digest.digest(of: outcome...outcome)
        let reference =
            benchmarkDigest.digest(of: history) &+ benchmarkDigest.digest(of: outcome...outcome)
        return CloseDigest.mix(own) ^ CloseDigest.mix(reference &+ 1)
    }
}
