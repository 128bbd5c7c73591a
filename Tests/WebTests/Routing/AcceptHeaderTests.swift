import Testing

@testable import Web

@Suite
struct AcceptHeaderTests {
    @Test(
        arguments: [
            (nil, false),
            ("*/*", false),
            ("", false),
            ("application/json", false),
            ("text/html", true),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true),
            ("TEXT/HTML; q=0.5", true),
            ("text/html;q=0.5, application/json", false),
            ("application/json;q=0.4, text/html;q=0.4", true),
            ("text/html;q=0", false),
            ("text/html;q=nan", false),
            ("text/html;q=2", false),
            ("text/htmlx", false),
            (";;;,,,q=1", false),
        ] as [(String?, Bool)]
    )
    func `browsers get pages and programs documents`(_ header: String?, _ page: Bool) {
        #expect(AcceptHeader.prefersPage(header) == page)
    }

    @Test(
        arguments: [
            (nil, false),
            ("", false),
            ("gzip", true),
            ("br, gzip;q=0.1", true),
            ("gzip;q=0", false),
            ("gzip;q=0.000", false),
            ("*", true),
            ("*;q=0", false),
            ("*;q=1, gzip;q=0", false),
            ("identity", false),
            ("GZIP", true),
            ("x-gzip", true),
            ("gzip ; q = 1", true),
        ] as [(String?, Bool)]
    )
    func `gzip is used where it is accepted`(_ header: String?, _ accepted: Bool) {
        #expect(AcceptHeader.acceptsGzip(header) == accepted)
    }
}
