import HTTPTypes
import JSONText

@testable import Web

/// One request for each operation, as the reference page shows it and the tests send it.
struct ExampleRequest: Sendable {
    let operation: OpenAPIDocument.Operation
    let target: String
    var body: String?

    /// The requests over a world, one for each operation.
    static func all(_ world: APIWorld) -> [ExampleRequest] {
        let event = PercentDecoding.encoded(world.adjusted)
        let revised = PercentDecoding.encoded(world.revised)
        let model = "market-echo-earnings-1d@1.0.0"
        func get(_ path: String, _ target: String? = nil) -> ExampleRequest {
            ExampleRequest(operation: .init(method: "GET", path: path), target: target ?? path)
        }
        return [
            get("/health"), get("/ready"), get("/metrics"), get("/openapi.yaml"),
            get("/problems/{kind}", "/problems/not-scored"),
            get("/events", "/events?ticker=CAB&family=earnings,fda&since=2016-06-01&limit=1&total=true"),
            get("/events/{event_id}", "/events/\(event)"),
            get("/companies/{ticker}", "/companies/CAB"),
            get("/ml-scores/{event_id}", "/ml-scores/\(event)?horizon=1d"),
            ExampleRequest(
                operation: .init(method: "POST", path: "/ml-scores/batch"),
                target: "/ml-scores/batch",
                body:
                    #"{"event_ids": ["\#(world.adjusted)", "unknown"], "horizon": "1d", "contributions": "none"}"#
            ),
            get("/ml-scores/models", "/ml-scores/models?family=earnings&limit=1"),
            get("/ml-scores/models/{model_id}", "/ml-scores/models/\(PercentDecoding.encoded(model))"),
            get("/ml-scores/stats"), get("/ml/monitoring"), get("/ml/validation"),
            get("/ml/labels/{event_id}", "/ml/labels/\(revised)"),
            get("/backtesting/summary"), get("/backtesting/coverage"),
            get("/backtesting/accuracy", "/backtesting/accuracy?group_by=family&horizon=1d"),
            get("/backtesting/events", "/backtesting/events?family=earnings&horizon=1d&limit=1"),
            get("/radarquant/explain/{event_id}", "/radarquant/explain/\(event)"),
            ExampleRequest(
                operation: .init(method: "POST", path: "/radarquant/ask"),
                target: "/radarquant/ask",
                body: #"{"question": "How many events are stored?"}"#
            ),
            get("/jobs", "/jobs?job=label&limit=1"), get("/jobs/{run_id}", "/jobs/3"), get("/data-quality"),
        ]
    }

    /// Sends the request.
    func send(to site: TestSite, headers: HTTPFields = [:]) async throws -> TestSite.Answer {
        if let body { return try await site.post(target, json: body, headers: headers) }
        return try await site.get(target, headers: headers)
    }
}
