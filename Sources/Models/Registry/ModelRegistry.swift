public import Market

/// Which version a newly trained model gets.
public enum VersionDecision: Hashable, Sendable {
    /// The same data and configuration gave this model already; nothing new is stored.
    case unchanged(ModelRecord)
    /// A new version, and why.
    case new(SemanticVersion, reason: String)
}

/// The rules of the registry as pure functions: records in, changed records out.
public enum ModelRegistry {
    /// The version that a model trained on these data gets.
    ///
    /// Major rises when feature set or labels change their version, minor when data or configuration change; the same
    /// data hash and configuration give no new version. Records are all of the slot, in any order.
    public static func nextVersion(
        after records: [ModelRecord],
        dataHash: String,
        configurationFingerprint: String,
        featureSetVersion: String,
        labelVersion: String
    ) -> VersionDecision {
        guard let latest = records.max(by: { $0.version < $1.version }) else {
            return .new(.initial, reason: "first model of the slot")
        }
        if latest.featureSetVersion != featureSetVersion || latest.labelVersion != labelVersion {
            let what =
                latest.featureSetVersion != featureSetVersion
                ? "feature set \(latest.featureSetVersion) became \(featureSetVersion)"
                : "label version \(latest.labelVersion) became \(labelVersion)"
            return .new(SemanticVersion(major: latest.version.major + 1, minor: 0), reason: what)
        }
        if latest.dataHash == dataHash, latest.configurationFingerprint == configurationFingerprint {
            return .unchanged(latest)
        }
        return .new(
            SemanticVersion(major: latest.version.major, minor: latest.version.minor + 1),
            reason: latest.dataHash != dataHash ? "new data" : "new configuration"
        )
    }

    /// The champion of a slot; nil where it has none.
    public static func champion(of cell: Cell, in records: [ModelRecord]) -> ModelRecord? {
        records.first { $0.cell == cell && $0.status == .champion }
    }

    /// Makes a model the champion of its slot; the previous champion is archived.
    ///
    /// - Returns: the changed records, the new champion last, so that storing them in order never shows two champions.
    /// - Throws: `RegistryError` for an unknown id, a model whose gate refused it, the present champion, or a time that
    ///   lies before a record's last change.
    public static func promote(
        id: String,
        in records: [ModelRecord],
        reason: String,
        at instant: UTCInstant
    ) throws(RegistryError) -> [ModelRecord] {
        guard let record = records.first(where: { $0.id == id }) else { throw .unknownModel(id: id) }
        guard record.status != .champion else { throw .alreadyChampion(id: id) }
        guard record.evaluation.decision.passed else {
            throw .gateRefused(id: id, reason: record.evaluation.decision.reason)
        }
        return try replaceChampion(
            in: records,
            by: record,
            archiving: "replaced by \(id)",
            promoting: reason,
            at: instant
        )
    }

    /// Archives the champion of a slot and restores the one before it.
    ///
    /// Going back twice goes back two champions: a model that was rolled back is not a predecessor any more.
    ///
    /// - Returns: the changed records, the restored champion last.
    /// - Throws: `RegistryError` where the slot has no champion or had none before, or the time lies too early.
    public static func rollback(
        cell: Cell,
        in records: [ModelRecord],
        reason: String,
        at instant: UTCInstant
    ) throws(RegistryError) -> [ModelRecord] {
        guard try soleChampion(of: cell, in: records) != nil else { throw .noChampion(cell: cell) }
        let previous = predecessor(cell: cell, in: records)
        guard let previous else { throw .noPreviousChampion(cell: cell) }
        return try replaceChampion(
            in: records,
            by: previous,
            archiving: "rolled back: \(reason)",
            promoting: "restored: \(reason)",
            at: instant
        )
    }

    /// The champion below the present one when the slot's history is read as a stack.
    ///
    /// A model that takes over from the one directly above it, as a rollback does, takes that one off.
    private static func predecessor(cell: Cell, in records: [ModelRecord]) -> ModelRecord? {
        var stack: [ModelRecord] = []
        for period in ModelTimeline(records).periods(cell: cell) {
            if stack.count > 1, stack[stack.count - 2].id == period.record.id {
                stack.removeLast()
            } else {
                stack.append(period.record)
            }
        }
        return stack.dropLast().last
    }

    private static func soleChampion(
        of cell: Cell,
        in records: [ModelRecord]
    ) throws(RegistryError) -> ModelRecord? {
        let champions = records.filter { $0.cell == cell && $0.status == .champion }
        guard champions.count < 2 else {
            throw .severalChampions(cell: cell, ids: champions.map(\.id).sorted())
        }
        return champions.first
    }

    private static func replaceChampion(
        in records: [ModelRecord],
        by record: ModelRecord,
        archiving: String,
        promoting: String,
        at instant: UTCInstant
    ) throws(RegistryError) -> [ModelRecord] {
        var changed: [ModelRecord] = []
        if let current = try soleChampion(of: record.cell, in: records) {
            changed.append(try current.taking(.archived, reason: archiving, at: instant))
        }
        changed.append(try record.taking(.champion, reason: promoting, at: instant))
        return changed
    }
}

extension ModelRecord {
    fileprivate func taking(
        _ status: ModelStatus,
        reason: String,
        at instant: UTCInstant
    ) throws(RegistryError) -> ModelRecord {
        if let last = history.last, instant < last.at {
            throw .outOfOrder(id: id, at: instant, last: last.at)
        }
        var record = self
        record.history.append(StatusChange(status: status, reason: reason, at: instant))
        return record
    }
}
