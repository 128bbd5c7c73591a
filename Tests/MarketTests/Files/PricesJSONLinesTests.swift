import Market
import Testing

@Suite("Prices from JSON Lines")
struct PricesJSONLinesTests {
    private func parse(_ text: String, ticker: String? = nil) throws -> ParsedPrices {
        try PricesJSONLines.parse(Array(text.utf8), ticker: ticker)
    }

    @Test("reads one bar a line")
    func lines() throws {
        let prices = try parse(
            """
            {"ticker":"AAPL","date":"2024-01-02","open":1,"high":3,"low":0.5,"close":2,"adj_close":1.9,"volume":1e6}

            {"ticker":"AAPL","date":"2024-01-03","close":"2.5","adj_close":2.4,"dividends":0.24,"stock_splits":"4:1"}\r
            {"ticker":"MSFT","date":"2024-01-02T00:00:00-05:00","close":7,"adj_close":null,"open":null}
            """
        )
        #expect(prices.bars["AAPL"]?.map(\.close) == [2, 2.5])
        #expect(prices.bars["AAPL"]?[0].volume == 1_000_000)
        #expect(prices.bars["AAPL"]?[1].splitFactor == 4)
        #expect(prices.bars["AAPL"]?[1].dividend == 0.24)
        #expect(prices.bars["MSFT"]?[0].adjustedClose.isNaN == true)
        #expect(prices.problems.isEmpty && prices.notes.isEmpty)
    }

    @Test("lets the close stand in line by line, and names unknown keys")
    func standIns() throws {
        let prices = try parse(
            "{\"date\":\"2024-01-02\",\"close\":2,\"x\":[1]}\n"
                + "{\"date\":\"2024-01-03\",\"Adj Close\":3,\"y\":0}\n"
                + "{\"date\":\"2024-01-04\",\"close\":4,\"adj_close\":3.9}\n",
            ticker: "made"
        )
        #expect(prices.bars["MADE"]?.map(\.close) == [2, 3, 4])
        #expect(prices.bars["MADE"]?.map(\.adjustedClose) == [2, 3, 3.9])
        #expect(prices.notes.count == 2)
        #expect(prices.notes[0].hasPrefix("lines without adj_close: 1"))
        #expect(prices.notes[1] == "columns kept out: x, y")
    }

    @Test("reports bad lines and keeps the others")
    func badLines() throws {
        let prices = try parse(
            """
            {"date":"2024-01-02","close":2}
            {"date":"2024-01-03","close":
            [1,2]
            {"date":"2024-01-04","close":true}
            {"date":1704326400000,"close":2}
            {"date":"2024-01-05","close":{"a":1}}
            {"date":"2024-01-08","close":3}
            {"close":3}
            """,
            ticker: "MADE"
        )
        #expect(prices.bars["MADE"]?.map(\.close) == [2, 3])
        #expect(prices.problems.map(\.line) == [2, 3, 4, 5, 6, 8])
    }

    @Test(
        "refuses a file whose first line is no bar",
        arguments: ["", "\n \n", "[1]", "{\"a\":1}", "{\"date\":\"2024-01-02\"}", "{\"date\":", "text", "12"]
    )
    func refused(text: String) {
        #expect(throws: PriceFileError.self) { try parse(text, ticker: "MADE") }
    }
}
