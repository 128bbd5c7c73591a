import Markup
import Testing

@Suite
struct TableGroupTests {
    @Test
    func `A heading for the rows below it spans the table and is escaped`() {
        var table = TableMarkup(caption: "c", columns: [.text("a"), .number("b"), .number("d")])
        table.addGroup("Walk & forward")
        table.addRow(["x", .count(1), .count(2)])
        #expect(
            table.fragment.string.contains(
                #"<tbody><tr class="group"><th scope="rowgroup" colspan="3">Walk &amp; forward</th></tr>"#
                    + #"<tr><th scope="row">x</th><td class="num">1</td><td class="num">2</td></tr></tbody>"#
            )
        )
        #expect(!table.isEmpty)
    }
}
