/// Reads daily prices from an answer of Yahoo's chart service (`/v8/finance/chart/SYMBOL?interval=1d`).
///
/// The answer may stand alone or inside a recorded exchange (`response.bodyJson`, or `response.body` as text). Open,
/// high, low and close are adjusted for splits by the source, `adjclose` for dividends too.
public enum YahooChart {
    /// Parses an answer.
    ///
    /// - Parameter bytes: the answer's body.
    /// - Returns: the bars under the symbol that the answer names, the elements left out (numbered from 1), notes.
    /// - Throws: `PriceFileError` for anything but daily prices.
    public static func parse(_ bytes: [UInt8]) throws(PriceFileError) -> ParsedPrices {
        let document: JSONTree
        do throws(JSONError) {
            document = try JSONTree(parsing: bytes)
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        return try parse(document)
    }

    /// Takes the prices from an answer that has been parsed already.
    static func parse(_ document: JSONTree) throws(PriceFileError) -> ParsedPrices {
        if case .document(let answer) = RecordedExchange.body(of: document) { return try parse(answer) }
        if let message = YahooErrorBody.message(in: document) { throw .refusedBySource(message: message) }
        guard let chart = document["chart"] else {
            throw .unreadable(reason: "a JSON document without the member \"chart\"")
        }
        guard let results = chart["result"]?.array, !results.isEmpty else {
            throw .unreadable(reason: "a chart without a result")
        }
        var prices = ParsedPrices()
        for result in results {
            let answer = try YahooChartResult(result)
            let (bars, problems, notes) = answer.bars()
            if !bars.isEmpty { prices.bars[answer.ticker, default: []] += bars }
            prices.problems += problems
            prices.notes += notes
        }
        return prices
    }
}
