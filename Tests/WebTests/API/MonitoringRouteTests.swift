import Evaluation
import HTTPTypes
import JSONText
import Pipeline
import Testing

@testable import Web

/// The ML Monitoring report over HTTP.
struct MonitoringRouteTests {
    private let world: APIWorld

    init() throws { world = try APIWorld.shared.get() }

    @Test
    func `everything of the report is answered, with its age`() async throws {
        let answer = try await world.site.get("/ml/monitoring").strict()
        let report = try MonitorJob(world.site.site.job).run()
        let written = try StrictJSON.value(of: Array(JSONWriter.text(report).utf8))
        for member in written.members ?? [] { #expect(answer[member.key] == member.value, "\(member.key)") }
        let added = (answer.members ?? []).map(\.key).filter { written[$0] == nil }
        #expect(added == ["cache_age_seconds", "refresh_failure"])
        #expect(answer["cache_age_seconds"]?.double == 0)
    }

    @Test
    func `without a certificate that is said`() async throws {
        let answer = try await world.site.get("/ml/validation").strict()
        #expect(answer["certificate"]?.isNull == true)
        #expect(answer["reason"]?.text?.contains("No certificate") == true)
    }

    @Test
    func `figures of the pages and of the API are one report`() async throws {
        let monitoring = try await world.site.get("/ml/monitoring").strict()
        let backtest = try await world.site.get("/backtesting/summary").strict()
        for name in ["labelled_events", "labelled_outcomes", "companies", "event_days"] {
            #expect(monitoring[name] == backtest[name])
        }
    }

    @Test(
        "what is for insiders needs a token where others can reach the server, and nothing else does",
        arguments: AllRoutes.all.filter { $0.kind == .api }.map(\.path)
    )
    func access(path: String) async throws {
        let route = try #require(AllRoutes.all.first { $0.kind == .api && $0.path == path })
        let target = path.replacing(/\{\w+\}/, with: "1")
        let site = try TestSite.empty(settings: .reachable)
        let answer = try await site.send(route.method, target)
        #expect((answer.status == 401) == (route.audience == .insiders))
        if answer.status == 401 {
            #expect(answer.problemKind == "token-needed")
            #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
            let token = try site.makeToken("test")
            let open = try await site.send(route.method, target, headers: [.authorization: "Bearer \(token)"])
            #expect(open.status != 401)
        }
    }
}
