import Foundation
import JSONText
import RadarQuant

/// A request to an OpenAI-compatible `/chat/completions`.
struct ChatRequest: JSONWritable {
    let model: String
    let prompt: Rephrasing.Prompt

    /// Writes the request: two messages, no randomness, one whole answer.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("model", model)
            json.member(
                "messages",
                array: { json in
                    for (role, content) in [("system", prompt.system), ("user", prompt.user)] {
                        json.object { json in
                            json.member("role", role)
                            json.member("content", content)
                        }
                    }
                }
            )
            json.member("temperature", number: 0)
            json.member("stream", false)
        }
    }
}

/// The part of the answer that is read.
struct ChatResponse: Decodable {
    struct Choice: Decodable {
        struct Message: Decodable {
            let content: String
        }

        let message: Message
    }

    let choices: [Choice]

    /// The text of the first choice.
    ///
    /// - Throws: `LanguageModelError.unreadable` for bytes of another form.
    static func text(_ bytes: [UInt8]) throws(LanguageModelError) -> String {
        let response: ChatResponse
        do {
            response = try JSONDecoder().decode(ChatResponse.self, from: Data(bytes))
        } catch {
            throw .unreadable("it is not JSON with choices[0].message.content")
        }
        guard let first = response.choices.first else { throw .unreadable("it has no choice") }
        return first.message.content
    }
}
