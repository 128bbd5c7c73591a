import HTTPTypes

/// Who may ask for a route.
enum Audience: Sendable, Equatable {
    /// Anyone who reaches the server.
    case everyone
    /// Whoever has a token, or anyone where the server listens on a loopback address only.
    case insiders
}

/// How long an answer may be used again.
enum Caching: Sendable, Equatable {
    /// Never: the answer is about this moment.
    case never
    /// Until the database changes; the client asks again with the entity tag.
    case untilDataChanges
    /// Until the reports are computed again; the client asks again with the entity tag.
    case untilReportChanges
    /// For ever: the address changes with the content.
    case forever
}

/// What a route gives, which decides the form of its errors.
enum RouteKind: Sendable, Equatable {
    /// JSON for programs, errors as `application/problem+json`.
    case api
    /// A page for people, errors as a page.
    case page
    /// A file that belongs to the pages.
    case asset
}

/// One route: the only place where path, audience, parameters and caching of an answer are declared.
struct Route: Sendable {
    /// The HTTP method; `GET` serves `HEAD` too.
    let method: HTTPRequest.Method
    /// The path with its parameters in braces, for example `/events/{event_id}`.
    let path: String
    /// What it gives.
    let kind: RouteKind
    /// Who may ask.
    let audience: Audience
    /// Names of the query parameters that it accepts.
    let parameters: [String]
    /// How long an answer may be used again.
    let caching: Caching
    /// Answers a request.
    let answer: @Sendable (Visit) async throws -> Reply

    init(
        _ method: HTTPRequest.Method = .get,
        _ path: String,
        kind: RouteKind,
        audience: Audience = .everyone,
        parameters: [String] = [],
        caching: Caching = .untilDataChanges,
        answer: @escaping @Sendable (Visit) async throws -> Reply
    ) {
        self.method = method
        self.path = path
        self.kind = kind
        self.audience = audience
        self.parameters = parameters
        self.caching = caching
        self.answer = answer
    }
}
