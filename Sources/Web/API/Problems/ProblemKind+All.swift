import HTTPTypes

extension ProblemKind {
    /// All kinds, sorted by status and name.
    static let all = [
        ProblemKind(
            kind: "invalid-body",
            status: .badRequest,
            title: "The body is not accepted.",
            meaning:
                "The body is not strict JSON, or not the object that the path asks for: a member is missing, unknown, "
                + "given twice, or has a value that is not accepted.",
            remedy:
                "Read the detail: it names the member, its value and what is accepted. Mend the body and send it again."
        ),
        ProblemKind(
            kind: "invalid-parameter",
            status: .badRequest,
            title: "A parameter has a value that is not accepted.",
            meaning:
                "A parameter of the path or the query is unknown, empty, given twice, or has a value outside what is accepted. "
                + "A cursor is accepted only as an earlier answer gave it.",
            remedy: "Read the detail: it names the parameter, its value and what is accepted."
        ),
        ProblemKind(
            kind: "malformed-request",
            status: .badRequest,
            title: "The request cannot be read.",
            meaning:
                "The address or the query is not percent-encoded UTF-8 text, or the request breaks the rules of HTTP in "
                + "another way.",
            remedy: "Encode the parts of the address one by one and send the request again."
        ),
        ProblemKind(
            kind: "token-needed",
            status: .unauthorized,
            title: "An access token is needed.",
            meaning:
                "The path is for insiders, the server asks for a token, and the request has none or one that is not known.",
            remedy:
                "Send the header Authorization: Bearer TOKEN with a token that market-echo tokens create made."
        ),
        ProblemKind(
            kind: "other-origin",
            status: .forbidden,
            title: "The request comes from another site.",
            meaning: "The request comes from a page of another origin, from which nothing may be sent here.",
            remedy: "Send the request from a page of this server, or from a program."
        ),
        ProblemKind(
            kind: "not-found",
            status: .notFound,
            title: "There is nothing under this name.",
            meaning:
                "The path is unknown, or no event, company, model or run is stored under the name in it.",
            remedy: "Ask the lists for the names that there are; /openapi.yaml lists the paths."
        ),
        ProblemKind(
            kind: "not-scored",
            status: .notFound,
            title: "The event has no current prediction.",
            meaning:
                "The event is stored, and it was not scored yet, not at that horizon, or its base score was computed anew "
                + "after the prediction was made.",
            remedy: "Run market-echo score, or wait for its next scheduled run."
        ),
        ProblemKind(
            kind: "method-not-allowed",
            status: .methodNotAllowed,
            title: "The method is not accepted here.",
            meaning: "The path exists and does not know the method.",
            remedy: "Use one of the methods that the header Allow names."
        ),
        ProblemKind(
            kind: "content-too-large",
            status: .contentTooLarge,
            title: "The body is too large.",
            meaning: "The body is longer than the server accepts.",
            remedy: "Send less at a time: a batch takes up to 500 event ids."
        ),
        ProblemKind(
            kind: "target-too-long",
            status: .uriTooLong,
            title: "The address is too long.",
            meaning: "Path and query together are longer than the server accepts.",
            remedy: "Shorten the address; ids of many events go into the body of POST /ml-scores/batch."
        ),
        ProblemKind(
            kind: "unsupported-media-type",
            status: .unsupportedMediaType,
            title: "The body has a media type that is not accepted.",
            meaning: "The body is not declared as JSON.",
            remedy: "Send the header Content-Type: application/json."
        ),
        ProblemKind(
            kind: "unknown-host",
            status: .misdirectedRequest,
            title: "The server is not known under this name.",
            meaning:
                "The host name of the request is none of this server's, which keeps foreign pages from using it.",
            remedy: "Use the server's own address, or add the name to server.allowed_hosts."
        ),
        ProblemKind(
            kind: "too-many-requests",
            status: .tooManyRequests,
            title: "There were too many requests.",
            meaning: "The client sent more requests a minute than the server accepts of one client.",
            remedy: "Wait for the seconds that the header Retry-After names."
        ),
        ProblemKind(
            kind: "failure",
            status: .internalServerError,
            title: "The server failed.",
            meaning:
                "Something went wrong that the server did not foresee. Nothing is wrong with the request.",
            remedy: "Tell the operator the request_id: the server's log has the reason under it."
        ),
        ProblemKind(
            kind: "unavailable",
            status: .serviceUnavailable,
            title: "This is not available right now.",
            meaning:
                "The database cannot be read, or a report is computed for the first time or could not be computed.",
            remedy: "Ask again after the seconds that the header Retry-After names."
        ),
    ]
}
