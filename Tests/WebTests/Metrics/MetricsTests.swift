import HTTPTypes
import Testing

@testable import Web

@Suite
struct MetricsTests {
    /// The samples of a text, by name with labels.
    private func samples(_ text: String) -> [String: Double] {
        var result: [String: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let space = line.lastIndex(of: " ") else { continue }
            result[String(line[..<space])] = Double(line[line.index(after: space)...])
        }
        return result
    }

    @Test
    func `requests are counted by route, method and status`() async throws {
        let site = try TestSite.empty()
        for _ in 0..<3 { _ = try await site.get("/health") }
        _ = try await site.get("/companies/NOTHING")
        _ = try await site.get("/no/such/path/1")
        _ = try await site.get("/no/such/path/2")
        _ = try await site.send(try #require(HTTPRequest.Method("BREW")), "/health")
        let found = samples(try await site.get("/metrics").text)
        let name = "market_echo_requests_total"
        #expect(found["\(name){route=\"/health\",method=\"GET\",status=\"200\"}"] == 3)
        #expect(found["\(name){route=\"/companies/{ticker}\",method=\"GET\",status=\"404\"}"] == 1)
        #expect(found["\(name){route=\"unmatched\",method=\"GET\",status=\"404\"}"] == 2)
        #expect(found["\(name){route=\"unmatched\",method=\"OTHER\",status=\"405\"}"] == 1)
        #expect(found["market_echo_requests_in_flight"] == 1)
        #expect(found["market_echo_events"] == 0)
        #expect(found["market_echo_database_up"] == 1)
        #expect(found["process_resident_memory_bytes"].map { $0 > 1_000_000 } != false)
    }

    @Test
    func `the text has the form that Prometheus reads`() async throws {
        let site = try TestSite.empty()
        _ = try await site.get("/health")
        let answer = try await site.get("/metrics")
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        let pattern = /[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? -?[0-9.e+-]+/
        var declared: Set<String> = []
        for line in answer.text.split(separator: "\n") {
            if line.hasPrefix("# TYPE ") {
                #expect(
                    declared.insert(String(line.split(separator: " ")[2])).inserted,
                    "declared twice: \(line)"
                )
            } else if !line.hasPrefix("# HELP ") {
                #expect(line.wholeMatch(of: pattern) != nil, "\(line)")
                let name = String(line.prefix { $0 != "{" && $0 != " " })
                let base = ["_bucket", "_sum", "_count"].reduce(name) {
                    $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
                }
                #expect(declared.contains(name) || declared.contains(base), "not declared: \(line)")
            }
        }
    }

    @Test
    func `a histogram's classes add up`() {
        var histogram = Histogram()
        for seconds in [0.0001, 0.0005, 0.00051, 3, 100] { histogram.add(seconds) }
        #expect(histogram.counts.first == 2)
        #expect(histogram.counts[1] == 1)
        #expect(histogram.counts.last == 1)
        #expect(histogram.total == 5)
        #expect(histogram.sum > 103 && histogram.sum < 103.1)
    }

    @Test
    func `refusals are counted`() async throws {
        var settings = WebSettings.reachable
        settings.requestsPerMinute = 60
        let site = try TestSite.empty(settings: settings)
        for _ in 0..<12 { _ = try await site.get("/events", headers: [.authorization: "Bearer x"]) }
        let totals = site.site.metrics.snapshot.totals
        #expect(totals.rateLimited == 2)
        #expect(totals.refusedTokens == 10)
    }

    @Test
    func `probes are never turned away`() async throws {
        var settings = WebSettings.reachable
        settings.requestsPerMinute = 6
        let site = try TestSite.empty(settings: settings)
        for _ in 0..<50 {
            #expect(try await site.get("/health").status == 200)
            #expect(try await site.get("/ready").status == 200)
        }
    }
}
