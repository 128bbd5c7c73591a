import Pipeline
import RadarQuant

/// Answers questions and explains events from what is stored, for pages and the API alike.
struct RadarDesk: Sendable {
    private let facts: RadarFacts
    private let rephraser: Rephraser?

    /// A desk for one visit.
    init(_ visit: Visit) {
        facts = RadarFacts(visit)
        rephraser = visit.site.settings.languageModel.map {
            Rephraser(client: LanguageModelClient($0), logger: visit.site.job.logger)
        }
    }

    /// Answers a question.
    ///
    /// - Throws: whatever the database throws, and `Problem` 503 where the answer needs a report that cannot be had.
    func ask(_ question: Question) async throws -> RadarReply {
        try await reply(QuestionAnswerer(source: facts.source).answer(question))
    }

    /// Explains an event; nil where no event has that key.
    func explain(eventID: String) async throws -> RadarReply? {
        guard let facts = try await facts.event(eventID) else { return nil }
        return try await reply(Explainer.explain(facts))
    }

    private func reply(_ answer: RadarQuantAnswer) async throws -> RadarReply {
        RadarReply(answer: answer, rephrased: try await rephraser?.rephrase(answer) ?? .off)
    }
}
