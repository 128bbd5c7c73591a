import HTTPTypes
import JSONText

/// An error answer as RFC 9457 describes it: what is wrong, with which value, and what is accepted.
struct Problem: Error, Sendable, Equatable {
    /// The HTTP status.
    let status: HTTPResponse.Status
    /// A short name of the kind of problem, the last part of its `type` URI.
    let kind: String
    /// The kind in words, the same for each occurrence.
    let title: String
    /// What is wrong with this request: the thing, its value, what is accepted.
    let detail: String
    /// Headers that belong to the answer, for example `Allow`.
    let headers: HTTPFields

    init(
        _ status: HTTPResponse.Status,
        kind: String,
        title: String,
        detail: String,
        headers: HTTPFields = [:]
    ) {
        self.status = status
        self.kind = kind
        self.title = title
        self.detail = detail
        self.headers = headers
    }
}

extension Problem {
    /// 400: a parameter has a value that is not accepted.
    static func parameter(_ name: String, _ value: String, accepted: String) -> Problem {
        Problem(
            .badRequest,
            kind: "invalid-parameter",
            title: "A parameter has a value that is not accepted.",
            detail: "\(name) is '\(shortened(value))'; accepted is \(accepted)"
        )
    }

    /// 400: the request as a whole cannot be read.
    static func malformed(_ detail: String) -> Problem {
        Problem(
            .badRequest,
            kind: "malformed-request",
            title: "The request cannot be read.",
            detail: detail
        )
    }

    /// 404: nothing is stored under a name.
    static func notFound(_ thing: String, _ value: String, hint: String) -> Problem {
        Problem(
            .notFound,
            kind: "not-found",
            title: "There is nothing under this name.",
            detail: "no \(thing) '\(shortened(value))' is stored; \(hint)"
        )
    }

    /// 500: something failed on the server; what exactly stands in the log under the request's number.
    static var failure: Problem {
        Problem(
            .internalServerError,
            kind: "failure",
            title: "The server failed.",
            detail: "the request could not be answered; the server's log has the reason under this request_id"
        )
    }

    /// A value as it may be repeated in an answer: at most 100 characters, without control characters.
    static func shortened(_ value: String) -> String {
        let visible = value.unicodeScalars.lazy.filter { $0.value >= 0x20 && $0.value != 0x7f }
        let start = String(String.UnicodeScalarView(visible.prefix(100)))
        return value.unicodeScalars.count > 100 ? start + "…" : start
    }
}

extension Problem {
    /// 503: something is not there for now.
    static func unavailable(_ detail: String, retryAfterSeconds: Int = 5) -> Problem {
        Problem(
            .serviceUnavailable,
            kind: "unavailable",
            title: "This is not available right now.",
            detail: detail,
            headers: [.retryLater: String(retryAfterSeconds)]
        )
    }

    /// 404: no route has the path.
    static func noSuchPath(_ path: String) -> Problem {
        Problem(
            .notFound,
            kind: "not-found",
            title: "There is nothing under this name.",
            detail: "there is no path '\(shortened(path))'; /openapi.yaml lists those of the API"
        )
    }

    /// 405: the path exists, the method does not.
    static func method(_ method: String, _ path: String, allowed: String) -> Problem {
        Problem(
            .methodNotAllowed,
            kind: "method-not-allowed",
            title: "The method is not accepted here.",
            detail: "\(shortened(path)) does not accept \(shortened(method)); accepted are \(allowed)",
            headers: [.allow: allowed]
        )
    }
}
