import Fetching
import HTTPFetching
import Testing

@Suite
struct AddressTests {
    @Test
    func `only https and loopback may be asked`() {
        #expect(FetchRequest("https://data.sec.gov/x").isAllowed)
        #expect(!FetchRequest("http://data.sec.gov/x").isAllowed)
    }
}
