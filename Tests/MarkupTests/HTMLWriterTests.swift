import Markup
import Testing

@Suite
struct HTMLWriterTests {
    @Test
    func `Elements nest, attributes keep their order and nil leaves one out`() {
        let html = HTMLFragment { html in
            html.element("td", ["id": "a", "class": nil, "colspan": "2"]) { html in
                html.text("x")
                html.void("br")
                html.element("b", text: "y")
            }
        }
        #expect(html.string == #"<td id="a" colspan="2">x<br/><b>y</b></td>"#)
    }

    @Test(arguments: [
        ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
        ("a & \"b\"", "a &amp; &quot;b&quot;"), ("naïve – 東京 🚀", "naïve – 東京 🚀"),
        ("tab\tline\n", "tab\tline\n"),
        ("nul\0bell\u{7}cr\r\u{7F}", "nul\u{FFFD}bell\u{FFFD}cr\u{FFFD}\u{FFFD}"), ("", ""),
        ("&&", "&amp;&amp;"),
    ])
    func `Text and attribute values are escaped alike`(text: String, escaped: String) {
        #expect(HTMLFragment(text: text).string == escaped)
        let attribute = HTMLFragment { $0.void("i", ["title": text]) }
        #expect(attribute.string == "<i title=\"\(escaped)\"/>")
        #expect(HTMLFragment { $0.element("i", text: text) }.string == "<i>\(escaped)</i>")
    }

    @Test
    func `A fragment goes in as it is, once escaped`() {
        let inner = HTMLFragment(text: "<&>")
        let outer = HTMLFragment { html in
            html.raw("<p>")
            html.append(inner)
            html.raw("</p>")
        }
        #expect(outer.string == "<p>&lt;&amp;&gt;</p>")
        #expect(HTMLFragment.empty.isEmpty)
        #expect(HTMLFragment(raw: "<hr/>").string == "<hr/>")
    }

    @Test
    func `Numbers are written as NumberText has them`() {
        let html = HTMLFragment { html in
            html.count(-16_702)
            html.text("|")
            html.decimal(-0.5, decimals: 2)
            html.decimal(nil, decimals: 2)
        }
        #expect(html.string == "−16,702|−0.50–")
    }

    @Test(arguments: [
        "https://www.sec.gov/a?b=1&c=2", "http://example.org", "HTTPS://EXAMPLE.ORG", "mailto:a@b.example",
        "/events/1",
        "?page=2", "#top",
    ])
    func `A link to a page is a link`(address: String) {
        let html = HTMLFragment { $0.link("text", to: address, ["rel": "noopener"]) }.string
        let escaped = address.replacing("&", with: "&amp;")
        #expect(html == "<a href=\"\(escaped)\" rel=\"noopener\">text</a>")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
        "data:text/html,x",
        "//elsewhere.example", "/\\elsewhere.example", "vbscript:x", "", "events",
    ])
    func `A link elsewhere is text only`(address: String) {
        #expect(HTMLFragment { $0.link("a<b", to: address) }.string == "a&lt;b")
    }
}
