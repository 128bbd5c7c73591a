import Archives
import Events
import Foundation
import Market
import TestSupport
import Testing

@Suite
struct SGMLHeaderTests {
    @Test
    func readsLinesOfNamesAndValues() throws {
        let header = try SGMLHeader(EdgarFixture.bytes("header_plain.txt"))
        #expect(header.accession.text == "0009900001-23-000777")
        #expect(header.form == "8-K")
        #expect(header.acceptedAt == (try instant("2023-07-10T22:15:00Z")), "18:15 in New York")
        #expect(header.filedOn == (try day("2023-07-11")))
        #expect(header.reportDate == (try day("2023-07-10")))
        #expect(header.items.map(\.number) == ["2.02", "9.01"] && header.unknownItems.isEmpty)
        #expect(
            header.parties == [
                .init(
                    role: "FILER",
                    company: CompanyRecord(
                        cik: "0009900001",
                        name: "NORDWIND INSTRUMENTS INC",
                        sic: "3825",
                        sicDescription: "INSTRUMENTS FOR MEASURING"
                    )
                )
            ]
        )
    }

    @Test
    func readsTags() throws {
        let header = try SGMLHeader(EdgarFixture.bytes("header_tagged.html"))
        #expect(header.form == "SC 13D/A" && header.items.isEmpty)
        #expect(header.acceptedAt == (try instant("2004-01-15T13:06:02Z")))
        #expect(header.parties.map(\.role) == ["SUBJECT-COMPANY", "FILED-BY"])
        #expect(header.parties.map(\.company.cik) == ["0009900001", "0009900002"])
    }

    @Test
    func makesAnEventWithTheHeadersTime() throws {
        let importer = EdgarImport(now: farFuture)
        let filing = try SGMLHeader(EdgarFixture.bytes("header_plain.txt"))
        let event = try #require(importer.event(of: filing, ticker: "NWI"))
        #expect(event.timeSource == .sgml && event.timePrecision == .exact)
        #expect(event.knownAt == filing.acceptedAt && event.occurredOn == filing.filedOn)
        #expect(event.items == ["2.02", "9.01"] && event.reportsResults)
        let stake = try SGMLHeader(EdgarFixture.bytes("header_tagged.html"))
        let other = try #require(importer.event(of: stake, ticker: "NWI"))
        #expect(other.type == .sec13D && other.isAmendment && other.cik == "0009900001")
        #expect(EdgarImport(now: farFuture, families: [.sec8K]).event(of: stake, ticker: "NWI") == nil)
    }

    @Test(arguments: [
        ("", "the file is empty"),
        ("<html><title>Not here</title></html>", "an HTML page titled 'Not here'"),
        ("x <ACCEPTANCE-DATETIME>20230710181500", "other text"),
        ("<ACCEPTANCE-DATETIME>20230710181500\n", "it has no number"),
        (
            "<ACCEPTANCE-DATETIME>20230710251500\nACCESSION NUMBER: 0009900001-23-000777\nTYPE: 8-K\n",
            "its acceptance time is"
        ),
        ("<ACCEPTANCE-DATETIME>20230710181500\n<ACCESSION-NUMBER>0009900001-23-000777\n", "it has no form"),
        (
            "<ACCEPTANCE-DATETIME>20230710181500\n<ACCESSION-NUMBER>0009900001-23-000777\n<TYPE>8-K\n<FILING-DATE>20230732\n",
            "its filing date is '20230732'"
        ),
        (
            "<ACCEPTANCE-DATETIME>20230710181500\n</SEC-HEADER>\n<ACCESSION-NUMBER>0009900001-23-000777\n",
            "it has no number"
        ),
    ])
    func refusesOtherText(text: String, reason: String) {
        let error = #expect(throws: EventFileError.self) { try SGMLHeader(bytes(text)) }
        #expect(error.map { "\($0)" }?.contains(reason) == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        ("2004-08-20", "Other Events", ["5"]), ("2004-08-23", "Other events", ["8.01"]),
        ("2003-05-01", "Results of Operations and Financial Condition", ["12"]),
        (
            "2005-04-27",
            "Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers",
            ["5.02"]
        ),
        ("2024-04-27", "Change of Weather", []),
    ])
    func findsItemsByHeading(filed: String, heading: String, numbers: [String]) throws {
        let text =
            "<ACCEPTANCE-DATETIME>20050427122550\nACCESSION NUMBER: 0009900001-05-004969\nCONFORMED SUBMISSION TYPE: 8-K\n"
            + "ITEM INFORMATION:\t\t\(heading)\nFILED AS OF DATE: \(filed.filter { $0 != "-" })\n"
        let header = try SGMLHeader(bytes(text))
        #expect(header.items.map(\.number) == numbers)
        #expect(header.unknownItems == (numbers.isEmpty ? [heading] : []))
    }
}

@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealHeaderTests {
    /// Headers are the truth that decided instants of submissions files must agree with.
    @Test
    func headersAgreeWithSubmissions() throws {
        var headers: [String: SGMLHeader] = [:]
        for folder in ["sgml_full_txt", "headers"] {
            let url = SharedData.url("recorded/edgar_8k_docs/\(folder)")
            for file in try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            {
                let header = try SGMLHeader(try RealSubmissions.bytes(file))
                #expect(header.unknownItems.isEmpty, "\(file.lastPathComponent): \(header.unknownItems)")
                headers[header.accession.text] = header
            }
        }
        #expect(headers.count == 13)
        var compared = 0
        for set in RealSubmissions.sets {
            for (name, result) in try RealSubmissions.results(set) {
                for event in result.events {
                    guard let header = headers[event.eventID], event.timePrecision == .exact else { continue }
                    compared += 1
                    #expect(event.knownAt == header.acceptedAt, "\(event.eventID) in \(name)")
                    #expect(event.items == header.items.map(\.number) && event.occurredOn == header.filedOn)
                }
            }
        }
        #expect(compared > 0)
    }
}
