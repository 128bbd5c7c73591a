/// Where the cells of a bar stand in the rows of a price table.
struct PriceTableLayout {
    /// The columns that make one bar of a row.
    struct Group {
        /// Whose bar it is where the heading says so.
        var ticker: ArraySlice<UInt8>?
        /// Positions of the columns.
        var columns: [(column: PriceColumn, position: Int)]
    }

    /// One group, or one for each instrument in a wide table.
    private(set) var groups: [Group]
    /// How many fields a row has.
    let width: Int
    /// Headings that mean no column of prices.
    private(set) var unknown: [String] = []

    /// All columns that the table has.
    var columns: Set<PriceColumn> { Set(groups.flatMap { $0.columns.map(\.column) }) }

    /// The layout of a table with one instrument a row.
    ///
    /// - Throws: `PriceFileError.missingColumns` without a day or a close.
    init(header: [String]) throws(PriceFileError) {
        var group = Group(columns: [])
        for (position, heading) in header.enumerated() {
            if let column = PriceColumn(heading: heading),
                !group.columns.contains(where: { $0.column == column })
            {
                group.columns.append((column, position))
            } else if !heading.isEmpty {
                unknown.append(heading)
            }
        }
        groups = [group]
        width = header.count
        var needed: [String] = []
        if !columns.contains(.date) { needed.append(PriceColumn.date.name) }
        if columns.isDisjoint(with: [.close, .adjustedClose]) { needed.append(PriceColumn.close.name) }
        guard needed.isEmpty else { throw .missingColumns(needed: needed, found: header) }
    }

    /// The layout of a wide table as yfinance saves it; nil for any other table, with the reader left as it was.
    ///
    /// Three heading lines: `Price,Close,Close,…`, `Ticker,AAPL,MSFT,…` and `Date,,,…`.
    ///
    /// - Throws: `PriceFileError.missingColumns` for a wide table without a close.
    init?(wide reader: inout CSVReader) throws(PriceFileError) {
        guard reader.header.first.map({ ColumnName.key($0) }) == "price" else { return nil }
        var ahead = reader
        guard let tickers = try? ahead.next(), tickers[0]?.text.map({ ColumnName.key($0) }) == "ticker",
            let dates = try? ahead.next(), dates[0]?.text.map({ ColumnName.key($0) }) == "date"
        else { return nil }
        width = reader.header.count
        groups = []
        for (position, heading) in reader.header.enumerated().dropFirst() {
            guard let column = PriceColumn(heading: heading) else {
                if !unknown.contains(heading) { unknown.append(heading) }
                continue
            }
            let ticker = tickers[position]?.trimmedBytes ?? []
            if let index = groups.firstIndex(where: { $0.ticker == ticker }) {
                groups[index].columns.append((column, position))
            } else {
                groups.append(Group(ticker: ticker, columns: [(.date, 0), (column, position)]))
            }
        }
        guard !columns.isDisjoint(with: [.close, .adjustedClose]) else {
            throw .missingColumns(needed: [PriceColumn.close.name], found: reader.header)
        }
        reader = ahead
    }
}
