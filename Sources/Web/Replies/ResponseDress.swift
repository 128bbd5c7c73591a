import HTTPTypes
import Hummingbird

/// Makes an HTTP response of a reply: content type, security headers, caching rules.
enum ResponseDress {
    /// What the caching headers depend on.
    struct Rules {
        /// How long the answer may be used again.
        let caching: Caching
        /// Whether page and document share the path.
        let variesByAccept: Bool
        /// Whether the visitor showed a token or a session.
        let isPersonal: Bool
        /// The entity tag; nil for none.
        var tag: String?
    }

    /// The response for a reply, without the request's own headers.
    static func response(_ reply: Reply, _ rules: Rules) -> Response {
        var fields = HTTPFields()
        fields.reserveCapacity(16 + reply.headers.count)
        fields.append(HTTPField(name: .contentType, value: reply.mediaType))
        fields.append(HTTPField(name: .contentLength, value: String(reply.body.readableBytes)))
        if let tag = rules.tag { fields.append(HTTPField(name: .eTag, value: tag)) }
        fields.append(HTTPField(name: .cacheControl, value: cacheControl(reply, rules)))
        fields.append(
            HTTPField(
                name: .vary,
                value: rules.variesByAccept ? "Accept, Accept-Encoding" : "Accept-Encoding"
            )
        )
        fields.append(contentsOf: SecurityHeaders.fields)
        for field in reply.headers { fields.append(field) }
        return Response(status: reply.status, headers: fields, body: ResponseBody(byteBuffer: reply.body))
    }

    /// 304 for a response whose content the client has.
    static func notModified(_ fields: HTTPFields) -> Response {
        var kept = fields
        kept[.contentLength] = nil
        kept[.contentType] = nil
        kept[.contentEncoding] = nil
        var response = Response(status: .notModified, headers: kept)
        response.headers[.contentLength] = nil
        return response
    }

    private static func cacheControl(_ reply: Reply, _ rules: Rules) -> String {
        guard reply.status == .ok else { return "no-store" }
        switch rules.caching {
        case .never: return "no-store"
        case .untilDataChanges, .untilReportChanges:
            return rules.isPersonal ? "private, no-cache" : "no-cache"
        case .forever: return "public, max-age=31536000, immutable"
        }
    }
}
