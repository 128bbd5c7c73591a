import Events
import Foundation
public import Market

extension SyntheticWorld {
    /// Writes the world as a user has it: `events.csv` and a folder `prices` with one file for each symbol.
    ///
    /// - Parameter folder: an existing folder.
    /// - Throws: an error of the operating system where a file cannot be written.
    public func write(to folder: String) throws {
        try Data(EventsCSVWriter.file(events)).write(to: URL(filePath: "\(folder)/events.csv"))
        try FileManager.default.createDirectory(
            atPath: "\(folder)/prices",
            withIntermediateDirectories: true
        )
        for (ticker, bars) in bars {
            try Data(PricesText.csv(bars).utf8).write(to: URL(filePath: "\(folder)/prices/\(ticker).csv"))
        }
    }
}

/// Price files as text.
public enum PricesText {
    /// The bars of one symbol as CSV with the documented columns, numbers in full precision, NaN as nothing.
    public static func csv(_ bars: [Bar]) -> String {
        var text = "date,open,high,low,close,adj_close,volume,dividends,stock_splits\n"
        for bar in bars {
            let numbers = [
                bar.open, bar.high, bar.low, bar.close, bar.adjustedClose, bar.volume, bar.dividend,
                bar.splitFactor,
            ]
            text += bar.day.iso8601
            for number in numbers { text += number.isNaN ? "," : ",\(number)" }
            text += "\n"
        }
        return text
    }
}
