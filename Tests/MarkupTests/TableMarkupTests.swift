import Markup
import Testing

@Suite
struct TableMarkupTests {
    @Test
    func `A table has a caption, headers with scope and a region that scrolls`() {
        var table = TableMarkup(
            caption: "Accuracy by <horizon>",
            columns: [.text("horizon"), .number("n"), .number("accuracy, %", decimals: 1)],
            class: "figures"
        )
        table.addRow(["1-Day", .count(1_210), .number(53.04)])
        table.addRow([.text("5 & 20"), .count(nil), .number(nil)], class: "weak")
        let parts = [
            #"<div class="scroll" tabindex="0" role="region" aria-label="Accuracy by &lt;horizon&gt;">"#,
            #"<table class="figures"><caption>Accuracy by &lt;horizon&gt;</caption>"#,
            #"<thead><tr><th scope="col">horizon</th><th scope="col" class="num">n</th>"#,
            #"<th scope="col" class="num">accuracy, %</th></tr></thead><tbody>"#,
            #"<tr><th scope="row">1-Day</th><td class="num">1,210</td><td class="num">53.0</td></tr>"#,
            #"<tr class="weak"><th scope="row">5 &amp; 20</th><td class="num">–</td>"#,
            "<td class=\"num\">–\u{2008}\u{2007}</td></tr></tbody></table></div>",
        ]
        #expect(table.fragment.string == parts.joined())
    }

    @Test(arguments: [
        (TableMarkup.Cell.number(1.5), "1.500"), (.decimal(1.5, decimals: 1), "1.5\u{2007}\u{2007}"),
        (.decimal(2, decimals: 0), "2\u{2008}\u{2007}\u{2007}\u{2007}"),
        (.decimal(1.23456, decimals: 9), "1.235"),
        (.count(12), "12\u{2008}\u{2007}\u{2007}\u{2007}"), (.signed(0.25), "+0.250"),
        (.interval(1, lower: 0.5, upper: nil), "1.000"),
        (.interval(1, lower: 0.5, upper: 2), "1.000 [0.500, 2.000]"),
        (.number(.nan), "–\u{2008}\u{2007}\u{2007}\u{2007}"), (.text("a<b"), "a&lt;b"),
        (.fragment(HTMLFragment(raw: "<i></i>")), "<i></i>"),
    ])
    func `Cells keep their points below each other`(cell: TableMarkup.Cell, text: String) {
        var table = TableMarkup(caption: "c", columns: [.number("v", decimals: 3)], rowHeaders: false)
        table.addRow([cell])
        #expect(table.fragment.string.contains("<td class=\"num\">\(text)</td>"))
    }

    @Test
    func `A table without rows says so over its whole width`() {
        let table = TableMarkup(caption: "c", columns: [.text("a"), .text("b")], emptyText: "No jobs yet.")
        #expect(table.isEmpty)
        #expect(table.fragment.string.contains(#"<tr><td colspan="2" class="empty">No jobs yet.</td></tr>"#))
    }

    @Test
    func `Short rows are filled and long ones cut`() {
        var table = TableMarkup(caption: "c", columns: [.text("a"), .text("b")], rowHeaders: false)
        table.addRow(["1"])
        table.addRow(["1", "2", "3"])
        #expect(table.fragment.string.contains("<tr><td>1</td><td>–</td></tr><tr><td>1</td><td>2</td></tr>"))
    }
}
