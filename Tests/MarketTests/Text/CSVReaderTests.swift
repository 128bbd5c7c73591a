import Market
import Testing

@Suite("CSV reader")
struct CSVReaderTests {
    private func rows(_ text: String) throws -> [[String]] {
        var reader = try CSVReader(bytes: Array(text.utf8))
        var rows = [reader.header]
        while let row = try reader.next() {
            rows.append((0..<row.count).map { row[$0]?.string ?? "missing" })
        }
        return rows
    }

    @Test(
        "splits rows and fields",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
            ("a,b\r\n1,2\r\n\r\n3,4\r\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
            ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
            ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("\n\na\n1\n", [["a"], ["1"]]),
            ("a,b\n1,\n,\n", [["a", "b"], ["1", ""], ["", ""]]),
            ("a,b\n1,", [["a", "b"], ["1", ""]]),
            ("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", [["a", "b"], ["x,y", "say \"hi\""]]),
            ("a,b\n\"two\nlines\",2\n", [["a", "b"], ["two\nlines", "2"]]),
            ("a\n\"\"\n", [["a"], [""]]),
            ("a,b\n\"1\" ,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\n5\" disk,2\n", [["a", "b"], ["5\" disk", "2"]]),
            ("a\n\"\"\"\"\n", [["a"], ["\""]]),
            (" a , b \n 1 ,2\n", [["a", "b"], [" 1 ", "2"]]),
            ("a,b\n1,2,3\n4\n", [["a", "b"], ["1", "2", "3"], ["4"]]),
            ("a,é\n1,ü\n", [["a", "é"], ["1", "ü"]]),
            ("a", [["a"]]),
        ]
    )
    func split(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test("counts lines inside quotes and over blank lines")
    func lines() throws {
        var reader = try CSVReader(bytes: Array("a,b\r\n\"x\r\ny\",2\r\n\r\n3,4\n\"p\rq\",5\n6,7".utf8))
        var lines: [Int] = []
        while let row = try reader.next() { lines.append(row.line) }
        #expect(lines == [2, 5, 6, 8])
    }

    @Test("refuses what is no table of text")
    func refused() {
        #expect(throws: CSVError.empty) { try CSVReader(bytes: []) }
        #expect(throws: CSVError.empty) { try CSVReader(bytes: Array("\u{FEFF}\n\r\n".utf8)) }
        #expect(throws: CSVError.notText) { try CSVReader(bytes: [0x1F, 0x8B, 0x08, 0x00, 0x41]) }
        #expect(throws: CSVError.notText) { try CSVReader(bytes: [0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00]) }
        #expect(throws: CSVError.unterminatedQuote(line: 1)) {
            try CSVReader(bytes: Array("a,\"b\n1,2\n".utf8))
        }
    }

    @Test("reports quotes that do not match by line, and goes on")
    func quotes() throws {
        var reader = try CSVReader(bytes: Array("a,b\n1,\"x\"y\n3,4\n5,\"open\n6,7\n".utf8))
        let behind = #expect(throws: CSVError.self) { try reader.next() }
        #expect(behind == .textAfterQuote(line: 2))
        #expect(try reader.next()?[1]?.int == 4)
        let open = #expect(throws: CSVError.self) { try reader.next() }
        #expect(open == .unterminatedQuote(line: 4))
        #expect(open?.description == "line 4: a quoted field has no closing quote")
        #expect(try reader.next() == nil)
    }

    @Test("reads fields as values")
    func values() throws {
        var reader = try CSVReader(
            bytes: Array(
                "Date,Adj Close,n,text\n 2024-03-08 , 1.25e2 ,7,\" \"\nx,1e999,1.5,\"\"\"q\"\"\"\n".utf8
            )
        )
        let date = reader.column("date")
        let close = reader.column("adjusted_close", "adj_close")
        #expect(close == 1)
        #expect(reader.column("volume") == nil)
        let first = try #require(try reader.next())
        #expect(first[date]?.day?.iso8601 == "2024-03-08")
        #expect(first[close]?.double == 125)
        #expect(first[2]?.int == 7)
        #expect(first[3]?.isBlank == true)
        #expect(first[3]?.text == nil)
        #expect(first[9] == nil)
        #expect(first[nil as Int?] == nil)
        let second = try #require(try reader.next())
        #expect(second[date]?.day == nil)
        #expect(second[close]?.double == nil)
        #expect(second[2]?.int == nil)
        #expect(second[3]?.text == "\"q\"")
    }

    @Test("reads other separators")
    func separators() throws {
        for separator in [";", "\t", "|"] {
            let text = "a\(separator)b\n1,5\(separator)2\n"
            var reader = try CSVReader(bytes: Array(text.utf8), separator: Array(separator.utf8)[0])
            let row = try #require(try reader.next())
            #expect(row[0]?.string == "1,5")
            #expect(row[1]?.string == "2")
        }
    }

    @Test("survives a cut at every byte")
    func cuts() throws {
        let whole = Array("a,b\r\n\"x \"\"1\"\"\",2\r\n3,\"4\n5\"\r\n".utf8)
        for length in 0...whole.count {
            guard var reader = try? CSVReader(bytes: Array(whole[..<length])) else { continue }
            var count = 0
            while let row = try? reader.next() { count += row.count }
            #expect(count <= 4)
        }
    }
}
