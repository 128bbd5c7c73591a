import HTTPTypes
import JSONText

/// A kind of error: what the `type` of an error answer points to.
struct ProblemKind: Sendable {
    /// The last part of the `type` URI.
    let kind: String
    /// The HTTP status that goes with it.
    let status: HTTPResponse.Status
    /// The kind in words.
    let title: String
    /// When it occurs.
    let meaning: String
    /// What to do about it.
    let remedy: String

    /// Writes the kind's members.
    func writeMembers(to json: inout JSONWriter) {
        json.member("kind", kind)
        json.member("type", Problem.typeURI(of: kind))
        json.member("status", status.code)
        json.member("title", title)
        json.member("meaning", meaning)
        json.member("remedy", remedy)
    }

    /// The kind with a name; nil where there is none.
    static func named(_ kind: String) -> ProblemKind? { all.first { $0.kind == kind } }
}

extension Problem {
    /// Where the problem's kind is described.
    var typeURI: String { Self.typeURI(of: kind) }

    /// Where a kind of problem is described.
    static func typeURI(of kind: String) -> String { "/problems/\(kind)" }
}
