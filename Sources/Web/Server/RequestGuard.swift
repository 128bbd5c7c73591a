import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Guards one connection against requests that never end: too long, too slow, or no HTTP.
///
/// A body that goes on behind the limit is cut off there: the route has answered 413 by then, and the connection is
/// closed. A request that is not complete in time loses its connection. What the parser refuses is answered with 400
/// or 431.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What is guarded against.
    struct Limits: Sendable {
        /// Most bytes of a body that are let through.
        var bodyBytes: Int
        /// How long a request may take from its head to its end.
        var requestTime: TimeAmount = .seconds(30)
    }

    private let limits: Limits
    private var bodyBytes = 0
    private var isOpen = false
    private var isCut = false
    private var unanswered = 0
    private var deadline: Scheduled<Void>?

    init(_ limits: Limits) {
        self.limits = limits
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isCut else { return }
        switch unwrapInboundIn(data) {
        case .head:
            bodyBytes = 0
            isOpen = true
            unanswered += 1
            context.fireChannelRead(data)
        case .body(let bytes):
            bodyBytes += bytes.readableBytes
            context.fireChannelRead(data)
            if bodyBytes > limits.bodyBytes { cut(context) }
        case .end:
            isOpen = false
            stopDeadline()
            context.fireChannelRead(data)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isOpen, !isCut, deadline == nil { startDeadline(context, after: limits.requestTime) }
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stopDeadline()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stopDeadline() }

    /// Ends a request whose body is too long: its route takes less than was let through, so it knows its answer.
    private func cut(_ context: ChannelHandlerContext) {
        isCut = true
        stopDeadline()
        context.fireChannelRead(wrapInboundOut(.end(nil)))
        if unanswered == 0 { linger(context) }
    }

    /// Ends this side and gives the client time to read the answer: a connection that is closed while it still sends would
    /// be reset, and the answer lost.
    private func linger(_ context: ChannelHandlerContext) {
        context.close(mode: .output, promise: nil)
        startDeadline(context, after: .seconds(2))
    }

    private func startDeadline(_ context: ChannelHandlerContext, after time: TimeAmount) {
        stopDeadline()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }

    private func stopDeadline() {
        deadline?.cancel()
        deadline = nil
    }

    // MARK: Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where isCut:
            head.headerFields[.connection] = "close"
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            unanswered -= 1
            context.write(data, promise: promise)
            guard isCut, unanswered == 0 else { return }
            context.flush()
            linger(context)
        default: context.write(data, promise: promise)
        }
    }

    // MARK: Errors

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard unanswered == 0, !isCut, context.channel.isActive else {
            context.fireErrorCaught(error)
            return
        }
        isCut = true
        let requestID = RequestNumbers.shared.make()
        let reply = ProblemReply(problem: Problem(parsing: error), instance: "", requestID: requestID).reply
        var fields = SecurityHeaders.fields
        fields[.requestID] = requestID
        fields[.contentType] = reply.mediaType
        fields[.contentLength] = String(reply.body.readableBytes)
        fields[.connection] = "close"
        context.write(
            wrapOutboundOut(.head(HTTPResponse(status: reply.status, headerFields: fields))),
            promise: nil
        )
        context.write(wrapOutboundOut(.body(reply.body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        linger(context)
    }
}

extension Problem {
    /// 431 for a head that is too long, 400 for anything else that is no HTTP.
    init(parsing error: any Error) {
        guard let error = error as? HTTPParserError, error == .headerOverflow else {
            self = .malformed("the request is no HTTP/1.1 that this server understands")
            return
        }
        self.init(
            .requestHeaderFieldsTooLarge,
            kind: "head-too-large",
            title: "The head of the request is too large.",
            detail:
                "accepted are at most \(HeadLimits.fieldBytes) bytes a header field, \(HeadLimits.listBytes) bytes "
                + "together, and \(HeadLimits.fields) fields"
        )
    }
}

/// What the head of a request may have.
enum HeadLimits {
    /// Most bytes of a field, its name included.
    static let fieldBytes = 8_192
    /// Most bytes of all fields together.
    static let listBytes = 32_768
    /// Most fields.
    static let fields = 100
}
