import Market
import Models
import Statistics

/// Figures of one population (the predictions of one slot made in one way), computed and resampled together.
///
/// Rows are put in order of day, company and event first, so that the order in which they came does not matter. The
/// name of the population seeds its resampling: equal names and rows give equal figures, interval and all.
struct FigureTable {
    /// The rows of the population.
    let rows: [GradedPrediction]
    private let prefix: String
    private let kind: SampleKind
    private let settings: MonitoringSettings
    private let dayOfRow: Clustering
    private let companyOfRow: Clustering
    /// Spans of as many sessions as the longest horizon has; nil at one session.
    ///
    /// Outcome windows of nearby days overlap, and so share what moves prices.
    private let windowOfRow: Clustering?
    private var columns: [[Double]] = []
    private var counts: [(members: [Int], column: Int)] = []
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
        self.init(rows, name: cell.key, kind: kind, settings: settings)
    }

    /// The table of a population that is not a whole slot, under a name of its own.
    init(_ rows: [GradedPrediction], name: String, kind: SampleKind, settings: MonitoringSettings) {
        let days = Clustering(rows.map(\.reactionSession))
        let companies = Clustering(rows.map(\.ticker))
        let order = Self.order(rows, days, companies)
        self.rows = order.map { rows[$0] }
        self.kind = kind
        self.settings = settings
        prefix = "\(name).\(kind.rawValue)"
        dayOfRow = days.reordered(order)
        companyOfRow = companies.reordered(order)
        let sessions = rows.map(\.cell.horizon.sessions).max() ?? 1
        windowOfRow =
            sessions > 1 ? Clustering(rows.map { $0.reactionSession / sessions }).reordered(order) : nil
    }

    /// Rows by day, company, event and horizon; whole numbers are sorted, since rows are large.
    private static func order(
        _ rows: [GradedPrediction],
        _ days: Clustering,
        _ companies: Clustering
    ) -> [Int] {
        var keys = rows.indices.map { row in
            (key: days.ofRow[row] * companies.count + companies.ofRow[row], row: row)
        }
        keys.sort { left, right in
            guard left.key == right.key else { return left.key < right.key }
            let (first, second) = (rows[left.row], rows[right.row])
            guard first.eventID == second.eventID else { return first.eventID < second.eventID }
            return first.cell.horizon < second.cell.horizon
        }
        return keys.map(\.row)
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

    /// A column that counts some rows; figures of the same rows share it.
    mutating func count(_ members: [Int]) -> Int {
        if let known = counts.first(where: { $0.members == members }) { return known.column }
        var ones = [Double](repeating: 0, count: rows.count)
        for member in members { ones[member] = 1 }
        columns.append(ones)
        counts.append((members, columns.count - 1))
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
        let members = values.indices.filter { values[$0] != nil }
        return add(name, unit, .ratio(column(values), count(members)), members: members, baselines: baselines)
    }

    /// Adds a share of hits over the rows for which the closure answers.
    mutating func share(
        _ name: String,
        baselines: [Baseline] = [],
        _ isHit: (GradedPrediction) -> Bool?
    ) -> Int {
        let values = rows.map { isHit($0).map { $0 ? 1.0 : 0 } }
        let members = values.indices.filter { values[$0] != nil }
        return add(
            name,
            .fraction,
            .ratio(column(values), count(members)),
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
        let days = entries.map { dayOfRow.count(of: $0.members) }
        let companies = entries.map { companyOfRow.count(of: $0.members) }
        let day = intervals(dayOfRow, own: days, stream: 0, estimates)
        let company = intervals(companyOfRow, own: companies, stream: 1, estimates)
        let spans = windowOfRow.map { windows in
            intervals(windows, own: entries.map { windows.count(of: $0.members) }, stream: 2, estimates)
        }
        var figures: [Figure] = []
        for (index, entry) in entries.enumerated() {
            figures.append(
                try figure(
                    entry,
                    estimates[index],
                    days: (days[index], day[index]),
                    companies: (companies[index], company[index]),
                    window: spans?[index]
                )
            )
        }
        return figures
    }

    private func figure(
        _ entry: Entry,
        _ value: Double?,
        days: (count: Int, interval: Interval?),
        companies: (count: Int, interval: Interval?),
        window: Interval?
    ) throws(StatisticsError) -> Figure {
        var interval: Interval?
        var basis: String?
        if let day = days.interval, let company = companies.interval {
            basis = company.width > day.width ? "company" : "day"
            interval = basis == "company" ? company : day
            if let window, let widest = interval, window.width > widest.width {
                basis = "window"
                interval = window
            }
        }
        let (days, companies) = (days.count, companies.count)
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
    private func intervals(
        _ clusters: Clustering,
        own: [Int],
        stream: UInt64,
        _ estimates: [Double?]
    ) -> [Interval?] {
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
            guard own[index] > 1 else { return nil }
            var draws: [Double] = []
            draws.reserveCapacity(settings.resamples)
            if case .ratio(let above, let below) = entry.formula {
                sums.appendRatios(above, below, to: &draws)
            } else {
                for resample in 0..<settings.resamples {
                    if let value = entry.formula({ sums.sum($0, in: resample) }) { draws.append(value) }
                }
            }
            guard 20 * draws.count >= 19 * settings.resamples else { return nil }
            let tail = Self.tail(clusters: own[index], confidence: settings.confidence)
            return TailSort.interval(&draws, tail: tail)
        }
    }

    /// The share of draws beyond each end of an interval.
    static func tail(clusters: Int, confidence: Double) -> Double {
        let count = Double(clusters)
        let t = StudentTDistribution.quantile((1 - confidence) / 2, degreesOfFreedom: count - 1)
        return NormalDistribution.cdf(t * (count / (count - 1)).squareRoot())
    }
}
