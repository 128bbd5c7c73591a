import HTTPTypes
import Logging
import Models
import RadarQuant
import Testing

@testable import Web

@Suite
struct LanguageModelTests {
    private static let answer = RadarQuantAnswer(
        topic: .counts,
        paragraphs: [
            Paragraph(
                "What is stored",
                [
                    "There are \(NumberFact.count("events", 16_702)) events of \(NumberFact.count("companies", 81)) companies.",
                    "Of these, \(NumberFact.count("labelled", 14_878)) have an outcome.",
                ]
            )
        ].compactMap { $0 }
    )
    private static let good =
        "The store has 16,702 events from 81 companies, and 14,878 of them have an outcome."

    private func rephrase(
        _ base: String,
        _ log: LogLines,
        key: String = "",
        timeout: Duration = .seconds(20)
    ) async throws -> Rephrased {
        let settings = LanguageModelSettings(baseURL: base, model: "stub-1", apiKey: key)
        let client = LanguageModelClient(settings, timeout: timeout)
        return try await Rephraser(client: client, logger: log.logger).rephrase(Self.answer)
    }

    @Test
    func `a text that says the same in other words is shown`() async throws {
        let log = LogLines()
        let (result, received) = try await withStubLanguageModel(.says(Self.good)) { base in
            try await rephrase(base, log, key: "secret-key-1")
        }
        #expect(result == .text(Self.good, model: "stub-1"))
        #expect(log.lines.isEmpty)
        let request = try #require(received.first)
        #expect(received.count == 1)
        #expect(request.authorization == "Bearer secret-key-1")
        #expect(request.body.contains("\"model\":\"stub-1\""))
        #expect(request.body.contains("16,702"))
        #expect(!request.body.contains("secret-key-1"))
    }

    @Test
    func `a base address with a slash at its end is the same address`() async throws {
        let (result, _) = try await withStubLanguageModel(.says(Self.good)) { base in
            try await rephrase(base + "/", LogLines())
        }
        #expect(result.text == Self.good)
    }

    @Test(arguments: [
        ("The store has 16,702 events from 81 companies, and 92 % of them went up.", "92"),
        ("There are 16,702 events from 81 companies, so this is the time to buy.", "buy"),
        ("There are 16,702 events from 81 companies, see https://example.com for more.", "example.com"),
        ("<b>16,702 events</b> from 81 companies are in the store of this program.", "<"),
    ])
    func `a text that adds anything is not shown and the log says why`(
        text: String,
        word: String
    ) async throws {
        let log = LogLines()
        let (result, _) = try await withStubLanguageModel(.says(text)) { base in
            try await rephrase(base, log, key: "secret-key-2")
        }
        #expect(result == .discarded(model: "stub-1"))
        let line = try #require(log.lines.first)
        #expect(line.contains("the language model's text is not shown"))
        #expect(line.contains(word))
        #expect(!line.contains("secret-key-2"))
    }

    struct Failure: Sendable, CustomTestStringConvertible {
        let manner: StubLanguageModel.Manner
        let reason: String
        let requests: Int
        var testDescription: String { reason }
    }

    @Test(arguments: [
        Failure(manner: .sends("{\"choices\": ["), reason: "cannot be read", requests: 1),
        Failure(manner: .sends("{\"choices\": []}"), reason: "it has no choice", requests: 1),
        Failure(manner: .sends("<html>hello</html>"), reason: "cannot be read", requests: 1),
        Failure(manner: .floods(70_000), reason: "longer than 65536 bytes", requests: 1),
        Failure(manner: .redirects, reason: "status 307", requests: 1),
        Failure(manner: .fails(.unauthorized, untilTry: 9, then: ""), reason: "status 401", requests: 1),
        Failure(
            manner: .fails(.internalServerError, untilTry: 9, then: ""),
            reason: "status 500",
            requests: 2
        ),
        Failure(manner: .fails(.tooManyRequests, untilTry: 9, then: ""), reason: "status 429", requests: 2),
    ])
    func `an endpoint that misbehaves costs its text alone`(failure: Failure) async throws {
        let log = LogLines()
        let (result, received) = try await withStubLanguageModel(failure.manner) { base in
            try await rephrase(base, log, key: "secret-key-3")
        }
        #expect(result == .discarded(model: "stub-1"))
        #expect(received.count == failure.requests)
        let line = try #require(log.lines.first)
        #expect(line.contains(failure.reason))
        #expect(!line.contains("secret-key-3"))
    }

    @Test
    func `one failure is forgiven`() async throws {
        let manner = StubLanguageModel.Manner.fails(.serviceUnavailable, untilTry: 2, then: Self.good)
        let (result, received) = try await withStubLanguageModel(manner) { base in
            try await rephrase(base, LogLines())
        }
        #expect(result.text == Self.good)
        #expect(received.count == 2)
    }

    @Test
    func `an endpoint that never answers is given up`() async throws {
        let log = LogLines()
        let (result, _) = try await withStubLanguageModel(.isSilent) { base in
            try await rephrase(base, log, timeout: .milliseconds(300))
        }
        #expect(result == .discarded(model: "stub-1"))
        #expect(log.lines.first?.contains("no answer within 0.3 s") == true)
    }

    @Test
    func `nobody there is a failure like any other`() async throws {
        let log = LogLines()
        let result = try await rephrase("http://127.0.0.1:1/v1", log, key: "secret-key-4")
        #expect(result == .discarded(model: "stub-1"))
        let line = try #require(log.lines.first)
        #expect(line.contains("cannot be reached"))
        #expect(!line.contains("secret-key-4"))
    }

    @Test(arguments: [
        "", "ftp://host/v1", "localhost:8080", "http://", "https://name@host/v1", "http://host/v1?a=b",
    ])
    func `an address that is none is refused`(address: String) {
        #expect(throws: LanguageModelError.badAddress(address)) {
            try ChatEndpoint(LanguageModelSettings(baseURL: address, model: "m"))
        }
    }

    @Test
    func `a key travels encrypted or on this machine alone`() throws {
        func endpoint(_ base: String) throws -> ChatEndpoint {
            try ChatEndpoint(LanguageModelSettings(baseURL: base, model: "m", apiKey: "k"))
        }
        #expect(throws: LanguageModelError.insecureKey("example.com")) {
            try endpoint("http://example.com/v1")
        }
        #expect(try endpoint("https://example.com/v1").url == "https://example.com/v1/chat/completions")
        #expect(try endpoint("http://127.0.0.1:11434/v1").url == "http://127.0.0.1:11434/v1/chat/completions")
        #expect(try endpoint("http://[::1]:80").url == "http://[::1]:80/chat/completions")
    }

    @Test
    func `an answer that declines is not sent anywhere`() async throws {
        let declined = RadarQuantAnswer(topic: .trading, paragraphs: [], declineReason: .tradingAdvice)
        let settings = LanguageModelSettings(baseURL: "http://127.0.0.1:1/v1", model: "m")
        let log = LogLines()
        let result = try await Rephraser(client: LanguageModelClient(settings), logger: log.logger).rephrase(
            declined
        )
        #expect(result == .off)
        #expect(log.lines.isEmpty)
    }
}
