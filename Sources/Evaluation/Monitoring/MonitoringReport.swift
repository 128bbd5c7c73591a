import Events
public import Market
public import Models
import Scores
public import Statistics

/// Everything that the monitoring section shows, as one value.
///
/// Each figure says on which predictions it was computed: walk-forward, lock-box, or live ones made before their
/// outcome. Nothing in-sample is in here.
public struct MonitoringReport: Sendable, Equatable {
    /// When the report was made.
    public let generatedAt: UTCInstant
    /// The instant up to which prices and events are known.
    public let dataAsOf: UTCInstant?
    /// Symbol and name of the benchmark.
    public let benchmark: String
    /// Distinct labelled events, with companies and days.
    public let labelled: LabelledCount
    /// Labelled outcomes: events times horizons.
    public let totalOutcomes: Int
    /// Families with labelled events, sorted.
    public let families: [FamilyReport]
    /// Slots with labelled events, predictions or a model, sorted.
    public let cells: [CellReport]
    /// Standing of the validation certificate; nil where there is none.
    public let certificate: ValidationStanding?
    /// Points of adjustment from which a prediction counts as made with high confidence.
    public let highConfidenceAdjustment: Double

    /// Every figure of the report, in order of slots and kinds.
    public var figures: [Figure] { cells.flatMap { $0.samples.flatMap(\.figures) } }

    /// The report of a slot; nil where there is nothing to say.
    public func cell(_ cell: Cell) -> CellReport? { cells.first { $0.cell == cell } }
}

extension MonitoringReport {
    /// Computes the report.
    ///
    /// It computes until it is done: call it off the cooperative thread pool.
    ///
    /// - Throws: `StatisticsError` where a prediction holds numbers that are not finite or no probabilities.
    public init(
        _ input: MonitoringInput,
        settings: MonitoringSettings = MonitoringSettings()
    ) throws(StatisticsError) {
        let samples = try Self.samples(input, settings: settings)
        let cells = Self.slots(input).map { cell -> CellReport in
            let own = samples.filter { $0.cell == cell }.map(\.report).sorted { $0.kind < $1.kind }
            let model =
                input.models.first { $0.cell == cell && $0.status == .champion }
                ?? input.models.filter { $0.cell == cell }.max { $0.version < $1.version }
            let labelled = input.count(cell.family, cell.horizon)
            return CellReport(
                cell: cell,
                model: model,
                labelled: labelled,
                health: HealthAssessment(
                    events: labelled.events,
                    companies: labelled.companies,
                    days: labelled.days,
                    model: model,
                    calibration: own.first { $0.kind == .walkForward }?.calibration?.verdict,
                    certificate: input.certificate
                ),
                samples: own
            )
        }
        self.init(
            generatedAt: input.generatedAt,
            dataAsOf: input.dataAsOf,
            benchmark: input.benchmark,
            labelled: input.count(nil, nil),
            totalOutcomes: input.totalOutcomes,
            families: Self.families(input, cells),
            cells: cells,
            certificate: input.certificate,
            highConfidenceAdjustment: settings.highConfidenceAdjustment
        )
    }

    // MARK: - Parts

    /// One population with its report.
    private struct CellSample {
        let cell: Cell
        let report: SampleReport
    }

    private static func samples(
        _ input: MonitoringInput,
        settings: MonitoringSettings
    ) throws(StatisticsError) -> [CellSample] {
        struct Population: Hashable {
            let cell: Cell
            let kind: SampleKind
        }
        let groups = Dictionary(grouping: input.predictions) { Population(cell: $0.cell, kind: $0.kind) }
            .sorted {
                ($1.value.count, $0.key.cell, $0.key.kind) < ($0.value.count, $1.key.cell, $1.key.kind)
            }
        let results = ParallelMap.map(count: groups.count, threads: settings.threads) {
            index -> Result<CellSample, StatisticsError> in
            let (population, rows) = groups[index]
            do throws(StatisticsError) {
                return .success(
                    CellSample(
                        cell: population.cell,
                        report: try SampleReport(
                            rows,
                            cell: population.cell,
                            kind: population.kind,
                            settings: settings
                        )
                    )
                )
            } catch {
                return .failure(error)
            }
        }
        var samples: [CellSample] = []
        for result in results { samples.append(try result.get()) }
        return samples
    }

    /// Slots that there is something to say about, sorted.
    private static func slots(_ input: MonitoringInput) -> [Cell] {
        var cells = Set(input.predictions.map(\.cell)).union(input.models.map(\.cell))
        for count in input.counts where count.events > 0 {
            if let horizon = count.horizon { cells.insert(Cell(family: count.family, horizon: horizon)) }
        }
        return cells.sorted()
    }

    private static func families(_ input: MonitoringInput, _ cells: [CellReport]) -> [FamilyReport] {
        let families = Set(input.counts.compactMap(\.family)).union(cells.compactMap(\.cell.family)).sorted()
        return families.map { family in
            let own = cells.filter { $0.cell.family == family }
            let ranked: [HealthBadge] = [.productionReady, .prototype, .insufficientData]
            let best = ranked.lazy.compactMap { badge in own.first { $0.health.badge == badge } }.first
            return FamilyReport(
                family: family,
                labelled: input.count(family, nil),
                byHorizon: Horizon.allCases.map { input.count(family, $0) },
                health: best.map {
                    HealthAssessment(
                        badge: $0.health.badge,
                        reasons: ["\($0.cell.horizon.badge): \($0.health.reason)"]
                    )
                } ?? HealthAssessment(badge: .insufficientData, reasons: ["no labelled events"])
            )
        }
    }
}
