import Foundation
public import Market
public import Models

/// The model registry: records, artefacts, status changes and gate decisions.
public struct ModelStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// What a record holds beside its columns.
    private struct Detail: Codable {
        var configurationFingerprint: String
        var usableHeads: [Head]
        var evaluation: ModelEvaluation
    }

    /// All records, or those of one cell, sorted by family, horizon and age.
    public func records(of cell: Cell? = nil) throws -> [ModelRecord] {
        let history = try histories()
        let filter = cell == nil ? "" : "WHERE family = $1 AND horizon = $2"
        let values: [SQLValue] = cell.map { [.text($0.familyName), .text($0.horizon.code)] } ?? []
        return try connection.map(
            """
            SELECT model_id, family, horizon, version, sha256, feature_set_version, label_version,
                training_cutoff, data_hash, seed, samples, companies, weight, record
            FROM model_registry \(filter) ORDER BY family, horizon, created_at, model_id
            """,
            values
        ) { row in
            try Self.decode(row, history: history[row.text(0)] ?? [])
        }
    }

    /// Adds a record with its artefact.
    public func insert(_ record: ModelRecord, artefact: [UInt8], now: UTCInstant) throws {
        let detail = Detail(
            configurationFingerprint: record.configurationFingerprint,
            usableHeads: record.usableHeads.sorted { $0.rawValue < $1.rawValue },
            evaluation: record.evaluation
        )
        try connection.execute(
            """
            INSERT INTO model_registry (model_id, name, family, horizon, version, status, sha256,
                feature_set_version, label_version, training_cutoff, data_hash, seed, samples, companies,
                weight, record, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """,
            [
                .text(record.id), .text(record.cell.modelName), .text(record.cell.familyName),
                .text(record.cell.horizon.code), .text(record.version.text), .text(record.status.rawValue),
                .text(record.sha256), .text(record.featureSetVersion), .text(record.labelVersion),
                .day(record.trainingCutOff), .text(record.dataHash), .integer(record.seed),
                .integer(record.sampleCount), .integer(record.companyCount), .real(record.weight),
                .text(try Self.encode(detail)), .instant(now),
            ]
        )
        try connection.execute(
            "INSERT INTO model_artefacts (model_id, artefact) VALUES ($1, $2)",
            [.text(record.id), .blob(artefact)]
        )
        try appendHistory(record, storedChanges: 0)
    }

    /// Brings the status of changed records up to date; those that leave the champion's place go first.
    public func update(_ records: [ModelRecord]) throws {
        let leaving = records.filter { $0.status != .champion }
        for record in leaving + records.filter({ $0.status == .champion }) {
            try connection.execute(
                "UPDATE model_registry SET status = $1 WHERE model_id = $2",
                [.text(record.status.rawValue), .text(record.id)]
            )
            let stored = try connection.count(
                "SELECT count(*) FROM model_status_changes WHERE model_id = $1",
                [.text(record.id)]
            )
            try appendHistory(record, storedChanges: stored)
        }
    }

    /// The artefact of a model; nil where there is no such model.
    public func artefact(of modelID: String) throws -> [UInt8]? {
        try connection.first(
            "SELECT artefact FROM model_artefacts WHERE model_id = $1",
            [.text(modelID)]
        ) { $0.blob(0) }
    }

    /// Appends the gate's decision on one head of a model or of a cell that gave none.
    public func append(
        _ decision: HeadDecision,
        cell: Cell,
        modelID: String?,
        now: UTCInstant
    ) throws {
        try connection.execute(
            """
            INSERT INTO gate_decisions (model_id, family, horizon, head, passed, reason, decision, decided_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .optional(modelID), .text(cell.familyName), .text(cell.horizon.code),
                .text(decision.head.rawValue), .integer(decision.passed ? 1 : 0), .text(decision.reason),
                .text(try Self.encode(decision)), .instant(now),
            ]
        )
    }

    /// Notes on labels which model was trained on them last.
    public func markTrained(eventIDs: [String], horizon: Horizon, version: String) throws {
        let eventIDs = eventIDs.sorted()
        try connection.bulk(
            "UPDATE event_outcomes SET trained_version = $1 WHERE event_id = $2 AND horizon = $3",
            count: eventIDs.count
        ) { index, binder in
            binder.text(version)
            binder.text(eventIDs[index])
            binder.text(horizon.code)
        }
    }

    // MARK: Rows

    private func histories() throws -> [String: [StatusChange]] {
        var result: [String: [StatusChange]] = [:]
        try connection.forEach(
            "SELECT model_id, to_status, reason, changed_at FROM model_status_changes ORDER BY change_id"
        ) { row in
            result[row.text(0), default: []].append(
                StatusChange(
                    status: try row.value(1, as: ModelStatus.self),
                    reason: row.text(2),
                    at: try row.instant(3)
                )
            )
        }
        return result
    }

    private func appendHistory(_ record: ModelRecord, storedChanges: Int) throws {
        var former = storedChanges > 0 ? record.history[storedChanges - 1].status : nil
        for change in record.history.dropFirst(storedChanges) {
            try connection.execute(
                """
                INSERT INTO model_status_changes (model_id, from_status, to_status, reason, changed_at)
                VALUES ($1, $2, $3, $4, $5)
                """,
                [
                    .text(record.id), .optional(former?.rawValue), .text(change.status.rawValue),
                    .text(change.reason), .instant(change.at),
                ]
            )
            former = change.status
        }
    }

    private static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func decode(_ row: SQLRow, history: [StatusChange]) throws -> ModelRecord {
        let detail = try JSONDecoder().decode(Detail.self, from: Data(row.text(13).utf8))
        guard let cell = Cell(key: "\(row.text(1))/\(row.text(2))"),
            let version = SemanticVersion(text: row.text(3))
        else {
            throw StorageError.corrupt(table: "model_registry", column: "version", value: row.text(3))
        }
        return try ModelRecord(
            cell: cell,
            version: version,
            sha256: row.text(4),
            featureSetVersion: row.text(5),
            labelVersion: row.text(6),
            trainingCutOff: try row.day(7),
            dataHash: row.text(8),
            configurationFingerprint: detail.configurationFingerprint,
            seed: row.integer(9),
            sampleCount: row.integer(10),
            companyCount: row.integer(11),
            evaluation: detail.evaluation,
            weight: row.double(12),
            usableHeads: Set(detail.usableHeads),
            history: history
        )
    }
}
