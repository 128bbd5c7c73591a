import Market
import Testing

@testable import Web

@Suite
struct SessionBookTests {
    private let start = UTCInstant(secondsSinceEpoch: 1_700_000_000)

    @Test
    func `a session lasts twelve hours`() {
        let book = SessionBook()
        let secret = book.start(tokenName: "laptop", now: start)
        #expect(book.tokenName(secret, now: start) == "laptop")
        #expect(book.tokenName(secret, now: start.advanced(bySeconds: 12 * 3_600 - 1)) == "laptop")
        #expect(book.tokenName(secret, now: start.advanced(bySeconds: 12 * 3_600)) == nil)
        #expect(book.tokenName(secret, now: start) == nil, "it is gone for good")
    }

    @Test
    func `a session that was ended opens nothing, another one does`() {
        let book = SessionBook()
        let first = book.start(tokenName: "a", now: start)
        let second = book.start(tokenName: "a", now: start)
        book.end(first)
        #expect(book.tokenName(first, now: start) == nil)
        #expect(book.tokenName(second, now: start) == "a")
    }

    @Test
    func `the oldest session makes room`() {
        let book = SessionBook(most: 3)
        let secrets = (0..<5).map { book.start(tokenName: "\($0)", now: start) }
        #expect(book.count == 3)
        #expect(secrets.map { book.tokenName($0, now: start) } == [nil, nil, "2", "3", "4"])
    }

    @Test
    func `sessions that are over make room before live ones`() {
        let book = SessionBook(most: 2)
        let live = book.start(tokenName: "live", now: start.advanced(bySeconds: 12 * 3_600))
        _ = book.start(tokenName: "over", now: start)
        _ = book.start(tokenName: "new", now: start.advanced(bySeconds: 12 * 3_600 + 1))
        #expect(book.tokenName(live, now: start.advanced(bySeconds: 12 * 3_600 + 1)) == "live")
    }

    @Test(arguments: ["", "x", "me_0000000000000000000000000000000000000000000"])
    func `other secrets open nothing`(_ secret: String) {
        #expect(SessionBook().tokenName(secret, now: start) == nil)
    }
}
