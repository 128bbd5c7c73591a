/// Reads a price file of any kind that is understood; the kind is recognised from the content.
public enum PriceFile {
    /// Parses a file.
    ///
    /// - Parameters:
    ///   - bytes: the file's content.
    ///   - ticker: whose prices these are where the content does not say, usually from the file's name.
    /// - Returns: the bars, the rows left out, and notes on the file.
    /// - Throws: `PriceFileError` for a file that holds no daily prices.
    public static func parse(_ bytes: [UInt8], ticker: String?) throws(PriceFileError) -> ParsedPrices {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = bytes[start...].first(where: { $0 > 32 }) else { throw .empty }
        guard first == UInt8(ascii: "{") else { return try table(bytes, ticker: ticker) }
        // One document over the whole file is an answer of the chart service; else each line is a document.
        guard let document = try? JSONTree(parsing: bytes) else {
            return try PricesJSONLines.parse(bytes, ticker: ticker)
        }
        switch RecordedExchange.body(of: document) {
        case .document(let answer): return try YahooChart.parse(answer)
        case .text(let text):
            if let status = RecordedExchange.status(of: document), status >= 400 {
                throw .refusedBySource(message: String(text.prefix(200)))
            }
            return try table(Array(text.utf8), ticker: ticker)
        case nil: break
        }
        if document["chart"] != nil || YahooErrorBody.message(in: document) != nil {
            return try YahooChart.parse(document)
        }
        return try PricesJSONLines.parse(bytes, ticker: ticker)
    }

    private static func table(_ bytes: [UInt8], ticker: String?) throws(PriceFileError) -> ParsedPrices {
        if let message = StooqFile.refusal(bytes) { throw .refusedBySource(message: message) }
        if let stooq = try StooqFile(bytes, name: ticker) { return try stooq.parse(bytes) }
        return try PricesCSV.parse(bytes, ticker: ticker)
    }
}
