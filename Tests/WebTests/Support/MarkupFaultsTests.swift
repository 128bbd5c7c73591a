import Testing

@Suite
struct MarkupFaultsTests {
    @Test
    func `sound markup has no faults`() {
        let markup = """
            <!doctype html><html><body><h1 id="a">A &gt; B</h1><br/><p>x<a href="/b?x=1&amp;y=2">y</a></p>
            <h2>C</h2><label for="q">Q</label><input id="q" name="q"/><section aria-labelledby="a"></section>
            <svg aria-hidden="true"><line x1="0"/></svg><a href="https://x.example" rel="noopener">z</a></body></html>
            """
        #expect(MarkupFaults.of(markup) == [])
        #expect(MarkupFaults.internalLinks(of: markup) == ["/b?x=1&y=2"])
    }

    @Test(arguments: [
        ("<p>", "<p> is not closed"),
        ("<p></div></p>", "</div> closes <p>"),
        ("<p id=\"a\"></p><p id=\"a\"></p>", "the id a is there twice"),
        ("<p style=\"x\"></p>", "<p> has a style of its own"),
        ("<p onclick=\"x\"></p>", "<p> has the event handler onclick"),
        ("<script>x</script>", "a script is inline"),
        ("<h1></h1><h3></h3>", "a heading of level 3 follows one of level 1"),
        ("<input name=\"q\"/>", "a <input> has no label"),
        ("<section aria-labelledby=\"b\"></section>", "aria-labelledby names b, which is not there"),
        ("<a href=\"javascript:x\">y</a>", "a link leads to javascript:x"),
        ("<a href=\"https://x.example\">y</a>", "the link to https://x.example passes this page on"),
        ("<svg></svg>", "a picture is neither named nor hidden"),
        ("<p", "a tag does not end: <p"),
    ])
    func `a fault is found`(markup: String, fault: String) {
        #expect(MarkupFaults.of(markup, isDocument: false) == [fault])
    }

    @Test
    func `a document has one first heading`() {
        #expect(MarkupFaults.of("<p></p>") == ["there are 0 first headings"])
    }
}
