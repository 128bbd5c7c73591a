import Evaluation
import Market
import Models
public import Storage

/// Reads graded events page by page.
///
/// An event stands once for a horizon and kind: with the prediction of the model that answers for its family. It writes
/// nothing.
public struct BacktestEventsJob: Sendable {
    private let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// One page, newest reaction day first.
    ///
    /// - Parameters:
    ///   - filter: which events.
    ///   - cursor: the last row of the page before; nil for the first page.
    ///   - limit: rows of the page, brought into 1...500.
    /// - Returns: the rows and the cursor of the next page.
    /// - Throws: `StorageError` for a stored value that cannot be read.
    public func page(
        _ filter: BacktestEventFilter,
        after cursor: BacktestEventCursor? = nil,
        limit: Int = 50
    ) throws -> BacktestEventPage {
        try context.store.read { connection in
            let store = BacktestEventStore(connection, calendar: context.calendar)
            return try store.page(filter, serving: try Self.serving(store), after: cursor, limit: limit)
        }
    }

    /// The model of each family with labels at each horizon: the slot's champion, else its newest.
    private static func serving(_ store: BacktestEventStore) throws -> [BacktestEventStore.Serving] {
        let slots = Dictionary(grouping: try store.slots(), by: \.cell).compactMapValues { slot in
            slot.first { $0.status == .champion } ?? slot.max { $0.version < $1.version }
        }
        let serving = ServingSlots(
            champions: slots.filter { $0.value.status == .champion }.map(\.key),
            trained: Array(slots.keys)
        )
        return try store.families().flatMap { family in
            Horizon.allCases.compactMap { horizon in
                serving.slot(family, horizon).flatMap { cell in
                    slots[cell].map {
                        BacktestEventStore.Serving(
                            family: family,
                            horizon: horizon,
                            cell: cell,
                            modelID: $0.modelID
                        )
                    }
                }
            }
        }
    }
}
