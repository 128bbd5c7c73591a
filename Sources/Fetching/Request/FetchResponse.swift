/// The answer to a request that succeeded: status 2xx with its body, or 304 without one.
public struct FetchResponse: Sendable, Hashable {
    /// The HTTP status.
    public var status: Int
    /// Header fields by lower-case name; repeated ones joined with commas.
    public var headers: [String: String]
    /// The body, decompressed; empty where the document was written to a file or did not change.
    public var body: [UInt8]

    /// Whether the document is the one that the condition described.
    public var isUnchanged: Bool { status == 304 }

    /// What a later request may state to be spared an unchanged document; nil where the service gave nothing to state.
    public var condition: FetchCondition? {
        let condition = FetchCondition(entityTag: headers["etag"], lastModified: headers["last-modified"])
        return condition == FetchCondition() ? nil : condition
    }

    /// Creates an answer.
    public init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
