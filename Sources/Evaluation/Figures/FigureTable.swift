import Models
import Statistics

/// Figures of one population (the predictions of one slot made in one way), computed and resampled together.
///
/// Rows are put in order of day, company and event first, so that the order in which they came does not matter.
struct FigureTable {
    /// The rows of the population.
    let rows: [GradedPrediction]
    private let prefix: String
    private let kind: SampleKind
    private let settings: MonitoringSettings
    private let dayOfRow: Clustering
    private let companyOfRow: Clustering
    private var columns: [[Double]] = []
    private var entries: [Entry] = []

    /// A figure before its interval is known.
    private struct Entry {
        let name: String
        let unit: FigureUnit
        let formula: Formula
        let members: [Int]
        let isProportion: Bool
        let baselines: [Baseline]
    }

    init(_ rows: [GradedPrediction], cell: Cell, kind: SampleKind, settings: MonitoringSettings) {
        let rows = rows.sorted {
            ($0.reactionSession, $0.ticker, $0.eventID) < ($1.reactionSession, $1.ticker, $1.eventID)
        }
        self.rows = rows
        self.kind = kind
        self.settings = settings
        prefix = "\(cell.key).\(kind.rawValue)"
        dayOfRow = Clustering(rows.map(\.reactionSession))
        companyOfRow = Clustering(rows.map(\.ticker))
    }

    // MARK: - Columns

    /// Adds a column with a value for some rows and zero for the others.
    mutating func column(_ value: (GradedPrediction) -> Double?) -> Int {
        column(rows.map(value))
    }

    /// Adds a column of values, nil counting as zero.
    mutating func column(_ values: [Double?]) -> Int {
        columns.append(values.map { $0 ?? 0 })
        return columns.count - 1
    }

    // MARK: - Figures

    /// Adds a mean over the rows for which the closure answers; returns the figure's number.
    mutating func mean(
        _ name: String,
        _ unit: FigureUnit,
        baselines: [Baseline] = [],
        _ value: (GradedPrediction) -> Double?
    ) -> Int {
        let values = rows.map(value)
        let above = column(values)
        let below = column(values.map { $0 == nil ? nil : 1 })
        let members = values.indices.filter { values[$0] != nil }
        return add(name, unit, .ratio(above, below), members: members, baselines: baselines)
    }

    /// Adds a share of hits over the rows for which the closure answers.
    mutating func share(
        _ name: String,
        baselines: [Baseline] = [],
        _ isHit: (GradedPrediction) -> Bool?
    ) -> Int {
        let values = rows.map { isHit($0).map { $0 ? 1.0 : 0 } }
        let above = column(values)
        let below = column(values.map { $0 == nil ? nil : 1 })
        let members = values.indices.filter { values[$0] != nil }
        return add(
            name,
            .fraction,
            .ratio(above, below),
            members: members,
            isProportion: true,
            baselines: baselines
        )
    }

    /// Adds a figure with a formula over columns that were added before.
    mutating func add(
        _ name: String,
        _ unit: FigureUnit,
        _ formula: Formula,
        members: [Int],
        isProportion: Bool = false,
        baselines: [Baseline] = []
    ) -> Int {
        entries.append(
            Entry(
                name: name,
                unit: unit,
                formula: formula,
                members: members,
                isProportion: isProportion,
                baselines: baselines
            )
        )
        return entries.count - 1
    }

    /// The mean over the rows for which the closure answers, as a baseline.
    func baseline(_ name: String, _ value: (GradedPrediction) -> Double?) -> Baseline {
        let values = rows.compactMap(value)
        return Baseline(
            name: name,
            value: values.isEmpty ? nil : values.reduce(0, +) / Double(values.count),
            n: values.count
        )
    }

    // MARK: - Intervals

    /// All figures with their intervals, in the order in which they were added.
    func figures() throws(StatisticsError) -> [Figure] {
        let totals = columns.map { $0.reduce(0, +) }
        let estimates = entries.map { entry in entry.members.isEmpty ? nil : entry.formula { totals[$0] } }
        let day = intervals(dayOfRow, stream: 0, estimates)
        let company = intervals(companyOfRow, stream: 1, estimates)
        var figures: [Figure] = []
        for (index, entry) in entries.enumerated() {
            figures.append(try figure(entry, estimates[index], day: day[index], company: company[index]))
        }
        return figures
    }

    private func figure(
        _ entry: Entry,
        _ value: Double?,
        day: Interval?,
        company: Interval?
    ) throws(StatisticsError) -> Figure {
        let days = Set(entry.members.map { dayOfRow.ofRow[$0] }).count
        let companies = Set(entry.members.map { companyOfRow.ofRow[$0] }).count
        var interval: Interval?
        var basis: String?
        if let day, let company {
            basis = company.width > day.width ? "company" : "day"
            interval = basis == "company" ? company : day
        }
        if entry.isProportion, let value, value == 0 || value == 1, min(days, companies) > 1 {
            let trials = min(days, companies)
            interval = try ProportionInterval.clopperPearson(
                successes: value == 1 ? trials : 0,
                trials: trials,
                confidence: settings.confidence
            )
            basis = trials == days ? "day" : "company"
        }
        return Figure(
            key: "\(prefix).\(entry.name)",
            value: value,
            unit: entry.unit,
            kind: kind,
            n: entry.members.count,
            companies: companies,
            days: days,
            interval: interval,
            confidence: settings.confidence,
            basis: basis,
            baselines: entry.baselines,
            minimumDetectable: minimumDetectable(interval, entry.baselines.first?.value)
        )
    }

    /// The distance that would be found with 80 % power at 5 %, where the interval holds the baseline.
    private func minimumDetectable(_ interval: Interval?, _ baseline: Double?) -> Double? {
        guard let interval, let baseline, interval.contains(baseline) else { return nil }
        let standardError = interval.width / (2 * NormalDistribution.quantile((1 + settings.confidence) / 2))
        return (NormalDistribution.quantile(0.95) + NormalDistribution.quantile(0.8)) * standardError
    }

    /// Expanded percentile intervals (Hesterberg 2015), as `ClusterBootstrap` has them, nil below two clusters.
    private func intervals(_ clusters: Clustering, stream: UInt64, _ estimates: [Double?]) -> [Interval?] {
        guard clusters.count > 1, !columns.isEmpty else { return entries.map { _ in nil } }
        var seeds = RandomStream(seed: settings.seed, stream: KeyHash.of(prefix) &+ stream)
        var generator = SplitMix64(seed: seeds.next())
        let sums = ClusterSums(
            columns: columns,
            clusterOfRow: clusters.ofRow,
            clusterCount: clusters.count,
            resamples: settings.resamples,
            generator: &generator
        )
        return entries.indices.map { index in
            guard estimates[index] != nil else { return nil }
            let entry = entries[index]
            let own = Set(entry.members.map { clusters.ofRow[$0] }).count
            guard own > 1 else { return nil }
            var draws: [Double] = []
            draws.reserveCapacity(settings.resamples)
            for resample in 0..<settings.resamples {
                if let value = entry.formula({ sums.sum($0, in: resample) }) { draws.append(value) }
            }
            guard 20 * draws.count >= 19 * settings.resamples else { return nil }
            draws.sort()
            let tail = Self.tail(clusters: own, confidence: settings.confidence)
            guard let lower = Quantile.ofSorted(draws, tail), let upper = Quantile.ofSorted(draws, 1 - tail)
            else {
                return nil
            }
            return Interval(lower: lower, upper: max(lower, upper))
        }
    }

    private static func tail(clusters: Int, confidence: Double) -> Double {
        let count = Double(clusters)
        let t = StudentTDistribution.quantile((1 - confidence) / 2, degreesOfFreedom: count - 1)
        return NormalDistribution.cdf(t * (count / (count - 1)).squareRoot())
    }
}
