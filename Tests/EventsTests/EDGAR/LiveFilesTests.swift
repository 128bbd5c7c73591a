import Events
import Market
import Testing

/// What EDGAR offers for finding new filings: list, feed, indexes, documents.
@Suite
struct LiveFilesTests {
    @Test
    func `a company with several symbols has several lines`() throws {
        let text = """
            {"0":{"cik_str":42,"ticker":"AAA","title":"A \\u0026 Co"},
             "1":{"cik_str":42,"ticker":"aaa-b","title":"A"},"2":{"cik_str":0,"ticker":"X","title":"none"}}
            """
        let list = try CompanyTickers(Array(text.utf8))
        #expect(list.lines.map(\.ticker) == ["AAA", "AAA-B"] && list.lines[0].name == "A & Co")
        #expect(list.companyNumbers()["AAA-B"] == "0000000042")
        #expect(list.problems.map(\.line) == [3])
        #expect(throws: EventFileError.self) { try CompanyTickers(Array("<html>".utf8)) }
    }

    private static func feed(form: String = "8-K", items: String = "&lt;br&gt;Item 2.02: Results") -> [UInt8]
    {
        Array(
            """
            <?xml version="1.0" encoding="ISO-8859-1" ?><feed><entry>
            <title>\(form) - Made (Up) Inc. (0000000042) (Filer)</title>
            <summary type="html">
             &lt;b&gt;Filed:&lt;/b&gt; 2025-01-13 &lt;b&gt;AccNo:&lt;/b&gt; 0000000042-25-000001
            \(items)
            </summary>
            <updated>2025-01-12T18:02:10-05:00</updated>
            <category term="\(form)"/>
            <id>urn:tag:sec.gov,2008:accession-number=0000000042-25-000001</id>
            </entry></feed>
            """.utf8
        )
    }

    @Test
    func `an entry of the feed gives form, items and the instant with its offset`() throws {
        let filing = try #require(try CurrentFilings(Self.feed()).filings.first)
        #expect(filing.acceptedAt == UTCInstant(iso8601: "2025-01-12T23:02:10Z"))
        #expect(filing.filedOn == TradingDay(iso8601: "2025-01-13"))
        #expect(filing.items.map(\.number) == ["2.02"] && filing.form == "8-K" && filing.role == "Filer")
        #expect(filing.cik == "0000000042" && filing.companyName == "Made (Up) Inc.")
        let other = try CurrentFilings(Self.feed(form: "D", items: "&lt;br&gt;Item 3C: Act"))
        #expect(other.filings.first?.items == [] && other.problems.isEmpty)
        #expect(try CurrentFilings(Self.feed(items: "&lt;br&gt;Item 2.99: New")).problems.count == 1)
    }

    @Test
    func `an error page or a cut-off feed is refused`() {
        #expect(throws: EventFileError.self) {
            try CurrentFilings(Array("<html><title>File Unavailable</title></html>".utf8))
        }
        #expect(throws: EventFileError.self) { try CurrentFilings(Self.feed().dropLast(9).map { $0 }) }
    }

    private static let rule = String(repeating: "-", count: 80)

    @Test(arguments: [
        "CIK|Company Name|Form Type|Date Filed|File Name\n\(rule)\n42|MADE UP|8-K|20250113|edgar/data/42/0000000042-25-000001.txt",
        "Form Type   Company Name   CIK   Date Filed  File Name\n\(rule)\n8-K         MADE UP        42    2025-01-13  edgar/data/42/0000000042-25-000001.txt",
        "Company Name   Form Type   CIK\n  Date Filed  File Name\n\(rule)\nMADE UP        8-K         42    20250113  edgar/data/42/0000000042-25-000001.txt  ",
    ])
    func `the three kinds of index give the same filing, and a bad line is named`(text: String) throws {
        let index = try FilingIndex(Array((text + "\nrubbish\n").utf8))
        let filing = try #require(index.filings.first)
        #expect(filing.form == "8-K" && filing.companyName == "MADE UP" && filing.cik == "0000000042")
        #expect(filing.filedOn == TradingDay(iso8601: "2025-01-13"))
        #expect(filing.accession.text == "0000000042-25-000001" && index.problems.count == 1)
    }

    @Test(arguments: [
        ("<p>A&amp;B &#8220;c&#148;</p><p>d&nbsp;&nbsp;e</p>", "A&B \u{201c}c\u{201d}\nd e"),
        ("x<script>if (a<b) alert('</p>')</SCRIPT>y<style>p{}</style>z<!-- > -->w", "xyzw"),
        ("1 < 2 &bogus; &#xD800;", "1 < 2 &bogus; \u{FFFD}"), ("<a title=\"x>y\">t</a><td>u", "t u"),
        ("cut <script>never closed", "cut"), ("open <b", "open"), ("&", "&"), ("<", "<"),
    ])
    func `HTML becomes text`(html: String, text: String) {
        #expect(DocumentText.plain(Array(html.utf8)) == text)
    }

    @Test
    func `the summary is the first paragraph behind the item heading`() {
        let news = "On January 13, 2025, Made Up Inc. announced that its factory on the hill has burnt down."
        let html = """
            <p>Check the appropriate box below if the filing is intended to satisfy the obligation, please do.</p>
            <p>Item 5.02</p><p>Departure of Directors or Certain Officers; Election of Directors; and the rest.</p>
            <p>\(news)</p><p>SIGNATURE</p>
            """
        #expect(FilingSummary.summary(ofSubmission: Array(html.utf8)) == news)
        let long = "<p>Item 8.01</p><p>" + String(repeating: news + " ", count: 9) + "</p>"
        let summary = FilingSummary.summary(ofSubmission: Array(long.utf8))
        #expect(summary.count <= 400 && summary.hasSuffix("down."))
    }
}
