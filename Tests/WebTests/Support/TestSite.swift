import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Market
import NIOCore
import NIOEmbedded
import Pipeline

@testable import Web

/// The whole server without a socket: requests go to the front door, answers come back.
struct TestSite {
    let site: Site
    private let door: FrontDoor

    /// Opens a site.
    ///
    /// - Parameters:
    ///   - job: database, clock and log.
    ///   - settings: settings of the server; by default it listens on loopback.
    ///   - routes: the routes; by default all that the program has.
    ///   - computation: what computes the reports; by default the program's own.
    init(
        job: JobContext,
        settings: WebSettings = WebSettings(),
        routes: [Route] = AllRoutes.all,
        computation: ReportDesk.Computation? = nil
    ) {
        site = Site(job: job, settings: settings, version: "0.0.0-test", computation: computation)
        door = FrontDoor(site: site, routes: routes)
    }

    /// An answer.
    struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        /// The body as text.
        var text: String { String(decoding: bytes, as: UTF8.self) }

        /// The body as a JSON object; nil for anything else.
        var object: [String: Any]? {
            try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        }

        /// The last part of the `type` of a problem document.
        var problemKind: String? {
            (object?["type"] as? String)?.split(separator: "/").last.map(String.init)
        }
    }

    /// Asks for a path.
    func get(_ target: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, target, headers: headers)
    }

    /// Asks for a path as a browser does.
    func page(_ target: String, headers: HTTPFields = [:]) async throws -> Answer {
        var headers = headers
        headers[.accept] = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        return try await send(.get, target, headers: headers)
    }

    /// Sends a JSON document.
    func post(_ target: String, json: String, headers: HTTPFields = [:]) async throws -> Answer {
        var headers = headers
        headers[.contentType] = "application/json"
        return try await send(.post, target, headers: headers, body: Array(json.utf8))
    }

    /// Sends a request.
    func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        headers: HTTPFields = [:],
        host: String? = "localhost:8080",
        body: [UInt8] = [],
        from address: String? = nil
    ) async throws -> Answer {
        let head = HTTPRequest(
            method: method,
            scheme: "http",
            authority: host,
            path: target,
            headerFields: headers
        )
        let channel = NIOAsyncTestingChannel()
        if let address { channel.remoteAddress = try SocketAddress(ipAddress: address, port: 50_000) }
        let source = ApplicationRequestContextSource(channel: channel, logger: site.job.logger)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = try await door.respond(to: request, context: WebContext(source: source))
        let collector = BodyCollector()
        try await response.body.write(collector)
        return Answer(
            status: response.status.code,
            headers: response.headers,
            bytes: Array(collector.bytes.readableBytesView)
        )
    }
}

/// Collects what a response writes.
private final class BodyCollector: ResponseBodyWriter {
    private(set) var bytes = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws { bytes.writeImmutableBuffer(buffer) }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
