import HTTPTypes
import JSONText
import Market
import Storage

/// The run ledger and the quality of the data, for insiders.
struct JobRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(
                .get,
                "/jobs",
                kind: .api,
                audience: .insiders,
                parameters: ["job", "status", "limit", "cursor"],
                answer: list
            ),
            Route(.get, "/jobs/{run_id}", kind: .api, audience: .insiders, answer: job),
            Route(.get, "/data-quality", kind: .api, audience: .insiders, answer: quality),
        ]
    }

    @Sendable
    private func list(_ visit: Visit) async throws -> Reply {
        let job = try visit.query.text("job", longest: 100)
        let status = try visit.query.code("status", as: RunStatus.self)
        let limit = try visit.query.integer("limit", in: 1...200) ?? 50
        let cursor = try visit.query.text("cursor", longest: 4096)
        let places = ListCursor(list: "jobs")
        let before = try places.place(in: cursor).flatMap(Self.number)
        let runs = try await visit.read { connection in
            try RunStore(connection).page(ofJob: job, status: status, before: before, limit: limit + 1)
        }
        let page = ItemPage(
            items: Array(runs.prefix(limit)),
            nextCursor: runs.count > limit ? runs.prefix(limit).last.map { places.text(of: "\($0.id)") } : nil
        )
        return APIDocument { json in
            page.writeMembers(to: &json) { $0.writeMembers(to: &$1) }
        }.reply()
    }

    @Sendable
    private func job(_ visit: Visit) async throws -> Reply {
        let text = try visit.path("run_id")
        guard let number = Self.number(text) else {
            throw Problem.parameter("run_id", text, accepted: "the number of a run, 1 or more")
        }
        let found = try await visit.read { connection in
            let store = RunStore(connection)
            return try store.run(number).map { (run: $0, counts: try store.counts(ofRun: number)) }
        }
        guard let found else { throw Problem.notFound("run", text, hint: "GET /jobs lists what there is") }
        return APIDocument { json in
            found.run.writeMembers(to: &json)
            json.member("counts", objects: found.counts) { $0.writeMembers(to: &$1) }
        }.reply()
    }

    @Sendable
    private func quality(_ visit: Visit) async throws -> Reply {
        let quality = try await visit.read { try DataQualityReader($0).quality() }
        return APIDocument(quality.writeMembers).reply()
    }

    /// A positive number of decimal digits; nil for any other text.
    private static func number(_ text: String) -> Int? {
        guard (1...16).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int(text), number >= 1
        else { return nil }
        return number
    }
}
