import NIOCore
import NIOPosix

/// A connection over which a test sends bytes as they are.
struct RawConnection: Sendable {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Connects to a port of this machine, works with the connection and closes it.
    static func to<Value: Sendable>(
        port: Int,
        _ work: @Sendable (inout Conversation) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var conversation = Conversation(incoming: inbound.makeAsyncIterator(), outbound: outbound)
            return try await work(&conversation)
        }
    }

    /// Sends a text and gives everything that comes until the server ends.
    static func exchange(port: Int, _ text: String) async throws -> String {
        try await to(port: port) { conversation in
            try? await conversation.send(text)
            return await conversation.rest()
        }
    }

    /// What is sent and received.
    struct Conversation {
        fileprivate var incoming: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        fileprivate let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        private var received = ""

        fileprivate init(
            incoming: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
            outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        ) {
            self.incoming = incoming
            self.outbound = outbound
        }

        /// Sends a text.
        func send(_ text: String) async throws {
            try await outbound.write(ByteBuffer(string: text))
        }

        /// Receives until a text has come; gives everything up to its end.
        mutating func receive(through end: String) async throws -> String {
            while true {
                if let range = received.firstRange(of: end) {
                    defer { received = String(received[range.upperBound...]) }
                    return String(received[..<range.upperBound])
                }
                guard let bytes = try await incoming.next(isolation: #isolation) else {
                    throw ChannelError.eof
                }
                received += String(buffer: bytes)
            }
        }

        /// Receives until the server ends or breaks off.
        mutating func rest() async -> String {
            while let bytes = try? await incoming.next(isolation: #isolation) {
                received += String(buffer: bytes)
            }
            defer { received = "" }
            return received
        }
    }
}
