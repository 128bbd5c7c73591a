import JSONText

/// A JSON object that carries the disclaimer by its own type.
protocol DisclaimedDocument: JSONWritable {}

extension ShownScore: DisclaimedDocument {}
extension RadarReply: DisclaimedDocument {}

extension Reply {
    /// A document that carries the disclaimer by itself.
    static func disclaimed(_ document: some DisclaimedDocument) -> Reply { .json(document) }
}
