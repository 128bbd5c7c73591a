import Fetching
import Testing

@Suite
struct FetchErrorTests {
    @Test
    func `an error names the address, the reason and the tries`() {
        let error = FetchError(url: "https://x.test/a", reason: .status(503), detail: "busy", attempts: 3)
        #expect(
            error.description
                == "https://x.test/a: the service answered with status 503 (busy) after 3 tries"
        )
        #expect(!error.isMissing)
        #expect(FetchError(url: "https://x.test/a", reason: .status(404)).isMissing)
    }
}
