public import Scores

/// The sum behind a base score, read back from its JSON text.
public struct StoredBreakdown: Sendable, Equatable {
    /// The terms in their order.
    public var factors: [ScoreFactor]
    /// What was not known, one sentence each.
    public var notes: [String]

    /// Reads the text that the scoring job stored.
    ///
    /// - Throws: `StorageError.corrupt` for any other text.
    public init(json: some StringProtocol) throws(StorageError) {
        try self.init(utf8: Array(json.utf8))
    }

    /// Reads the UTF-8 bytes of that text.
    init(utf8 bytes: [UInt8]) throws(StorageError) {
        var scanner = BreakdownScanner(bytes)
        guard let breakdown = scanner.breakdown() else {
            throw .corrupt(
                table: "base_scores",
                column: "breakdown",
                value: String(decoding: bytes.prefix(80), as: UTF8.self)
            )
        }
        self = breakdown
    }

    init(factors: [ScoreFactor], notes: [String]) {
        self.factors = factors
        self.notes = notes
    }

    /// The sum of all terms.
    public var sum: Double { factors.reduce(0) { $0 + $1.points } }
}

extension StoredBaseScore {
    /// Its factors and notes.
    ///
    /// - Throws: `StorageError.corrupt` for a text that the scoring job did not write.
    public func factorsAndNotes() throws(StorageError) -> StoredBreakdown {
        try StoredBreakdown(json: breakdown)
    }
}
