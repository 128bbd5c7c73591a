import Evaluation
import Foundation
import Logging
import Market
import Models
import Statistics
import Storage

/// Sends one simulated world through the engine's own jobs: store events and prices, label, train, judge, report.
struct WorldRun {
    let design: WorldDesign
    /// A folder that may hold the world's database while it is at work.
    let folder: String
    /// Resamples of an interval.
    let resamples: Int

    /// Runs the world and removes its database.
    ///
    /// - Throws: what the jobs throw.
    func result() throws -> WorldResult {
        let world = SimulatedWorld(design)
        let path = "\(folder)/\(design.kind.rawValue)-\(design.number)-\(design.effect).sqlite"
        defer {
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
        }
        let store = try Store(path: path, cacheKilobytes: 8_000)
        let context = JobContext(
            store: store,
            settings: EngineSettings(
                benchmark: SimulatedWorld.benchmark,
                seed: design.number,
                threads: 1,
                resamples: resamples
            ),
            now: { world.now },
            logger: Logger(label: "validation") { _ in SwiftLogNoOpLogHandler() }
        )
        _ = try PriceImportJob(context).store(world.bars, source: "simulated")
        _ = try EventSaving(context).save(world.events)
        _ = try LabelJob(context).run(LabelOptions())
        let training = try TrainJob(context).run(TrainOptions())
        let report = try MonitorJob(context).run()
        try store.close()
        return summary(training, report)
    }

    private func summary(_ training: TrainReport, _ report: MonitoringReport) -> WorldResult {
        var result = WorldResult(
            kind: design.kind,
            number: design.number,
            effect: design.effect,
            outcomes: report.totalOutcomes,
            promoted: [],
            judged: 0,
            ranges: 0,
            covered: 0,
            intervals: 0,
            intervalsWithTruth: 0
        )
        for cell in training.cells {
            guard let decision = cell.decision else { continue }
            for head in Head.allCases where decision.head(head).againstBaseline != nil {
                result.judged += 1
                if decision.head(head).passed { result.promoted.append(WorldResult.name(cell.cell, head)) }
            }
        }
        result.promoted.sort()
        for sample in report.cells.flatMap(\.samples) {
            if let coverage = sample.range?.coverage, let share = coverage.value {
                result.ranges += coverage.n
                result.covered += Int((share * Double(coverage.n)).rounded())
            }
            guard design.effect == 0, let accuracy = sample.direction?.accuracy,
                let interval = accuracy.interval
            else { continue }
            result.intervals += 1
            if interval.contains(0.5) { result.intervalsWithTruth += 1 }
        }
        return result
    }
}
