import HTTPTypes
import Testing

@testable import Web

@Suite
struct OriginRuleTests {
    private static let route = Route(.post, "/change", kind: .api, caching: .never) { _ in .text("done") }

    private func status(_ headers: [(String, String)]) async throws -> Int {
        let site = try TestSite.empty(routes: [Self.route])
        var fields: HTTPFields = [:]
        for (name, value) in headers {
            fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        return try await site.send(.post, "/change", headers: fields).status
    }

    @Test(
        arguments: [
            ([], 200),
            ([("Origin", "http://localhost:8080")], 200),
            ([("Origin", "http://LOCALHOST:8080")], 200),
            ([("Sec-Fetch-Site", "same-origin"), ("Origin", "http://localhost:8080")], 200),
            ([("Sec-Fetch-Site", "none")], 200),
            ([("Sec-Fetch-Site", "cross-site")], 403),
            ([("Sec-Fetch-Site", "same-site")], 403),
            ([("Sec-Fetch-Site", "same-origin"), ("Origin", "https://evil.example")], 403),
            ([("Origin", "null")], 403),
            ([("Origin", "http://localhost:9090")], 403),
            ([("Origin", "http://localhost:8080.evil.example")], 403),
            ([("Origin", "file://")], 403),
            ([("Origin", "")], 403),
        ] as [([(String, String)], Int)]
    )
    func `only this server's own pages and programs may send`(
        _ headers: [(String, String)],
        _ expected: Int
    ) async throws {
        #expect(try await status(headers) == expected)
    }
}
