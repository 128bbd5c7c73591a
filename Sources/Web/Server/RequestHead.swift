import HTTPTypes

/// What the server itself reads from a request's headers, picked out in one pass.
struct RequestHead: Sendable {
    /// The method.
    let method: HTTPRequest.Method
    /// The target as it was sent.
    let target: String
    /// The host and port that the client believes to speak to.
    let host: String?
    private(set) var accept: String?
    private(set) var acceptsGzip = false
    private(set) var ifNoneMatch: String?
    private(set) var requestID: String?
    private(set) var authorization: String?
    private(set) var cookies: [String] = []
    private(set) var origin: String?
    private(set) var fetchSite: String?
    private(set) var forwardedProtocol: String?
    private(set) var contentLength: String?
    private(set) var contentType: String?

    /// Reads the head of a request.
    init(_ request: HTTPRequest) {
        method = request.method
        target = request.path ?? ""
        host = request.authority
        for field in request.headerFields {
            switch field.name.canonicalName {
            case "accept": accept = Self.joined(accept, field.value)
            case "accept-encoding": acceptsGzip = acceptsGzip || AcceptHeader.acceptsGzip(field.value)
            case "if-none-match": ifNoneMatch = Self.joined(ifNoneMatch, field.value)
            case "x-request-id": requestID = field.value
            case "authorization": authorization = field.value
            case "cookie": cookies.append(field.value)
            case "origin": origin = field.value
            case "sec-fetch-site": fetchSite = field.value
            case "x-forwarded-proto": forwardedProtocol = field.value
            case "content-length": contentLength = field.value
            case "content-type": contentType = field.value
            default: break
            }
        }
    }

    /// Whether the method asks and changes nothing: GET or HEAD.
    var isGet: Bool { method == .get || method == .head }

    private static func joined(_ first: String?, _ second: String) -> String {
        first.map { "\($0), \(second)" } ?? second
    }
}
