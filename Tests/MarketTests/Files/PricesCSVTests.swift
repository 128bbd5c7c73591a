import Market
import Testing

@Suite("Prices from CSV")
struct PricesCSVTests {
    private func parse(_ text: String, ticker: String? = "MADE") throws -> ParsedPrices {
        try PricesCSV.parse(Array(text.utf8), ticker: ticker)
    }

    @Test(
        "understands the headings of its sources",
        arguments: [
            "date,open,high,low,close,adj_close,volume\n2024-03-07,1,3,0.5,2,1.9,100\n",
            "Date,Open,High,Low,Close,Adj Close,Volume\n2024-03-07,1,3,0.5,2,1.9,100\n",
            "Adj Close,VOLUME,Date, Open ,High,Low,Close\n1.9,100,2024-03-07,1,3,0.5,2\n",
            "<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<ADJCLOSE>,<VOL>\n20240307,1,3,0.5,2,1.9,100\n",
            "Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits\n"
                + "2024-03-07 00:00:00-05:00,1,3,0.5,2,1.9,100,0.0,0.0\n",
            "date,open,high,low,close,adjusted_close,volume\r\n\"2024-03-07\",\"1\",\"3\",\"0.5\",\"2\",\"1.9\",\"100\"",
        ]
    )
    func headings(text: String) throws {
        let prices = try parse(text)
        let expected = Bar(
            day: try day("2024-03-07"),
            open: 1,
            high: 3,
            low: 0.5,
            close: 2,
            adjustedClose: 1.9,
            volume: 100
        )
        #expect(prices.bars == ["MADE": [expected]])
        #expect(prices.problems.isEmpty)
        #expect(prices.notes.isEmpty)
        #expect(prices.barCount == 1)
    }

    @Test("takes dividends and splits")
    func actions() throws {
        let prices = try parse(
            "date,close,adj_close,dividends,stock_splits\n2024-01-02,1,1,0.5,2\n2024-01-03,1,1,,\n"
                + "2024-01-04,1,1,null,3:2\n2024-01-05,1,1,0,1/10\n"
        )
        #expect(prices.bars["MADE"]?.map(\.dividend) == [0.5, 0, 0, 0])
        #expect(prices.bars["MADE"]?.map(\.splitFactor) == [2, 0, 1.5, 0.1])
        #expect(prices.bars["MADE"]?.allSatisfy { $0.open.isNaN && $0.volume.isNaN } == true)
    }

    @Test("lets the close stand in for a missing adjusted close, and says so")
    func standIns() throws {
        let stooq = try parse(
            "Date,Open,High,Low,Close,Volume\n2026-01-27,694.18,696.53,693.57,695.49,55506147\n"
        )
        #expect(stooq.bars["MADE"]?.first?.adjustedClose == 695.49)
        #expect(stooq.notes.count == 1)
        #expect(stooq.notes.first?.contains("no column adj_close") == true)
        let adjusted = try parse("date,adj_close\n2024-01-02,5\n")
        #expect(adjusted.bars["MADE"]?.first?.close == 5)
        #expect(adjusted.notes.first?.contains("no column close") == true)
        // A column that is there is not replaced where a cell is empty: that is a fault of the row's data.
        let partly = try parse("date,close,adj_close\n2024-01-02,5,\n2024-01-03,,4\n")
        #expect(partly.bars["MADE"]?.count == 2)
        #expect(partly.bars["MADE"]?[0].adjustedClose.isNaN == true)
        #expect(partly.bars["MADE"]?[1].close.isNaN == true)
    }

    @Test("takes symbols from a column, else from the file's name")
    func tickers() throws {
        let text =
            "ticker,date,close,adj_close\nAAPL,2024-01-02,1,1\nbrk.b,2024-01-02,2,2\n AAPL ,2024-01-03,3,3\n"
        let prices = try parse(text, ticker: nil)
        #expect(prices.bars.keys.sorted() == ["AAPL", "BRK.B"])
        #expect(prices.bars["AAPL"]?.map(\.close) == [1, 3])
        let mixed = try parse("symbol,date,close,adj_close\n,2024-01-02,1,1\nIBM,2024-01-02,2,2\n")
        #expect(mixed.bars.keys.sorted() == ["IBM", "MADE"])
        let faulty = try parse(
            "ticker,date,close,adj_close\n,2024-01-02,1,1\n$$$,2024-01-02,2,2\n",
            ticker: nil
        )
        #expect(faulty.bars.isEmpty)
        #expect(faulty.problems.map(\.line) == [2, 3])
        #expect(throws: PriceFileError.noTicker) { try parse("date,close\n2024-01-02,1\n", ticker: nil) }
        #expect(throws: PriceFileError.noTicker) {
            try parse("date,close\n2024-01-02,1\n", ticker: "not a symbol!")
        }
    }

    @Test("reports bad rows by line and keeps the others")
    func badRows() throws {
        let prices = try parse(
            """
            date,open,close,adj_close,volume
            2024-01-02,1,2,2,10
            2024-02-30,1,2,2,10
            yesterday,1,2,2,10
            2024-01-03,1,2.0.0,2,10
            2024-01-04,1,1e999,2,10
            2024-01-05,1,2,2
            2024-01-08,1,2,2,10,,
            2024-01-09,1,2,2,10,extra
            2024-01-10,1,"2"x,2,10
            2024-01-11,1,"1,234.5",2,10
            2024-01-12,1,2,2,ten
            2024-01-16,1,2,2,10
            2024-01-17,1,"2,2,10
            """
        )
        #expect(prices.bars["MADE"]?.map(\.day.iso8601) == ["2024-01-02", "2024-01-08", "2024-01-16"])
        #expect(prices.problems.map(\.line) == [3, 4, 5, 6, 7, 9, 10, 11, 12, 14])
        #expect(prices.problems[0].reason == "date is \"2024-02-30\"; a day such as 2024-03-08 is needed")
        #expect(
            prices.problems[2].description
                == "line 5: close is \"2.0.0\"; a decimal number or nothing is needed"
        )
        #expect(prices.problems[4].reason == "4 fields where the heading has 5")
        #expect(prices.problems[9].reason == "a quoted field has no closing quote")
    }

    @Test("leaves rows without a close out and counts them")
    func empty() throws {
        let prices = try parse(
            "Date,Open,Close,Adj Close\n2024-01-02,null,null,null\n2024-01-03,1,NaN,nan\n2024-01-04,1,-,N/A\n"
                + "2024-01-05,,1,1\n"
        )
        #expect(prices.bars["MADE"]?.count == 1)
        #expect(prices.problems.isEmpty)
        #expect(prices.notes == ["rows without a close left out: 3"])
    }

    @Test("keeps impossible prices for the quarantine")
    func suspects() throws {
        let prices = try parse(
            "date,close,adj_close\n2024-01-02,0,0\n2024-01-03,-5,-5\n2024-01-04,1e300,1e300\n"
        )
        #expect(prices.bars["MADE"]?.map(\.close) == [0, -5, 1e300])
        let result = PriceSeriesBuilder().build(ticker: "MADE", bars: prices.bars["MADE"] ?? [])
        #expect(result.findings.map(\.reason) == [.nonPositivePrice, .nonPositivePrice])
    }

    @Test("names the columns it keeps out")
    func unknown() throws {
        let prices = try parse(",Date,Close,Adj Close,Capital Gains,close\n0,2024-01-02,1,1,0,7\n")
        #expect(prices.notes == ["columns kept out: Capital Gains, close"])
        #expect(prices.bars["MADE"]?.first?.close == 1)
    }

    @Test("reads the wide table that yfinance saves")
    func wide() throws {
        let prices = try parse(
            """
            Price,Close,Close,High,High,Volume,Volume,Repaired?
            Ticker,AAPL,msft,AAPL,msft,AAPL,msft,AAPL
            Date,,,,,,,
            2024-01-02,10,20,11,21,100,200,False
            2024-01-03,10.5,,11.5,,110,,False
            """,
            ticker: "IGNORED"
        )
        #expect(prices.bars.keys.sorted() == ["AAPL", "MSFT"])
        #expect(prices.bars["AAPL"]?.map(\.close) == [10, 10.5])
        #expect(prices.bars["MSFT"]?.map(\.high) == [21])
        #expect(prices.notes.contains("rows without a close left out: 1"))
        #expect(prices.notes.contains("columns kept out: Repaired?"))
        #expect(throws: PriceFileError.self) { try parse("Price,High\nTicker,AAPL\nDate,\n2024-01-02,1\n") }
    }

    @Test("refuses files that are no daily prices, whole")
    func refused() throws {
        #expect(throws: PriceFileError.empty) { try parse("") }
        #expect(throws: PriceFileError.empty) { try parse("\n\n") }
        let columns = #expect(throws: PriceFileError.self) {
            try parse("event_id,ticker,date\n1,A,2024-01-02\n")
        }
        #expect(columns == .missingColumns(needed: ["close"], found: ["event_id", "ticker", "date"]))
        #expect(columns?.description == "no column close; the file has event_id, ticker, date")
        #expect(throws: PriceFileError.self) { try parse("2024-01-02,1,2,3,4\n2024-01-03,1,2,3,4\n") }
        #expect(throws: PriceFileError.self) { try parse("<html><body>Too Many Requests</body></html>") }
        #expect(throws: PriceFileError.self) { try PricesCSV.parse([0x1F, 0x8B, 8, 0, 0], ticker: "A") }
        #expect(throws: PriceFileError.notDaily(detail: "line 3 is a second time of day on 2024-10-21")) {
            try parse(
                "Datetime,Close,Adj Close\n2024-10-21 10:00:00+01:00,72,72\n2024-10-21 11:00:00+01:00,68,68\n"
            )
        }
    }

    @Test("reads nothing wrong from a file cut at any byte")
    func cuts() throws {
        let text =
            "date,open,close,adj_close,volume\n2024-01-02,1.5,2.25,2.25,10\n2024-01-03,1.75,2.5,2.5,10\n"
        let whole = try #require(try parse(text).bars["MADE"])
        for length in 0...text.utf8.count {
            guard let cut = try? PricesCSV.parse(Array(text.utf8.prefix(length)), ticker: "MADE") else {
                continue
            }
            for (bar, expected) in zip(cut.bars["MADE"] ?? [], whole) {
                #expect(bar.day == expected.day && bar.open == expected.open && bar.close == expected.close)
            }
        }
    }
}
