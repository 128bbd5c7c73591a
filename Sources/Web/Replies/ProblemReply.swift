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
