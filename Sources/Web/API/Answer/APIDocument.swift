import HTTPTypes
import JSONText
import Scores

/// A JSON object that the API answers with: its members, and the disclaimer behind them.
///
/// Answers of the API are made here only, so that none leaves the server without the disclaimer.
struct APIDocument: JSONWritable {
    private let members: (inout JSONWriter) -> Void

    /// An object of the members that the closure writes.
    init(_ members: @escaping (inout JSONWriter) -> Void) {
        self.members = members
    }

    /// Writes the object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            members(&json)
            json.member("disclaimer", Wording.disclaimer)
        }
    }

    /// The object as an answer.
    func reply(_ status: HTTPResponse.Status = .ok) -> Reply { .json(self, status: status) }
}
