import AsyncHTTPClient
import JSONText
import NIOCore
import NIOHTTP1
import RadarQuant

/// A client of an OpenAI-compatible endpoint: certificates verified, no redirects, bounded size, time and tries.
///
/// It opens a connection for each question and closes it, since questions are rare and an answer takes seconds.
struct LanguageModelClient: Sendable {
    /// Most bytes of an answer.
    static let sizeLimit = 65_536
    /// Requests for one text: the first and one more.
    static let tries = 2

    private let settings: LanguageModelSettings
    private let timeout: Duration

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - settings: the endpoint.
    ///   - timeout: the time for everything together; nil for the configured one.
    init(_ settings: LanguageModelSettings, timeout: Duration? = nil) {
        self.settings = settings
        self.timeout = timeout ?? .seconds(settings.timeoutSeconds)
    }

    /// The model's name.
    var model: String { settings.model }

    /// The model's text for a prompt.
    ///
    /// - Throws: `LanguageModelError`, and `CancellationError` where the visitor went away.
    func text(for prompt: Rephrasing.Prompt) async throws -> String {
        let endpoint = try ChatEndpoint(settings)
        let body = ByteBuffer(bytes: Self.body(ChatRequest(model: settings.model, prompt: prompt)))
        let bytes = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await self.exchange(endpoint, body) }
            group.addTask {
                try await Task.sleep(for: self.timeout)
                throw LanguageModelError.timedOut(seconds: self.timeout / .seconds(1))
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
        return try ChatResponse.text(bytes)
    }

    private static func body(_ request: ChatRequest) -> [UInt8] {
        var writer = JSONWriter()
        request.write(to: &writer)
        return writer.bytes
    }

    private func exchange(_ endpoint: ChatEndpoint, _ body: ByteBuffer) async throws -> [UInt8] {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
            var attempt = 1
            while true {
                do {
                    return try await self.request(endpoint, body, client)
                } catch let error as LanguageModelError where error.isPassing && attempt < Self.tries {
                    attempt += 1
                }
            }
        }
    }

    private func request(
        _ endpoint: ChatEndpoint,
        _ body: ByteBuffer,
        _ client: HTTPClient
    ) async throws -> [UInt8] {
        var request = HTTPClientRequest(url: endpoint.url)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        request.headers.add(name: "accept", value: "application/json")
        if !settings.apiKey.isEmpty {
            request.headers.add(name: "authorization", value: "Bearer \(settings.apiKey)")
        }
        request.body = .bytes(body)
        do {
            let seconds = timeout.components.seconds + 1
            let response = try await client.execute(request, timeout: .seconds(seconds))
            let answer = try await response.body.collect(upTo: Self.sizeLimit)
            guard response.status == .ok else { throw LanguageModelError.status(Int(response.status.code)) }
            return Array(answer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw LanguageModelError.tooLarge(limit: Self.sizeLimit)
        } catch let error as LanguageModelError {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            // The kind of the failure and no more: an error of the library may repeat the request's headers.
            throw LanguageModelError.unreachable("\(type(of: error))")
        }
    }
}
