import Events
import Market
import Testing

@Suite
struct FilingItemTests {
    @Test
    func knowsEveryItemOfBothSchemes() throws {
        let items = FilingItem.allCases
        #expect(items.count == 12 + 34)
        #expect(items == items.sorted())
        #expect(Set(items.map(\.number)).count == items.count)
        #expect(items.prefix(12).map(\.number) == (1...12).map(String.init))
        #expect(items.dropFirst(12).allSatisfy { $0.scheme == .sections })
        #expect(items.allSatisfy { !$0.title.isEmpty && !$0.officialTitle.isEmpty })
    }

    @Test(arguments: [
        ("2.02", "Results of Operations and Financial Condition"),
        ("12", "Results of Operations and Financial Condition"),
        ("1.01", "Entry into a Material Definitive Agreement"), ("1.05", "Material Cybersecurity Incidents"),
        ("5", "Other Events"), ("8.01", "Other Events"), ("9.01", "Financial Statements and Exhibits"),
        ("5.07", "Submission of Matters to a Vote of Security Holders"),
    ])
    func namesItems(number: String, title: String) throws {
        let item = try #require(FilingItem(number: number))
        #expect(item.number == number)
        #expect(item.officialTitle == title)
    }

    @Test(arguments: [
        "", "0", "13", "00", "02", "2.2", "2.020", "0.02", "2,02", "10.01", "x", "2.0x", "2.07", "é",
    ])
    func refusesOtherNumbers(number: String) {
        #expect(FilingItem(number: number) == nil)
    }

    @Test
    func beginsSectionsOnTheDayOfTheRule() {
        #expect(FilingItem.sectionsBegin.iso8601 == "2004-08-23")
    }

    @Test(arguments: [
        ("2.02;9.01", ["2.02", "9.01"]), ("9.01,2.02", ["2.02", "9.01"]),
        (" 9.01 ; 2.02 ;2.02;", ["2.02", "9.01"]),
        ("Item 5.02, item 1.01", ["1.01", "5.02"]), ("", []), (" ; ,", []), ("5.10", nil),
        ("2.02;banana", nil),
        ("2.02 9.01", nil),
    ])
    func readsLists(text: String, numbers: [String]?) {
        #expect((try? ItemList.parse(text, filed: nil))?.map(\.number) == numbers)
    }

    @Test
    func sortsByNumberNotByText() throws {
        #expect(try ItemList.parse("12;5;7", filed: day("2004-08-20")).map(\.number) == ["5", "7", "12"])
        #expect(try ItemList.parse("6.10;6.02", filed: nil).map(\.number) == ["6.02", "6.10"])
    }

    @Test
    func refusesTheOldSchemeAfterItsEnd() throws {
        #expect(try ItemList.parse("5", filed: day("2004-08-22")).count == 1)
        let late = try day("2004-08-23")
        #expect(throws: TaxonomyError.outdatedItem("5", filed: late)) { try ItemList.parse("5", filed: late) }
    }

    @Test
    func namesTheUnknownItemAndTheAccepted() {
        let error = #expect(throws: TaxonomyError.self) { try ItemList.parse("2.02;2.2", filed: nil) }
        let text = error.map { "\($0)" } ?? ""
        #expect(text.hasPrefix("unknown 8-K item '2.2'; accepted are 1.01, 1.02,"))
        #expect(text.hasSuffix("9.01, and 1 to 12 for filings before 2004-08-23"))
    }
}
