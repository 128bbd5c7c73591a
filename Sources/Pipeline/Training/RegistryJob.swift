public import Market
public import Models
import Storage

/// The registry jobs: list, promote, roll back, and who was live when.
public struct RegistryJob: Sendable {
    private let context: JobContext

    /// Creates the jobs.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// All versions, sorted by family, horizon and age.
    public func models() throws -> [ModelRecord] {
        try context.store.read { try ModelStore($0).records() }
    }

    /// The champions at the end of a day, sorted by cell; none for a slot that had no champion then.
    public func live(on day: TradingDay) throws -> [ModelRecord] {
        let records = try models()
        let timeline = ModelTimeline(records)
        return Set(records.map(\.cell)).sorted().compactMap { timeline.live(cell: $0, on: day) }
    }

    /// Makes a version the champion of its slot; the former champion is archived.
    ///
    /// - Throws: `RegistryError` where there is no such model, it is champion already or the gate refused it.
    @discardableResult
    public func promote(id: String, reason: String) throws -> [ModelRecord] {
        try change(job: "promote", arguments: id) { records, now in
            let cell = records.first { $0.id == id }?.cell
            let slot = records.filter { $0.cell == cell }
            return try ModelRegistry.promote(id: id, in: slot, reason: reason, at: now)
        }
    }

    /// Gives a slot back to its former champion.
    ///
    /// - Throws: `RegistryError` where the slot has no champion or never had another one.
    @discardableResult
    public func rollback(cell: Cell, reason: String) throws -> [ModelRecord] {
        try change(job: "rollback", arguments: cell.key) { records, now in
            let slot = records.filter { $0.cell == cell }
            return try ModelRegistry.rollback(cell: cell, in: slot, reason: reason, at: now)
        }
    }

    private func change(
        job: String,
        arguments: String,
        _ body: ([ModelRecord], UTCInstant) throws -> [ModelRecord]
    ) throws -> [ModelRecord] {
        let now = context.now()
        return try context.recorded(job: job, arguments: arguments) {
            let changed = try context.store.write { connection in
                let store = ModelStore(connection)
                let changed = try body(try store.records(), now)
                try store.update(changed)
                return changed
            }
            return JobResult(
                report: changed,
                status: .succeeded,
                message: changed.map { "\($0.id) is \($0.status.rawValue)" }.joined(separator: ", ")
            )
        }.report
    }
}
