import Market

/// Answers questions about stored events, companies, families, accuracy and limits; declines everything else.
///
/// Deterministic: no language model takes part. A question is data; nothing in it can change what the
/// answerer does.
public struct QuestionAnswerer: Sendable {
    let source: RadarQuantSource

    /// Creates an answerer over a source of facts.
    public init(source: RadarQuantSource) {
        self.source = source
    }

    /// The answer to a question.
    ///
    /// - Parameter question: what a person asks.
    /// - Returns: an answer made of stored facts, or one that says why there is none and what can be asked.
    /// - Throws: what the source throws.
    public func answer(_ question: Question) async throws -> RadarQuantAnswer {
        let reading = try await QuestionReader(source: source).read(question)
        switch reading.intent {
        case .explain(let eventID):
            guard let facts = try await source.event(eventID) else { return Declining.unknownEvent(eventID) }
            return Explainer.explain(facts)
        case .unknownEvent(let text): return Declining.unknownEvent(text)
        case .unknownCompany(let text): return Declining.unknownCompany(text)
        case .trading: return Declining.trading
        case .forecast: return Declining.forecast
        case .outside: return Declining.outside
        case .language: return Declining.language
        case .empty: return Declining.empty
        case .help: return Declining.help
        case .concept(let concept): return ConceptReply.answer(concept)
        case .meaning(let kind): return ConceptReply.answer(kind)
        case .latest: return try await EventListReply(source: source).latest(reading)
        case .biggestMoves: return try await EventListReply(source: source).biggestMoves(reading)
        case .counts: return try await CountReply(source: source).answer(reading)
        case .history: return try await HistoryReply(source: source).answer(reading)
        case .limits: return try await LimitReply(source: source).answer(reading)
        case .accuracy, .highConfidence, .calibration, .error, .modelStatus, .notApplied:
            return MonitoringReply(report: try await source.monitoring()).answer(reading)
        }
    }
}
