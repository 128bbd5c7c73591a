import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite
struct ResponseCacheTests {
    private let now = ContinuousClock.now
    private let outsider = Visitor(isInsider: false)

    private func key(_ target: String) -> ResponseCache.Key {
        ResponseCache.Key(target: target, page: false, visitor: outsider, gzip: false)
    }

    private func response(
        _ bytes: Int,
        expires: ContinuousClock.Instant? = nil
    ) -> StoredResponse {
        StoredResponse(
            route: 0,
            headers: [:],
            body: ByteBuffer(repeating: 65, count: bytes),
            tag: "\"\(bytes)\"",
            expires: expires
        )
    }

    @Test
    func `what was stored is found under its key only`() {
        let cache = ResponseCache()
        cache.store(response(10), key("/a"), madeIn: cache.epoch)
        #expect(cache.find(key("/a"), now: now)?.body.readableBytes == 10)
        let others = [
            key("/b"),
            ResponseCache.Key(target: "/a", page: true, visitor: outsider, gzip: false),
            ResponseCache.Key(target: "/a", page: false, visitor: Visitor(isInsider: true), gzip: false),
            ResponseCache.Key(
                target: "/a",
                page: false,
                visitor: Visitor(isInsider: true, isPersonal: true),
                gzip: false
            ),
            ResponseCache.Key(target: "/a", page: false, visitor: outsider, gzip: true),
        ]
        for other in others { #expect(cache.find(other, now: now) == nil) }
        #expect(cache.figures.hits == 1)
        #expect(cache.figures.misses == 5)
    }

    @Test
    func `new data and new reports empty it`() {
        let cache = ResponseCache()
        for change in [cache.dataChanged, cache.reportsChanged] {
            cache.store(response(10), key("/a"), madeIn: cache.epoch)
            change()
            #expect(cache.find(key("/a"), now: now) == nil)
            #expect(cache.figures.bytes == 0)
        }
    }

    @Test
    func `an answer from before the change does not get in after it`() {
        let cache = ResponseCache()
        let before = cache.epoch
        cache.dataChanged()
        cache.store(response(10), key("/a"), madeIn: before)
        #expect(cache.find(key("/a"), now: now) == nil)
    }

    @Test
    func `an answer with an end is not given after it`() {
        let cache = ResponseCache()
        cache.store(response(10, expires: now + .seconds(1)), key("/a"), madeIn: cache.epoch)
        #expect(cache.find(key("/a"), now: now + .milliseconds(999)) != nil)
        #expect(cache.find(key("/a"), now: now + .seconds(1)) == nil)
    }

    @Test
    func `it stays within its bytes, and what is asked for stays longest`() {
        let cache = ResponseCache(limit: 100_000)
        cache.store(response(500), key("/wanted"), madeIn: cache.epoch)
        for number in 0..<1_000 {
            cache.store(response(500), key("/\(number)"), madeIn: cache.epoch)
            #expect(cache.find(key("/wanted"), now: now) != nil)
            #expect(cache.figures.bytes <= 102_000)
        }
        #expect(cache.find(key("/0"), now: now) == nil)
        #expect(cache.find(key("/999"), now: now) != nil)
    }

    @Test
    func `the bytes are counted right whatever is replaced, revived and dropped`() {
        let cache = ResponseCache(limit: 50_000)
        for round in 0..<300 {
            cache.store(response(round * 7 % 900), key("/\(round % 23)"), madeIn: cache.epoch)
            _ = cache.find(key("/\(round % 11)"), now: now)
        }
        var bytes = 0
        for number in 0..<23 { bytes += cache.find(key("/\(number)"), now: now)?.size ?? 0 }
        #expect(bytes == cache.figures.bytes)
    }

    @Test
    func `an answer that would fill it alone is not kept`() {
        let cache = ResponseCache(limit: 80_000)
        cache.store(response(20_000), key("/a"), madeIn: cache.epoch)
        #expect(cache.find(key("/a"), now: now) == nil)
    }
}
