import Foundation
import Market
import Models

/// Reads the registry with the gate's decisions, in a constant number of statements.
public struct RegistryReader {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Everything.
    public func view() throws -> RegistryView {
        let decisions = try decisions()
        let byModel = Dictionary(grouping: decisions) { $0.modelID ?? "" }
        var stored: [String: (at: UTCInstant, bytes: Int)] = [:]
        try connection.forEach(
            """
            SELECT m.model_id, m.created_at, length(a.artefact)
            FROM model_registry m LEFT JOIN model_artefacts a ON a.model_id = m.model_id
            """
        ) { row in stored[row.text(0)] = (try row.instant(1), row.integer(2)) }
        let models = try ModelStore(connection).records().compactMap { record in
            stored[record.id].map {
                RegisteredModel(
                    record: record,
                    createdAt: $0.at,
                    artefactBytes: $0.bytes,
                    decisions: byModel[record.id] ?? []
                )
            }
        }
        return RegistryView(models: models, refusals: Self.latest(byModel[""] ?? []))
    }

    /// The newest decision of each slot and head.
    private static func latest(_ decisions: [GateRecord]) -> [GateRecord] {
        var newest: [String: GateRecord] = [:]
        for decision in decisions { newest["\(decision.cell.key)/\(decision.head.rawValue)"] = decision }
        return newest.values.sorted { ($0.cell, $0.head.rawValue) < ($1.cell, $1.head.rawValue) }
    }

    private func decisions() throws -> [GateRecord] {
        let decoder = JSONDecoder()
        return try connection.map(
            """
            SELECT decision_id, model_id, family, horizon, head, passed, reason, decision, decided_at
            FROM gate_decisions ORDER BY decision_id
            """
        ) { row in
            guard let cell = Cell(key: "\(row.text(2))/\(row.text(3))") else {
                throw StorageError.corrupt(table: "gate_decisions", column: "family", value: row.text(2))
            }
            return GateRecord(
                id: row.integer(0),
                modelID: row.optionalText(1),
                cell: cell,
                head: try row.value(4, as: Head.self),
                passed: row.integer(5) != 0,
                reason: row.text(6),
                decision: try decoder.decode(HeadDecision.self, from: Data(row.utf8(7))),
                decidedAt: try row.instant(8)
            )
        }
    }
}
