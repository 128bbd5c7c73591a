import HTTPTypes
import JSONText
import Markup
import NIOCore

/// An answer before it is dressed as an HTTP response: bytes, media type, status.
struct Reply: Sendable {
    /// The HTTP status.
    var status: HTTPResponse.Status = .ok
    /// The media type with its character set.
    var mediaType: String
    /// The bytes.
    var body: ByteBuffer
    /// Headers of this answer alone, for example `Location`.
    var headers: HTTPFields = [:]
    /// Whether nothing is missing in it; an answer with a part that could not be read is never kept.
    var isWhole = true

    /// Bytes of a media type.
    init(_ bytes: [UInt8], mediaType: String, status: HTTPResponse.Status = .ok) {
        self.status = status
        self.mediaType = mediaType
        body = ByteBuffer(bytes: bytes)
    }

    /// A JSON document.
    static func json(_ value: some JSONWritable, status: HTTPResponse.Status = .ok) -> Reply {
        var writer = JSONWriter(capacity: 8_192)
        value.write(to: &writer)
        return Reply(writer.bytes, mediaType: "application/json", status: status)
    }

    /// A JSON object written by a closure.
    static func json(_ body: (inout JSONWriter) -> Void) -> Reply {
        var writer = JSONWriter(capacity: 8_192)
        writer.object(body)
        return Reply(writer.bytes, mediaType: "application/json")
    }

    /// Plain text.
    static func text(_ text: String, mediaType: String = "text/plain; charset=utf-8") -> Reply {
        Reply(Array(text.utf8), mediaType: mediaType)
    }

    /// A page.
    static func html(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Reply {
        Reply(bytes, mediaType: "text/html; charset=utf-8", status: status)
    }

    /// Sends the client to another path of this server.
    ///
    /// - Parameters:
    ///   - path: a path with its query, percent-encoded.
    ///   - status: 303 after a form, 308 for good.
    /// - Returns: the answer.
    static func redirect(to path: String, status: HTTPResponse.Status = .seeOther) -> Reply {
        precondition(path.hasPrefix("/") && !path.hasPrefix("//"), "\(path) is no path of this server")
        var reply = Reply.text("See \(path)\n")
        reply.status = status
        reply.headers[.location] = path
        return reply
    }
}
