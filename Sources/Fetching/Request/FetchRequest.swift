/// One request to a service outside.
public struct FetchRequest: Sendable, Hashable {
    /// What is asked of the service.
    public enum Method: String, Sendable {
        /// Read a document.
        case get = "GET"
        /// Deliver a document.
        case post = "POST"
    }

    /// The method.
    public var method: Method
    /// The absolute address.
    public var url: String
    /// Additional header fields by name.
    public var headers: [String: String]
    /// The document to deliver; empty for a reading request.
    public var body: [UInt8]
    /// The condition under which the document is wanted; nil for always.
    public var condition: FetchCondition?
    /// The largest body that is accepted after decompression, in bytes.
    public var largestBody: Int
    /// Seconds that the whole answer may take.
    public var timeoutSeconds: Double

    /// Creates a reading request.
    public init(
        _ url: String,
        headers: [String: String] = [:],
        condition: FetchCondition? = nil,
        largestBody: Int = 64 << 20,
        timeoutSeconds: Double = 60
    ) {
        self.method = .get
        self.url = url
        self.headers = headers
        self.body = []
        self.condition = condition
        self.largestBody = largestBody
        self.timeoutSeconds = timeoutSeconds
    }
}
