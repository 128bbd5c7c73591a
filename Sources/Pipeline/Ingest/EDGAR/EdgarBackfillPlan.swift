import Fetching
import Market
import Storage

/// Which companies are asked in which order, and how much of their history.
struct EdgarBackfillPlan {
    /// One company to ask.
    struct Step: Equatable {
        let cik: String
        /// The condition of the request; nil where the whole file is needed.
        let condition: FetchCondition?
        /// The day from which shards are needed; nil for all of them.
        let shardsSince: TradingDay?
        /// How far back the company is covered after the step: a day, or `all`.
        let covered: String
    }

    let steps: [Step]

    /// Plans the requests.
    ///
    /// Companies that were never read come first, then those that were asked longest ago, so that a run that stops early is
    /// continued by the next.
    init(companies: [String], states: [String: SourceState], since: TradingDay?, limit: Int?) {
        func key(_ cik: String) -> (Int64, String) {
            (states[cik]?.lastAttemptAt?.secondsSinceEpoch ?? .min, cik)
        }
        let ordered = companies.map(key).sorted { $0 < $1 }.map(\.1)
        steps = ordered.prefix(limit ?? ordered.count).map { cik in
            Self.step(cik, state: states[cik], since: since)
        }
    }

    private static let everything = "all"

    private static func step(_ cik: String, state: SourceState?, since: TradingDay?) -> Step {
        let covered = state?.position
        let coveredDay = covered.flatMap { TradingDay(iso8601: $0) }
        var isCovered = covered == everything
        if let since, let coveredDay, coveredDay <= since { isCovered = true }
        guard isCovered, let state, let lastSuccess = state.lastSuccessAt else {
            return Step(cik: cik, condition: nil, shardsSince: since, covered: since?.iso8601 ?? everything)
        }
        let condition = FetchCondition(entityTag: state.entityTag, lastModified: state.lastModified)
        // Rows that moved into a shard since the last reading, with a month to spare.
        return Step(
            cik: cik,
            condition: condition == FetchCondition() ? nil : condition,
            shardsSince: lastSuccess.utcDay.advanced(byDays: -30),
            covered: covered ?? everything
        )
    }
}
