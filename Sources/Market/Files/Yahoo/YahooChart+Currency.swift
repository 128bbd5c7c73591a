extension YahooChart {
    /// The currencies that an answer states, one for each result that states one.
    ///
    /// - Throws: `PriceFileError.unreadable` for text that is not JSON.
    public static func currencies(in bytes: [UInt8]) throws(PriceFileError) -> Set<String> {
        let document: JSONTree
        do throws(JSONError) {
            document = try JSONTree(parsing: bytes)
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        if case .document(let answer) = RecordedExchange.body(of: document) { return stated(in: answer) }
        return stated(in: document)
    }

    private static func stated(in answer: JSONTree) -> Set<String> {
        Set((answer["chart"]?["result"]?.array ?? []).compactMap { $0["meta"]?["currency"]?.string })
    }
}
