import HTTPTypes
import JSONText
import RadarQuant

/// Explanations and answers in sentences.
struct RadarQuantRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(.get, "/radarquant/explain/{event_id}", kind: .api, answer: explain),
            Route(.post, "/radarquant/ask", kind: .api, caching: .never, answer: ask),
        ]
    }

    @Sendable
    private func explain(_ visit: Visit) async throws -> Reply {
        let eventID = try visit.path("event_id")
        guard let reply = try await RadarDesk(visit).explain(eventID: eventID) else {
            throw Problem.unknownEvent(eventID)
        }
        return .disclaimed(reply)
    }

    @Sendable
    private func ask(_ visit: Visit) async throws -> Reply {
        let question = try Self.question(of: try await JSONBody(visit, accepted: ["question"]))
        return .disclaimed(try await RadarDesk(visit).ask(question))
    }

    /// The question of a body.
    private static func question(of body: JSONBody) throws -> Question {
        let text = try body.text("question", longest: 500)
        do {
            return try Question(text)
        } catch {
            throw Problem.body("question: \(error)")
        }
    }
}
