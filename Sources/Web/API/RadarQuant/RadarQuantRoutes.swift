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
        let body = try await JSONBody(visit, accepted: ["question"])
        let text = try body.text("question", longest: 500)
        let question: Question
        do {
            question = try Question(text)
        } catch {
            throw Problem.body("question: \(error)")
        }
        return .disclaimed(try await RadarDesk(visit).ask(question))
    }
}
