import HTTPTypes
import JSONText
import Market
import Models
import Scores
import Storage

/// Current predictions, one by one and many at a time.
struct ScoreRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(
                .get,
                "/ml-scores/{event_id}",
                kind: .api,
                parameters: ["horizon", "contributions"],
                answer: score
            ),
            Route(.post, "/ml-scores/batch", kind: .api, caching: .never, answer: batch),
            Route(.get, "/ml-scores/stats", kind: .api, answer: stats),
        ]
    }

    @Sendable
    private func score(_ visit: Visit) async throws -> Reply {
        let eventID = try visit.path("event_id")
        let horizon = try visit.query.horizon()
        let contributions = try visit.query.code("contributions", as: ContributionDetail.self) ?? .top
        let stored = try visit.site.predictions.prediction(eventID: eventID)
        return .disclaimed(
            try ShownScore(try stored.shown(), horizon: horizon, contributions: contributions)
        )
    }

    @Sendable
    private func batch(_ visit: Visit) async throws -> Reply {
        let body = try await JSONBody(visit, accepted: ["event_ids", "horizon", "contributions"])
        let eventIDs = try body.texts(
            "event_ids",
            count: 1...PredictionBatchError.largestBatch,
            longest: 200
        )
        let code = try body.choice("horizon", among: Horizon.allCases.map(\.code))
        let horizon = code.flatMap { Horizon(code: $0) }
        let contributions = try body.code("contributions", as: ContributionDetail.self) ?? .top
        let predictions = visit.site.predictions
        let stored = try await visit.offload { try predictions.predictions(eventIDs: eventIDs) }
        let items = zip(eventIDs, stored).map {
            BatchItem(eventID: $0, $1, horizon: horizon, contributions: contributions)
        }
        return APIDocument { json in
            json.member("items", items)
            json.member("requested", items.count)
            json.member("found", items.count(where: \.isFound))
            json.member("failed", items.count { !$0.isFound })
        }.reply()
    }

    @Sendable
    private func stats(_ visit: Visit) async throws -> Reply {
        let found = try await visit.read { connection in
            (
                counts: try LiveCountReader(connection).counts(),
                stats: try ScoreStatsReader(connection).stats()
            )
        }
        return APIDocument { json in
            found.counts.writeMembers(to: &json)
            found.stats.writeMembers(to: &json)
        }.reply()
    }
}
