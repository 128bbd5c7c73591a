import Market
import Testing

@testable import Events

@Suite
struct FilingCacheTests {
    @Test
    func givesWhatTheListGives() throws {
        var cache = FilingCache()
        for _ in 0..<2 {
            let content = try cache.content(
                form: "8-K",
                items: bytes("9.01;2.02")[...],
                filed: day("2024-05-02")
            )
            #expect(content.numbers == ["2.02", "9.01"] && content.title.hasPrefix("8-K: Results"))
            let amended = try cache.content(
                form: "8-K/A",
                items: bytes("9.01;2.02")[...],
                filed: day("2024-05-02")
            )
            #expect(amended.title.hasPrefix("8-K/A: Results"))
        }
    }

    /// What was accepted for an old filing is refused for a new one, and the other way round.
    @Test
    func keepsTheSchemesApart() throws {
        var cache = FilingCache()
        #expect(
            try cache.content(form: "8-K", items: bytes("5")[...], filed: day("2004-08-20")).numbers == ["5"]
        )
        #expect(throws: TaxonomyError.self) {
            try cache.content(form: "8-K", items: bytes("5")[...], filed: day("2004-08-23"))
        }
        #expect(
            try cache.content(form: "8-K", items: bytes("5")[...], filed: day("2003-08-20")).numbers == ["5"]
        )
    }
}
