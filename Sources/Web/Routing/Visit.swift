import HTTPTypes
import Hummingbird
import Pipeline
import Storage

/// A request as a route sees it: parameters parsed, body at hand.
struct Visit: Sendable {
    /// What answers are made from.
    let site: Site
    /// The request.
    let request: Request
    /// Identity of the request in answers and in the log.
    let requestID: String
    /// Who sends it.
    let visitor: Visitor
    /// From where.
    let client: ClientAddress
    /// Query parameters; only accepted names are there.
    let query: QueryParameters
    private let path: [String: String]

    init(
        site: Site,
        request: Request,
        requestID: String,
        visitor: Visitor,
        client: ClientAddress,
        query: QueryParameters,
        path: [String: String]
    ) {
        self.site = site
        self.request = request
        self.requestID = requestID
        self.visitor = visitor
        self.client = client
        self.query = query
        self.path = path
    }

    /// Whether the visitor may see internal diagnostics.
    var isInsider: Bool { visitor.isInsider }

    /// Whether the visitor has a session to end.
    var canSignOut: Bool { visitor.canSignOut }

    /// Whether the visitor's connection is encrypted, as a proxy in front says.
    var isSecure: Bool {
        guard let name = HTTPField.Name("X-Forwarded-Proto") else { return false }
        return request.headers[name]?.lowercased() == "https"
    }

    /// A parameter of the path, percent-decoded.
    func path(_ name: String) throws(Problem) -> String {
        guard let value = path[name], !value.isEmpty else {
            throw .parameter(name, "", accepted: "text")
        }
        return value
    }

    // MARK: Body

    /// The request's body.
    ///
    /// - Throws: `Problem` 413 for a body longer than the limit, 400 for one that cannot be read to its end.
    func body(upTo limit: Int) async throws -> [UInt8] {
        if let text = request.headers[.contentLength], let length = Int(text), length > limit {
            throw Problem.bodyTooLarge(limit)
        }
        var bytes: [UInt8] = []
        do {
            for try await part in request.body {
                guard bytes.count + part.readableBytes <= limit else { throw Problem.bodyTooLarge(limit) }
                bytes.append(contentsOf: part.readableBytesView)
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            // The client went away, or what it sends is no body.
            throw Problem.malformed("the body cannot be read to its end")
        }
        return bytes
    }

    // MARK: Reading

    /// Reads from a snapshot of the database on a thread for blocking work.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (SQLConnection) throws -> Value
    ) async throws -> Value {
        let store = site.job.store
        return try await site.offload { try store.read(body) }
    }

    /// Reads from a snapshot of the database in place: for one or two rows under their keys.
    func readNow<Value>(_ body: (SQLConnection) throws -> Value) throws -> Value {
        try site.job.store.read(body)
    }

    /// Does other blocking work on a thread for it.
    func offload<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await site.offload(work)
    }
}

extension Problem {
    /// 413: the body is too long.
    static func bodyTooLarge(_ limit: Int) -> Problem {
        Problem(
            .contentTooLarge,
            kind: "content-too-large",
            title: "The body is too large.",
            detail: "the body is longer than \(limit) bytes, the most that is accepted here"
        )
    }
}
