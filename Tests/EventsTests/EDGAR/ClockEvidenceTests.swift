import Market
import Testing

@testable import Events

@Suite
struct ClockEvidenceTests {
    @Test(arguments: [
        ("2024-05-02", "06:00:00", "2024-05-02", ClockEvidence.fits),
        ("2024-05-02", "05:59:59", "2024-05-02", .outsideHours),
        ("2024-05-02", "21:59:59", "2024-05-03", .fits),
        ("2024-05-02", "22:00:00", "2024-05-03", .outsideHours),
        ("2024-05-02", "17:29:59", "2024-05-02", .fits),
        ("2024-05-02", "17:29:59", "2024-05-03", .datedLate),
        ("2024-05-02", "17:30:00", "2024-05-03", .fits),
        ("2024-05-02", "17:34:59", "2024-05-02", .fits),
        ("2024-05-02", "17:35:00", "2024-05-02", .datedEarly),
        ("2024-05-03", "12:00:00", "2024-05-06", .datedLate),
        ("2024-05-03", "12:00:00", "2024-05-07", .fits),
        ("2024-05-04", "12:00:00", "2024-05-06", .fits),
        ("2024-05-04", "20:00:00", "2024-05-04", .fits),
        ("2024-05-02", "12:00:00", "2024-04-30", .fits),
    ])
    func judgesAReading(text: String, clock: String, filed: String, expected: ClockEvidence) throws {
        let found = ClockEvidence(
            day: try day(text),
            secondOfDay: try second(clock),
            filingDate: try day(filed),
            hours: .standard
        )
        #expect(found == expected)
    }

    @Test
    func followsTheRuleOfTheForm() throws {
        func judge(_ clock: String, _ filed: String, _ hours: FilingHours) throws -> ClockEvidence {
            ClockEvidence(
                day: try day("2024-05-02"),
                secondOfDay: try second(clock),
                filingDate: try day(filed),
                hours: hours
            )
        }
        #expect(try judge("20:00:00", "2024-05-02", .late) == .fits)
        #expect(try judge("12:00:00", "2024-05-03", .late) == .datedLate)
        #expect(try judge("20:00:00", "2024-05-02", .unknown) == .fits)
        #expect(try judge("12:00:00", "2024-05-03", .unknown) == .fits)
        #expect(try judge("23:00:00", "2024-05-02", .unknown) == .outsideHours)
    }

    @Test
    func weighsWhatIsRarerMore() {
        #expect(ClockEvidence.fits.weight == 0)
        #expect(ClockEvidence.datedLate.weight < ClockEvidence.outsideHours.weight)
        #expect(ClockEvidence.outsideHours.weight < ClockEvidence.datedEarly.weight)
        #expect(ClockEvidence.inTheFuture.weight < ClockEvidence.datedLate.weight)
    }

    @Test(arguments: [
        ("8-K", FilingHours.standard), ("424B2", .standard), ("SC TO-T", .standard), ("3", .late),
        ("4", .late), ("5", .late), ("4/A", .late), ("144", .late), ("144/A", .late), ("SC 13D/A", .late),
        ("SCHEDULE 13G", .late), ("CORRESP", .unknown), ("UPLOAD", .unknown), ("S-8 POS", .unknown),
        ("S-1MEF", .unknown), ("", .standard), ("40-APP", .standard), ("487", .standard), ("425", .standard),
    ])
    func knowsTheRuleOfAForm(form: String, hours: FilingHours) {
        #expect(FilingHours(form: bytes(form)[...]) == hours)
    }

    @Test
    func knowsTheNumbersOfTheStaff() {
        #expect(FilingHours.isOfStaff(accession: bytes("9999999997-14-009820")[...]))
        #expect(FilingHours.isOfStaff(accession: bytes("0000000000-23-008134")[...]))
        #expect(!FilingHours.isOfStaff(accession: bytes("0000320193-24-000123")[...]))
    }

    private func second(_ clock: String) throws -> Int {
        try #require(CivilTimestamp(utf8: Array("2024-01-01T\(clock)".utf8))).secondOfDay
    }
}
