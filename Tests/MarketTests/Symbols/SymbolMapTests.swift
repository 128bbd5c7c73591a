import Market
import Testing

@Suite
struct SymbolMapTests {
    private let text = """
        ticker,valid_from,valid_until,now_known_as,delisted_on
        FB,2012-05-18,2022-06-08,META,
        META,2022-06-09,,,
        FB,1999-09-29,2003-03-28,,2003-03-28
        SNDK,1995-11-08,2016-05-12,SNDK,2016-05-12
        SNDK,2025-02-24,,,
        TWTR,,2022-10-27,,2022-10-27

        """

    private func map(_ text: String) throws -> SymbolMap { try SymbolMapCSV.parse(Array(text.utf8)) }

    @Test(
        arguments: [
            ("FB", "2020-01-02", "META"), ("FB", "2012-05-18", "META"), ("FB", "2022-06-08", "META"),
            ("FB", "2001-01-02", "FB"), ("META", "2024-01-02", "META"), ("FB", "2022-06-09", nil),
            ("FB", "2005-01-03", nil), ("META", "2020-01-02", nil), ("SNDK", "2010-01-04", "SNDK"),
            ("SNDK", "2020-01-02", nil), ("SNDK", "2026-01-02", "SNDK"), ("TWTR", "1970-01-01", "TWTR"),
            ("TWTR", "2022-10-28", nil), ("AAPL", "2020-01-02", "AAPL"),
        ] as [(String, String, String?)]
    )
    func `a symbol of a day leads to the symbol of now`(symbol: String, on: String, current: String?) throws {
        #expect(try map(text).currentSymbol(of: symbol, on: day(on)) == current)
    }

    @Test
    func `one symbol may be of several instruments, one after the other`() throws {
        let map = try map(text)
        guard case .instrument(let old) = map.resolve("FB", on: try day("2001-01-02")),
            case .instrument(let new) = map.resolve("FB", on: try day("2015-01-02"))
        else {
            Issue.record("FB is not found")
            return
        }
        #expect(old.delistedOn == (try day("2003-03-28")))
        #expect(new.delistedOn == nil && new.current == "META")
        #expect(try new.symbol(on: day("2022-06-08")) == "FB")
        #expect(try new.symbol(on: day("2022-06-09")) == "META")
        #expect(try new.symbol(on: day("2000-01-03")) == nil)
        #expect(try old.symbol(on: day("2003-03-29")) == nil)
        #expect(map.resolve("FB", on: try day("2005-01-03")) == .unused)
        #expect(map.resolve("IBM", on: try day("2005-01-03")) == .notInMap)
    }

    @Test
    func `a map that is written reads the same`() throws {
        let map = try map(text)
        let written = SymbolMapCSV.text(map)
        #expect(try self.map(written) == map)
        #expect(
            written.hasPrefix(
                "ticker,valid_from,valid_until,now_known_as,delisted_on\nFB,1999-09-29,2003-03-28,,2003-03-28\n"
            )
        )
        #expect(written.contains("FB,2012-05-18,2022-06-08,META,\nMETA,2022-06-09,,,\n"))
        #expect(SymbolMapCSV.text(try self.map(written)) == written)
        #expect(try SymbolMap([]) == self.map("ticker\n"))
    }

    @Test
    func `columns may be in any order, and all but the ticker may be missing`() throws {
        let map = try map("now_known_as,Ticker,valid until\r\nMETA,fb,2022-06-08\r\n")
        #expect(try map.currentSymbol(of: "FB", on: day("1990-01-02")) == "META")
    }

    @Test(
        arguments: [
            ("", "line 1: the file is empty; a heading line with column names is needed"),
            (
                "symbolz\nA\n",
                "line 1: no column ticker; needed are ticker, valid_from, valid_until, now_known_as, delisted_on, found symbolz"
            ),
            (
                "ticker,delisted\nA,\n",
                "line 1: unknown column delisted; accepted are ticker, valid_from, valid_until, now_known_as, delisted_on"
            ),
            (
                "ticker,valid_from\nA B,\n",
                "line 2: ticker is \"A B\"; a symbol such as AAPL or BRK.B is needed"
            ),
            (
                "ticker,now_known_as\nA,B C\n",
                "line 2: now_known_as is \"B C\"; a symbol or nothing is needed"
            ),
            (
                "ticker,valid_from\nA,3/8/2024\n",
                "line 2: valid_from is \"3/8/2024\"; a day such as 2024-03-08 or nothing is needed"
            ),
            (
                "ticker,valid_from,valid_until\nA,2024-01-02,2024-01-01\n",
                "line 2: A is valid from 2024-01-02, after its last day 2024-01-01"
            ),
            (
                "ticker,valid_from,delisted_on\nA,2024-01-02,2024-01-01\n",
                "line 2: A is valid from 2024-01-02, after its last day 2024-01-01"
            ),
            (
                "ticker,valid_until,delisted_on\nA,2024-01-02,2024-01-01\n",
                "line 2: A is valid until 2024-01-02, after delisted_on 2024-01-01"
            ),
            (
                "ticker,valid_from,valid_until,now_known_as\nA,2020-01-02,2021-01-04,B\nA,2021-01-04,,C\n",
                "line 3: A is given to two rows on the same days, see line 2"
            ),
            ("ticker\nA\nA\n", "line 3: A is given to two rows on the same days, see line 2"),
            (
                "ticker,valid_from,valid_until,now_known_as\nA,2020-01-02,2021-01-04,B\nB,2021-01-04,,\n",
                "line 3: B: A from 2020-01-02 to 2021-01-04 and B from 2021-01-04 to today have days in common"
            ),
            (
                "ticker,valid_from\nA,x\n\"B\n",
                "line 2: valid_from is \"x\"; a day such as 2024-03-08 or nothing is needed\nline 3: a quoted field has no closing quote"
            ),
        ]
    )
    func `each problem is named with its line`(text: String, description: String) {
        let error = #expect(throws: SymbolMapError.self) { try map(text) }
        #expect(error?.description == description)
    }

    @Test
    func `histories that claim one symbol at once make no map`() throws {
        let one = try SymbolHistory(
            current: "B",
            periods: [SymbolPeriod(symbol: "A", from: nil, through: nil)],
            delistedOn: nil
        )
        let other = try SymbolHistory(
            current: "C",
            periods: [SymbolPeriod(symbol: "A", from: try day("2020-01-02"), through: nil)],
            delistedOn: nil
        )
        #expect(throws: SymbolMap.Conflict.self) { try SymbolMap([one, other]) }
        #expect(throws: SymbolHistory.Fault.empty) {
            try SymbolHistory(current: "A", periods: [], delistedOn: nil)
        }
    }
}
