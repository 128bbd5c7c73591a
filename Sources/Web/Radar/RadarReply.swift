import JSONText
import RadarQuant

/// RadarQuant's answer, and what a language model made of it.
struct RadarReply: Sendable, Equatable {
    /// The program's own sentences with their facts.
    let answer: RadarQuantAnswer
    /// The same in a language model's words, where one is configured and kept to the facts.
    let rephrased: Rephrased
}

extension RadarReply: JSONWritable {
    /// Writes the answer's members, then `rephrased_text` and `rephrased_by`, null where there is none.
    func write(to json: inout JSONWriter) {
        json.object { json in
            answer.writeMembers(to: &json)
            json.member("rephrased_text", rephrased.text)
            json.member("rephrased_by", rephrased.text == nil ? nil : rephrased.model)
        }
    }
}
