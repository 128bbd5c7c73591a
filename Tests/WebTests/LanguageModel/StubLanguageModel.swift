import Hummingbird
import HummingbirdTesting
import JSONText
import Synchronization

/// An OpenAI-compatible endpoint on a free port of this machine that says what a test wants.
enum StubLanguageModel {
    /// What it does with a request.
    enum Manner: Sendable {
        /// It answers with a text in the form of a chat.
        case says(String)
        /// It answers with bytes of its own choice.
        case sends(String)
        /// It answers with a status, and with a text from the given try on.
        case fails(HTTPResponse.Status, untilTry: Int, then: String)
        /// It sends the visitor elsewhere.
        case redirects
        /// It reads the request and never answers.
        case isSilent
        /// It answers with so many bytes.
        case floods(Int)
    }

    /// What it received.
    struct Received: Sendable {
        var authorization: String?
        var body: String
    }
}

/// Runs a stub and gives its base address; what it received is handed back.
func withStubLanguageModel<Value: Sendable>(
    _ manner: StubLanguageModel.Manner,
    _ body: @escaping @Sendable (String) async throws -> Value
) async throws -> (value: Value, received: [StubLanguageModel.Received]) {
    let received = ReceivedRequests()
    let (gate, opening) = AsyncStream<Void>.makeStream()
    let router = Router()
    router.post("v1/chat/completions") { request, _ -> Response in
        let bytes = try await request.body.collect(upTo: 1_000_000)
        let count = received.append(
            .init(authorization: request.headers[.authorization], body: String(buffer: bytes))
        )
        switch manner {
        case .says(let text): return reply(chat(text))
        case .sends(let text): return reply(text)
        case .fails(let status, let limit, let text):
            return count < limit ? Response(status: status) : reply(chat(text))
        case .redirects: return .redirect(to: "/v1/elsewhere", type: .temporary)
        case .isSilent:
            for await _ in gate {}
            return Response(status: .ok)
        case .floods(let size): return reply(chat(String(repeating: "a", count: size)))
        }
    }
    router.post("v1/elsewhere") { _, _ in reply(chat("This text was behind a redirect and is not wanted.")) }
    let value = try await Application(router: router).test(.live) { client in
        defer { opening.finish() }
        return try await body("http://127.0.0.1:\(client.port ?? 0)/v1")
    }
    return (value, received.all)
}

private final class ReceivedRequests: Sendable {
    private let content = Mutex<[StubLanguageModel.Received]>([])

    var all: [StubLanguageModel.Received] { content.withLock { $0 } }

    /// Keeps a request and gives its number, counted from 1.
    func append(_ request: StubLanguageModel.Received) -> Int {
        content.withLock {
            $0.append(request)
            return $0.count
        }
    }
}

private func chat(_ text: String) -> String {
    var json = JSONWriter()
    json.object { json in
        json.member(
            "choices",
            array: { json in
                json.object { json in
                    json.member("message", object: { $0.member("content", text) })
                }
            }
        )
    }
    return json.text
}

private func reply(_ text: String) -> Response {
    Response(
        status: .ok,
        headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text))
    )
}
