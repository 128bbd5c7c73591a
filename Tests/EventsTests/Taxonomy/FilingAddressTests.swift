import Events
import Testing

@Suite
struct FilingAddressTests {
    @Test(arguments: [
        ("0000320193-24-000123", "0000320193-24-000123"), ("000032019324000123", "0000320193-24-000123"),
        ("0000320193-24-00012", nil), ("0000320193_24_000123", nil), ("00003201-9324-000123", nil),
        ("0000320193-24-00012x", nil), ("", nil), ("０000320193-24-000123", nil),
    ])
    func readsAccessionNumbers(text: String, expected: String?) {
        #expect(AccessionNumber(text)?.text == expected)
    }

    @Test(arguments: [
        ("320193", "0000320193"), ("0000320193", "0000320193"), ("0", nil), ("00000000000", nil), ("", nil),
        ("-1", nil), ("32019x", nil),
    ])
    func padsCompanyNumbers(text: String, expected: String?) {
        #expect(CompanyNumber.padded(text) == expected)
    }

    @Test(arguments: [
        ("a10-q.htm", "a10-q.htm"), ("xslF345X05/wf.xml", "xslF345X05/wf.xml"), ("", nil), ("../x.htm", nil),
        ("a b.htm", nil), ("/etc/passwd", nil), ("a//b", nil), ("x?y=1", nil), ("javascript:alert(1)", nil),
    ])
    func makesAddresses(document: String, kept: String?) throws {
        let accession = try #require(AccessionNumber("0000320193-24-000123"))
        #expect(
            FilingAddress.url(cik: "0000320193", accession: accession, document: document)
                == "https://www.sec.gov/Archives/edgar/data/320193/000032019324000123/"
                + (kept ?? "0000320193-24-000123-index.htm")
        )
    }

    @Test
    func makesTitles() throws {
        let items = try ItemList.parse("9.01;2.02", filed: nil)
        #expect(
            EventTitle.filing(form: "8-K", items: items)
                == "8-K: Results of operations and financial condition (2.02), Financial statements and exhibits (9.01)"
        )
        #expect(EventTitle.filing(form: "10-Q", items: []) == "10-Q")
        #expect(EventTitle.of(.sec8K, isAmendment: true, items: []) == "8-K/A")
    }
}
