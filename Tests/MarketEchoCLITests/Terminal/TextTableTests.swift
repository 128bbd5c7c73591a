import Testing

@testable import MarketEchoCLI

@Suite
struct TextTableTests {
    @Test
    func numbersStandPointUnderPoint() {
        var table = TextTable([.text("family"), .number("n"), .number("accuracy, %"), .number("p")])
        table.add(["sec_8k", "3,938", "58.2 [54.1, 62.2]", "< 0.001"])
        table.add(["earnings", "87", "100 [9, 100]", "0.21"])
        table.add(["fda", "–", "–", ""])
        table.addRule()
        table.add(["all", "4,025", "8.25 [4.125, 12]", "1"])
        #expect(
            table.lines().joined(separator: "\n") == """
                family        n             accuracy, %        p
                ────────────────────────────────────────────────
                sec_8k    3,938   58.2  [54.1,    62.2]  < 0.001
                earnings     87  100     [9,     100]      0.21
                fda           –    –
                ────────────────────────────────────────────────
                all       4,025    8.25  [4.125,  12]      1
                """
        )
    }

    @Test
    func headersMayHaveSeveralLines() {
        var table = TextTable([.text("family"), .number("share,\n%")])
        table.add(["fda", "5.5"])
        #expect(table.lines() == ["        share,", "family       %", "──────────────", "fda        5.5"])
    }

    @Test
    func proseIsWrappedWhereTheTableWouldBeTooWide() {
        var table = TextTable([.number("run"), .prose("result")])
        table.add(["12", "a sentence of several words, longer than the width"])
        #expect(
            table.lines(width: 30) == [
                "run  result", "──────────────────────────────", " 12  a sentence of several",
                "     words, longer than the", "     width",
            ]
        )
        #expect(table.lines(width: 200).count == 3)
        #expect(table.lines().last == " 12  a sentence of several words, longer than the width")
    }

    @Test
    func aTableThatDoesNotFitMovesItsColumnsTogether() {
        var table = TextTable([.text("aaaa"), .text("bbbb"), .text("cccc")])
        table.add(["1", "2", "3"])
        #expect(table.lines(width: 15).first == "aaaa bbbb cccc")
        #expect(table.lines(width: 16).first == "aaaa  bbbb  cccc")
    }

    @Test
    func emphasisIsOutsideTheWidths() {
        var table = TextTable([.text("a"), .number("b")])
        table.add(["x", "1"])
        let style = TextStyle(hasEmphasis: true, isUnicode: true)
        #expect(
            table.lines(style: style) == ["\u{1B}[1ma  b\u{1B}[0m", "\u{1B}[2m────\u{1B}[0m", "x  1"]
        )
    }

    @Test
    func everyLineFitsWhereItCan() {
        for width in 24...120 {
            var table = TextTable([.text("key"), .prose("what it means"), .number("n")])
            table.add(["database.path", "The database; its folder is made where there is none.", "1,204.5"])
            table.add(["x", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "–"])
            #expect(table.lines(width: width).allSatisfy { $0.count <= max(width, 42) })
        }
    }
}

@Suite
struct NumberColumnTests {
    @Test(
        arguments: [
            (["1", "20", "300"], ["  1", " 20", "300"]),
            (["1.5", "20", "0.25"], [" 1.5 ", "20   ", " 0.25"]),
            (["-1.25", "+10.5"], [" -1.25", "+10.5 "]),
            (["1,234", "–", ""], ["1,234", "    –", "     "]),
            (["3 of 10", "12 of 7"], [" 3 of 10", "12 of  7"]),
            (["a, b", "1,2"], ["a, b", " 1,2"]),
            (["56 (2)", "9 (1,234)", "–"], ["56     (2)", " 9 (1,234)", " –        "]),
            (["58.2 [54.1, 62.2]", "100 [9, 100]"], [" 58.2 [54.1,  62.2]", "100    [9,   100]  "]),
            ([], []),
        ] as [([String], [String])]
    )
    func alignment(texts: [String], aligned: [String]) {
        #expect(NumberColumn(texts).texts == aligned)
    }
}

@Suite
struct TextStyleTests {
    @Test(
        arguments: [
            (true, [:], true, true), (false, [:], false, true), (true, ["NO_COLOR": "1"], false, true),
            (true, ["NO_COLOR": ""], true, true), (true, ["TERM": "dumb"], false, true),
            (true, ["LANG": "C"], true, false), (true, ["LANG": "de_DE.UTF-8"], true, true),
            (true, ["LANG": "C", "LC_ALL": "C.utf8"], true, true),
        ] as [(Bool, [String: String], Bool, Bool)]
    )
    func terminals(isTerminal: Bool, environment: [String: String], emphasis: Bool, unicode: Bool) {
        #expect(
            TextStyle(isTerminal: isTerminal, environment: environment)
                == TextStyle(hasEmphasis: emphasis, isUnicode: unicode)
        )
    }

    @Test
    func drawingCharactersHaveReplacements() {
        let style = TextStyle(hasEmphasis: false, isUnicode: false)
        #expect(style.drawable("──  – Müller") == "--  - Müller")
        #expect(TextStyle.plain.drawable("──") == "──")
    }
}
