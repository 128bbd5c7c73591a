import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// Kinds of errors and their descriptions.
struct ProblemKindTests {
    private static func sources(_ folder: String) throws -> [(name: String, text: String)] {
        let root = SharedData.packageRoot.appending(path: folder)
        let names = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap {
            $0 as? String
        }
        return try names.filter { $0.hasSuffix(".swift") }.map {
            ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8))
        }
    }

    @Test
    func `each kind that the server uses is described with its title and status`() async throws {
        let pattern = /Problem\(\s*\.(\w+),\s*kind: "([a-z-]+)",\s*title: "([^"]+)"/
        var used: Set<String> = []
        for source in try Self.sources("Sources/Web") {
            for match in source.text.matches(of: pattern) {
                let kind = try #require(ProblemKind.named(String(match.2)), "\(source.name): \(match.2)")
                #expect(kind.title == match.3, "\(source.name)")
                used.insert(kind.kind)
            }
        }
        #expect(used == Set(ProblemKind.all.map(\.kind)))
    }

    @Test
    func `each kind is answered under its own address`() async throws {
        let site = try APIWorld.shared.get().site
        for kind in ProblemKind.all {
            let answer = try await site.get("/problems/\(kind.kind)")
            #expect(answer.status == 200)
            let document = try answer.strict()
            #expect(document["kind"]?.text == kind.kind)
            #expect(document["type"]?.text == "/problems/\(kind.kind)")
            #expect(document["status"]?.double == Double(kind.status.code))
        }
    }

    @Test
    func `kinds are unique and told in sentences`() {
        #expect(Set(ProblemKind.all.map(\.kind)).count == ProblemKind.all.count)
        for kind in ProblemKind.all {
            for text in [kind.title, kind.meaning, kind.remedy] {
                #expect(text.hasSuffix("."), "\(kind.kind)")
            }
        }
    }

    @Test
    func `answers of the API are made by the types that carry the disclaimer`() throws {
        for source in try Self.sources("Sources/Web/API") {
            let calls =
                source.text.matches(of: /(Reply)?\.json\(/).count + source.text.matches(of: /\.json \{/).count
            let isMaker = ["Answer/APIDocument.swift", "Answer/Reply+Disclaimed.swift"].contains(source.name)
            #expect(calls == (isMaker ? 1 : 0), "\(source.name)")
            // The OpenAPI document is YAML, with the disclaimer in its schemas.
            let raw = source.text.matches(of: /Reply\(/).count
            #expect(raw == (source.name == "Description/DescriptionRoutes.swift" ? 1 : 0), "\(source.name)")
        }
    }
}
