/// An answer of a service as some recorders save it: `response.body` as text or tree, or `response.bodyJson`.
enum RecordedExchange {
    /// The answer of a recorded exchange.
    enum Body {
        /// A JSON document.
        case document(JSONTree)
        /// Anything else.
        case text(String)
    }

    /// The answer; nil for a document that is no recorded exchange.
    static func body(of document: JSONTree) -> Body? {
        guard let response = document["response"], let body = response["bodyJson"] ?? response["body"] else {
            return nil
        }
        guard let text = body.string else { return .document(body) }
        if let inner = try? JSONTree(parsing: Array(text.utf8)) { return .document(inner) }
        return .text(text)
    }

    /// The status of the answer; nil where it was not recorded.
    static func status(of document: JSONTree) -> Int? {
        guard let number = document["response"]?["status"]?.number, number >= 100, number < 1000 else {
            return nil
        }
        return Int(number)
    }
}
