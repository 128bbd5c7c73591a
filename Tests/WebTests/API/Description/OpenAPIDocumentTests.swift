import Evaluation
import Events
import HTTPTypes
import JSONText
import Market
import Models
import Outcomes
import Scores
import Storage
import Testing

@testable import Web

/// Holds the OpenAPI document to the routes and types that it describes.
struct OpenAPIDocumentTests {
    private let document: OpenAPIDocument
    private let routes: [OpenAPIDocument.Operation: Route]

    init() throws {
        document = try OpenAPIDocument.shared.get()
        let api = AllRoutes.all.filter { $0.kind == .api }
        routes = Dictionary(
            api.map { (OpenAPIDocument.Operation(method: $0.method.rawValue, path: $0.path), $0) }
        ) { first, _ in first }
    }

    @Test
    func `the document has the operations that the server answers, no more and no fewer`() {
        #expect(Set(document.operations) == Set(routes.keys))
    }

    @Test
    func `each operation has the parameters that its route accepts`() throws {
        for (operation, route) in routes {
            let path = route.path.split(separator: "/").filter { $0.hasPrefix("{") }
                .map { String($0.dropFirst().dropLast()) }
            #expect(try document.parameterNames(of: operation, in: "path") == path, "\(operation)")
            let query = try document.parameterNames(of: operation, in: "query")
            #expect(Set(query) == Set(route.parameters), "\(operation)")
            #expect(query.count == route.parameters.count, "\(operation)")
        }
    }

    @Test
    func `what is for insiders says so, and nothing else does`() throws {
        for (operation, route) in routes {
            let isProtected = try document.tree(of: operation)["security"]?.elements?.isEmpty == false
            #expect(isProtected == (route.audience == .insiders), "\(operation)")
        }
    }

    @Test
    func `each operation lists the statuses that it may have`() throws {
        for (operation, route) in routes {
            var expected: Set = ["200", "400", "405", "421", "429", "500", "503"]
            if route.audience == .insiders { expected.insert("401") }
            if route.path.contains("{") { expected.insert("404") }
            if route.method == .post { expected.formUnion(["413", "415"]) }
            if route.caching != .never { expected.insert("304") }
            let listed = try document.tree(of: operation)["responses"]?.members?.map(\.key) ?? []
            #expect(Set(listed) == expected, "\(operation)")
        }
    }

    @Test
    func `each operation and each parameter is described in words that may stand there`() throws {
        for operation in document.operations {
            let tree = try document.tree(of: operation)
            for key in ["operationId", "summary", "description"] {
                #expect(tree[key]?.text?.isEmpty == false, "\(operation) \(key)")
            }
            for parameter in try document.parameters(of: operation) {
                #expect(parameter["description"]?.text?.isEmpty == false, "\(operation)")
            }
        }
        #expect(WordingCheck.violations(in: EmbeddedFile.named("openapi.yaml").text) == [])
    }

    @Test
    func `operation ids are unique`() throws {
        let ids = try document.operations.compactMap { try document.tree(of: $0)["operationId"]?.text }
        #expect(Set(ids).count == document.operations.count)
    }

    private static let enumerations: [(String, [String])] = [
        ("Family", EventFamily.allCases.map(\.rawValue)),
        ("ModelFamily", EventFamily.allCases.map(\.rawValue) + ["global"]),
        ("EventType", EventType.allCases.map(\.rawValue)),
        ("Horizon", Horizon.allCases.map(\.code)),
        ("Direction", PredictedDirection.allCases.map(\.rawValue)),
        ("RuleDirection", ["positive", "negative", "neutral", "uncertain"]),
        ("SampleKind", SampleKind.allCases.map(\.rawValue)),
        ("NotAppliedReason", NotAppliedReason.allCases.map(\.rawValue)),
        ("SkipReason", SkipReason.allCases.map(\.rawValue)),
        ("ModelStatus", ModelStatus.allCases.map(\.rawValue)),
        ("Evidence", Evidence.allCases.map(\.rawValue)),
        ("Head", Head.allCases.map(\.rawValue)),
        ("HeadStatus", HeadStatus.allCases.map(\.rawValue)),
        ("HealthBadge", HealthBadge.allCases.map(\.rawValue)),
        ("RunStatus", RunStatus.allCases.map(\.rawValue)),
        ("ContributionDetail", ContributionDetail.allCases.map(\.rawValue)),
        ("AccuracyGrouping", AccuracyGrouping.allCases.map(\.rawValue)),
        ("FigureUnit", FigureUnit.allCases.map(\.rawValue)),
        ("QuarantineReason", QuarantineReason.allCases.map(\.rawValue)),
    ]

    @Test("enumerations list the values of their types", arguments: enumerations)
    func enumeration(name: String, values: [String]) throws {
        let schema = try #require(document.root["components"]?["schemas"]?[name])
        #expect(Set(schema["enum"]?.elements?.compactMap(\.text) ?? []) == Set(values))
    }

    @Test
    func `the disclaimer stands there word for word`() throws {
        let schema = try #require(document.root["components"]?["schemas"]?["Disclaimer"])
        #expect(schema["const"]?.text == Wording.disclaimer)
    }

    @Test
    func `each schema of an answer requires the disclaimer`() throws {
        for operation in document.operations {
            let answers = try document.tree(of: operation)["responses"]?.members ?? []
            for answer in answers {
                for media in try document.resolved(answer.value)["content"]?.members ?? []
                where media.key.hasSuffix("json") {
                    let schema = try document.resolved(try #require(media.value["schema"]))
                    for choice in try (schema["oneOf"]?.elements ?? [schema]).map(document.resolved) {
                        let required = choice["required"]?.elements?.compactMap(\.text) ?? []
                        #expect(required.contains("disclaimer"), "\(operation) \(answer.key)")
                    }
                }
            }
        }
    }

    @Test
    func `every prediction has the members that are promised`() throws {
        let promised = [
            "event_id", "ticker", "event_type", "base_score", "ml_score_adjusted", "adjustment",
            "adjustment_limit", "horizon", "model_family", "model_version", "ml_applied",
            "ml_not_applied_reason", "confidence_level", "confidence", "sample_size_bucket",
            "predicted_direction", "probability_up", "predicted_move_pct", "interval_80", "base_breakdown",
            "contributions", "predicted_at", "data_as_of", "status", "disclaimer",
        ]
        let schemas = try #require(document.root["components"]?["schemas"])
        func required(_ name: String) -> Set<String> {
            Set(schemas[name]?["required"]?.elements?.compactMap(\.text) ?? [])
        }
        #expect(required("Prediction").isSuperset(of: promised))
        #expect(required("PredictionSet").union(required("HorizonPrediction")).isSuperset(of: promised))
    }
}
