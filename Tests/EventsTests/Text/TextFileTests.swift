import Testing

@testable import Events

@Suite
struct TextFileTests {
    @Test(arguments: [
        ("<html><head><TITLE> Two\n words </TITLE>", "an HTML page titled 'Two words'"),
        ("<!DOCTYPE HTML><h1>Gone</h1>", "an HTML page titled 'Gone'"),
        ("<html><title></title><h1>Under</h1>", "an HTML page titled 'Under'"),
        ("<html><title>never closed", "an HTML page"),
        ("<?xml version='1.0'?><Code>X</Code>", "an XML document titled 'X'"),
        ("<x>", "text in angle brackets"),
    ])
    func saysWhatAPageIs(text: String, expected: String) {
        #expect(TextFile.describe(bytes(text)) == expected)
    }

    @Test
    func shortensTitles() {
        let page = "<html><title>" + String(repeating: "x", count: 5000) + "</title>"
        #expect(TextFile.describe(bytes(page)).count < 140)
    }

    @Test
    func mayCutACharacterInABeginning() throws {
        let cut = bytes("é").dropLast()
        try TextFile.checkIsText(cut, isWhole: false)
        #expect(throws: EventFileError.self) { try TextFile.checkIsText(cut) }
    }

    @Test(arguments: [
        ("aapl", "AAPL"), ("BRK.B", "BRK.B"), ("BF-B", "BF-B"), ("^GSPC", "^GSPC"), ("A/B", "A/B"), ("", nil),
        ("A B", nil), ("É", nil), ("ABCDEFGHIJKLMNOPQ", nil), ("A\u{0}", nil), ("<X>", nil), ("A;B", nil),
    ])
    func normalisesSymbols(text: String, expected: String?) {
        #expect(Ticker.normalised(text.utf8) == expected)
    }
}
