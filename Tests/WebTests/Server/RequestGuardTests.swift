import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import Testing

@testable import Web

@Suite
struct RequestGuardTests {
    private func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(
            handler: RequestGuard(RequestGuard.Limits(bodyBytes: 10, requestTime: .seconds(30)))
        )
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func head(_ method: HTTPRequest.Method = .post) -> HTTPRequestPart {
        .head(HTTPRequest(method: method, scheme: "http", authority: "localhost", path: "/"))
    }

    private func bytes(_ count: Int) -> HTTPRequestPart { .body(ByteBuffer(repeating: 65, count: count)) }

    private func answer(_ channel: EmbeddedChannel) throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test
    func `a request that is not complete in time loses its connection`() throws {
        let channel = try channel()
        try channel.writeInbound(head())
        try channel.writeInbound(bytes(1))
        channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        // More bytes do not give more time.
        try channel.writeInbound(bytes(1))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test
    func `a complete request has all the time for its answer`() throws {
        let channel = try channel()
        try channel.writeInbound(head())
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
        try answer(channel)
        #expect(channel.isActive)
    }

    @Test
    func `a body within the limit passes, and the next one counts anew`() throws {
        let channel = try channel()
        for _ in 0..<3 {
            try channel.writeInbound(head())
            try channel.writeInbound(bytes(10))
            try channel.writeInbound(HTTPRequestPart.end(nil))
            try answer(channel)
        }
        #expect(channel.isActive)
    }

    @Test
    func `a body behind the limit ends there, and its connection after the answer`() throws {
        let channel = try channel()
        try channel.writeInbound(head())
        try channel.writeInbound(bytes(11))
        try channel.writeInbound(bytes(1_000))
        var parts: [HTTPRequestPart] = []
        while let part = try channel.readInbound(as: HTTPRequestPart.self) { parts.append(part) }
        #expect(parts == [head(), bytes(11), .end(nil)])
        try answer(channel)
        let written = try #require(try channel.readOutbound(as: HTTPResponsePart.self))
        guard case .head(let response) = written else {
            Issue.record("no head was written")
            return
        }
        #expect(response.headerFields[.connection] == "close")
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test(arguments: [(HTTPParserError.headerOverflow, 431), (.invalidMethod, 400), (.invalidVersion, 400)])
    func `what is no HTTP is answered and the connection ends`(
        _ error: HTTPParserError,
        _ status: Int
    ) throws {
        let channel = try channel()
        channel.pipeline.fireErrorCaught(error)
        guard case .head(let response) = try channel.readOutbound(as: HTTPResponsePart.self) else {
            Issue.record("nothing was written")
            return
        }
        #expect(response.status.code == status)
        #expect(response.headerFields[.contentType] == "application/problem+json")
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }
}
