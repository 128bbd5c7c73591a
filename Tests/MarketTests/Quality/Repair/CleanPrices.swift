import Foundation
import Market
import TestSupport

/// The clean price files that lie beside a developer's checkout.
enum CleanPrices {
    /// Symbols in order.
    static func tickers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: SharedData.url("prices").path)
            .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
    }

    /// Bars of a symbol with the dividends that its adjusted closes imply, as the files hold none.
    static func bars(_ ticker: String) throws -> [Bar] {
        let bytes = [UInt8](try Data(contentsOf: SharedData.url("prices/\(ticker).csv")))
        var bars = try PricesCSV.parse(bytes, ticker: ticker).bars[ticker] ?? []
        var dividends: [Int: Double] = [:]
        for index in bars.indices.dropFirst() {
            let before = bars[index - 1]
            let applied =
                before.adjustedClose / before.close / (bars[index].adjustedClose / bars[index].close)
            // Smaller ones drown in the rounding of the files, larger ones are spin-offs.
            if applied < 0.9985, applied > 0.8 { dividends[index] = (1 - applied) * before.close }
        }
        for (index, amount) in dividends { bars[index].dividend = amount }
        return bars
    }
}
