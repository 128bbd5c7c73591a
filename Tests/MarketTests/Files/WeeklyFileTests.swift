import Market
import Testing

@Suite
struct WeeklyFileTests {
    private func text(every step: Int32, count: Int = 12, skipping: Set<Int> = []) throws -> [UInt8] {
        let first = try day("2024-01-02")
        let rows = (0..<count).filter { !skipping.contains($0) }.map {
            "\(first.advanced(byDays: Int($0) * Int(step))),1,1,1,1,1,1\n"
        }
        return Array(("Date,Open,High,Low,Close,Adj Close,Volume\n" + rows.joined()).utf8)
    }

    @Test(arguments: [5, 7, 30] as [Int32])
    func `a file by the week or longer is refused`(step: Int32) throws {
        let bytes = try text(every: step)
        #expect(throws: PriceFileError.notDaily(detail: "no two bars of MADE lie less than 5 days apart")) {
            try PriceFile.parse(bytes, ticker: "MADE")
        }
    }

    @Test
    func `days with gaps and short files are days`() throws {
        #expect(try PriceFile.parse(text(every: 1), ticker: "MADE").barCount == 12)
        #expect(try PriceFile.parse(text(every: 4), ticker: "MADE").barCount == 12)
        #expect(try PriceFile.parse(text(every: 7, count: 7), ticker: "MADE").barCount == 7)
        #expect(
            try PriceFile.parse(text(every: 1, count: 90, skipping: Set(2..<80)), ticker: "MADE").barCount
                == 12
        )
    }
}
