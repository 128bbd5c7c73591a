/// The error that an answer of Yahoo's services holds in place of data.
enum YahooErrorBody {
    /// Code and description; nil for an answer without an error.
    ///
    /// Each service wraps it in a member of its own: `chart`, `finance`, `quoteSummary`.
    static func message(in document: JSONTree) -> String? {
        for key in (document.object ?? [:]).keys.sorted() {
            if let error = document[key]?["error"], !error.isNull { return message(of: error) }
        }
        return nil
    }

    /// Code and description of an error.
    static func message(of error: JSONTree) -> String {
        let parts = [error["code"]?.string, error["description"]?.string].compactMap(\.self)
        return parts.isEmpty ? "no reason given" : parts.joined(separator: ": ")
    }
}
