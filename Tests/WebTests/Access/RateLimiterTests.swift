import Testing

@testable import Web

@Suite
struct RateLimiterTests {
    private let client = ClientAddress(text: "10.0.0.1")
    private let other = ClientAddress(text: "10.0.0.2")

    @Test
    func `a burst is let through, then one each interval`() {
        let limiter = RateLimiter(perMinute: 60, burst: 3)
        for _ in 0..<3 { #expect(limiter.take(client, now: 100) == nil) }
        #expect(limiter.take(client, now: 100) == 1)
        #expect(limiter.take(client, now: 100.5) == 1)
        #expect(limiter.take(client, now: 101.01) == nil)
        #expect(limiter.take(client, now: 101.02) == 1)
    }

    @Test
    func `a pause fills the bucket up to the burst and no further`() {
        let limiter = RateLimiter(perMinute: 60, burst: 3)
        for _ in 0..<4 { _ = limiter.take(client, now: 0) }
        for _ in 0..<3 { #expect(limiter.take(client, now: 3_600) == nil) }
        #expect(limiter.take(client, now: 3_600) != nil)
    }

    @Test
    func `refused requests do not push the next one away`() {
        let limiter = RateLimiter(perMinute: 6, burst: 1)
        #expect(limiter.take(client, now: 0) == nil)
        for second in 1..<10 { #expect(limiter.take(client, now: Double(second)) == 10 - second) }
        #expect(limiter.take(client, now: 10.001) == nil)
    }

    @Test
    func `clients do not share`() {
        let limiter = RateLimiter(perMinute: 60, burst: 1)
        #expect(limiter.take(client, now: 0) == nil)
        #expect(limiter.take(client, now: 0) != nil)
        #expect(limiter.take(other, now: 0) == nil)
    }

    @Test
    func `no limit means no limit and no memory`() {
        let limiter = RateLimiter(perMinute: 0)
        for _ in 0..<1_000 { #expect(limiter.take(client, now: 0) == nil) }
        #expect(limiter.clients == 0)
    }

    @Test
    func `the table stays bounded whatever comes`() {
        let limiter = RateLimiter(perMinute: 60, burst: 1, mostClients: 100)
        for number in 0..<10_000 {
            _ = limiter.take(ClientAddress(text: "10.0.\(number / 256).\(number % 256)"), now: 0)
        }
        #expect(limiter.clients <= 101)
    }

    @Test
    func `a clock that goes back takes nothing away`() {
        let limiter = RateLimiter(perMinute: 60, burst: 2)
        #expect(limiter.take(client, now: 100) == nil)
        #expect(limiter.take(client, now: 50) == nil)
        #expect(limiter.take(client, now: 50) != nil)
    }
}
