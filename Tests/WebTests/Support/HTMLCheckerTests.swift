import Testing

/// The checker itself: what it must find.
struct HTMLCheckerTests {
    @Test(
        arguments: [
            ("<p>a<b>c</p></b>", "closes"), ("<p>a", "never closed"), ("</p>", "closes nothing"),
            ("<p id=\"a\"></p><p id=\"a\"></p>", "occurs twice"), ("<p class=a></p>", "no quotes"),
            ("<a href=\"javascript:x\">x</a>", "href of <a>"), ("<a href=\"//x.org\">x</a>", "href of <a>"),
            ("<p onclick=\"x\"></p>", "handler"), ("<p style=\"x\"></p>", "inline style"),
            ("<script>x</script>", "inline script"), ("<input name=\"x\"/>", "no label"),
            ("<label for=\"y\">y</label>", "not there"), ("<a href=\"#x\">x</a>", "not there"),
            ("<a href=\"/x\"> </a>", "no name"), ("<a href=\"https://x.org\">x</a>", "no rel"),
            ("<table></table>", "captions"), ("<th>x</th>", "no scope"), ("<svg></svg>", "neither hidden"),
            ("<div/>", "closes itself"), ("a < b", "bare <"),
        ]
    )
    func `Finds what is wrong`(markup: String, fault: String) {
        let problems = HTMLChecker(markup, isDocument: false).problems
        #expect(problems.contains { $0.contains(fault) }, "\(problems)")
    }

    @Test
    func `Passes what is right and reads its text`() {
        let markup = """
            <main><h1>A &amp; B</h1><section aria-labelledby="s"><h2 id="s">C</h2><p>1 &lt; 2<br/>x</p></section>
            <form action="/e"><label for="q">Q</label><input id="q" name="q" value=""/></form></main>
            """
        let checker = HTMLChecker(markup)
        #expect(checker.problems.isEmpty, "\(checker.problems)")
        #expect(checker.text.contains("A & B"))
        #expect(checker.text.contains("1 < 2"))
    }

    @Test
    func `Finds headings out of order and a second title`() {
        #expect(HTMLChecker("<main><h1>a</h1><h3>b</h3></main>").problems.contains { $0.contains("follows") })
        #expect(HTMLChecker("<main><h1>a</h1><h1>b</h1></main>").problems.contains { $0.contains("2 h1") })
    }
}
