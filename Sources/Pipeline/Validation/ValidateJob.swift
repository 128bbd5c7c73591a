public import Evaluation
import Foundation
import JSONText
import Market
import Models
import Storage
import Synchronization

/// The validation lab: sends simulated worlds through the engine's own jobs and sums up how often they are wrong.
///
/// Each world has a database of its own that is removed after it. A world that is done is kept at once, so that a run that was killed goes on
/// where it was; equal seeds give equal reports whatever the number of threads.
public struct ValidateJob: Sendable {
    private let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Runs the worlds of a plan that are not done yet, and issues the report.
    ///
    /// - Parameters:
    ///   - plan: the worlds.
    ///   - arguments: the command line for the run ledger.
    /// - Returns: the report; it is stored where its plan is large enough for a certificate.
    /// - Throws: what the jobs of a world throw; worlds done before stay done.
    public func run(_ plan: ValidationPlan, arguments: String = "") throws -> ValidationReport {
        try context.recorded(job: "validate", arguments: arguments) {
            let results = try results(of: plan)
            let report = try ValidationReport(results, seed: plan.seed, issuedAt: context.now())
            // A plan too small to certify anything must not take the place of a certificate.
            if plan.canCertify {
                try context.store.write { try ValidationStore($0).add(CertificateRow(report)) }
            }
            return JobResult(report: report, status: .succeeded, message: report.text)
        }.report
    }

    private func results(of plan: ValidationPlan) throws -> [WorldResult] {
        let version = EngineVersion.current
        let seed = Int(plan.seed)
        let designs = plan.designs
        let rows = try context.store.read {
            try ValidationStore($0).worlds(engineVersion: version, seed: seed)
        }
        var done: [WorldDesign: WorldResult] = [:]
        for result in rows.compactMap(WorldResult.init) {
            done[
                WorldDesign(kind: result.kind, seed: plan.seed, number: result.number, effect: result.effect)
            ] =
                result
        }
        let due = designs.filter { done[$0] == nil }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "market-echo-worlds-\(UUID().uuidString)"
        ).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let finished = Mutex(designs.count - due.count)
        let outcomes = ParallelMap.map(count: due.count, threads: context.settings.threads) { index in
            Result { () throws -> WorldResult in
                let result = try WorldRun(
                    design: due[index],
                    folder: folder,
                    resamples: context.settings.resamples
                )
                .result()
                try context.store.write {
                    try ValidationStore($0).add(result.row, engineVersion: version, seed: seed)
                }
                let count = finished.withLock { count in
                    count += 1
                    return count
                }
                context.progress(
                    ProgressUpdate(
                        stage: "worlds",
                        done: count,
                        total: designs.count,
                        detail: due[index].kind.rawValue
                    )
                )
                return result
            }
        }
        for (design, outcome) in zip(due, outcomes) { done[design] = try outcome.get() }
        return designs.compactMap { done[$0] }
    }
}

extension CertificateRow {
    /// The report as the database keeps it.
    init(_ report: ValidationReport) {
        self.init(
            issuedAt: report.issuedAt,
            engineVersion: report.engineVersion,
            seed: Int(report.seed),
            isCertificate: report.isCertificate,
            text: report.text,
            report: JSONWriter.text(report)
        )
    }
}

extension ValidationStanding {
    /// Days after which a certificate has to be renewed.
    static let validDays: Int64 = 90

    /// The standing of a stored report for this engine at a time.
    init(_ row: CertificateRow, now: UTCInstant) {
        let isCurrent = row.engineVersion == EngineVersion.current
        let isFresh = row.issuedAt.advanced(bySeconds: Self.validDays * 86_400) >= now
        var text = row.text
        if !isCurrent { text += "; made for engine \(row.engineVersion)" }
        if !isFresh { text += "; older than \(Self.validDays) days" }
        self.init(
            issuedAt: row.issuedAt,
            engineVersion: row.engineVersion,
            seed: row.seed,
            isValid: row.isCertificate && isCurrent && isFresh,
            text: text
        )
    }
}
