import HTTPTypes
import JSONText
import Scores

/// A problem as a document for programs (RFC 9457).
struct ProblemReply: JSONWritable {
    let problem: Problem
    let instance: String
    let requestID: String

    /// Writes the document.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("type", "/problems/\(problem.kind)")
            json.member("title", problem.title)
            json.member("status", problem.status.code)
            json.member("detail", problem.detail)
            json.member("instance", instance)
            json.member("request_id", requestID)
            json.member("disclaimer", Wording.disclaimer)
        }
    }

    /// The document as an answer.
    var reply: Reply {
        var writer = JSONWriter()
        write(to: &writer)
        var reply = Reply(writer.bytes, mediaType: "application/problem+json", status: problem.status)
        reply.headers = problem.headers
        return reply
    }
}

extension ProblemReply {
    private static let longestReference = 400
    private static let plain = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/".utf8
    )

    /// A path as it was sent, as a URI reference (RFC 3986): what may not stand in one is percent-encoded, and a long one is
    /// cut between characters.
    static func reference(to path: String) -> String {
        var reference = ""
        var bytes = path.utf8[...]
        while let byte = bytes.first, reference.utf8.count < longestReference {
            let escape = bytes.prefix(3)
            if byte == UInt8(ascii: "%"), escape.count == 3,
                escape.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
            {
                reference += String(Substring(escape))
                bytes = bytes.dropFirst(3)
                continue
            }
            let unit = String(Unicode.Scalar(byte))
            reference += plain.contains(byte) ? unit : "%" + Hexadecimal.text([byte]).uppercased()
            bytes = bytes.dropFirst()
        }
        return reference
    }
}
