import Events
import Testing

@Suite
struct FilingFormTests {
    @Test(arguments: [
        ("8-K", EventType.sec8K, false), ("8-K/A", .sec8K, true), ("8-k12b", .sec8K, false),
        ("8-K12G3/A", .sec8K, true), ("8-K15D5", .sec8K, false), ("10-Q", .sec10Q, false),
        ("10-QT", .sec10Q, false), ("10-K405", .sec10K, false), ("10-K405/A", .sec10K, true),
        ("10-KT", .sec10K, false), ("DEF 14A", .secDEF14A, false), ("S-1/A", .secS1, true),
        ("S-3ASR", .secS3, false), ("424B1", .sec424B, false), ("424B8", .sec424B, false),
        ("SC 13D", .sec13D, false), ("SCHEDULE 13D/A", .sec13D, true), ("SC 13G/A", .sec13G, true),
        (" SCHEDULE 13G ", .sec13G, false),
    ])
    func mapsForms(text: String, type: EventType, isAmendment: Bool) throws {
        let form = try FilingForm(text)
        #expect(form.type == type)
        #expect(form.isAmendment == isAmendment)
        #expect(try EventType(form: text) == type)
    }

    @Test(arguments: [
        "", "/A", "8-K/B", "NT 10-K", "424B9", "424A", "11-K", "4", "S-8", "10-K/A/A", "DEFA14A",
    ])
    func refusesOtherForms(text: String) {
        #expect(throws: TaxonomyError.unknownForm(text)) { try FilingForm(text) }
    }

    @Test
    func namesTheUnknownFormAndTheAccepted() {
        let text = "\(TaxonomyError.unknownForm("8K"))"
        #expect(text.hasPrefix("unknown form '8K'; accepted are 10-K, 10-K405,"))
        #expect(text.contains("SCHEDULE 13G"))
    }

    @Test
    func roundTripsItsText() throws {
        for name in FilingForm.names {
            #expect(try FilingForm(name).text == name)
            #expect(try FilingForm(name + "/A").text == name + "/A")
        }
    }
}

@Suite
struct EventTypeNameTests {
    @Test
    func findsEveryTypeAndFamilyByName() throws {
        for type in EventType.allCases { #expect(try EventType(name: type.rawValue) == type) }
        for family in EventFamily.allCases { #expect(try EventFamily(name: family.rawValue) == family) }
        #expect(Set(EventType.allCases.map(\.family)) == Set(EventFamily.allCases))
    }

    @Test
    func refusesOtherNames() {
        #expect(throws: TaxonomyError.unknownType("8-K")) { try EventType(name: "8-K") }
        #expect(throws: TaxonomyError.unknownFamily("")) { try EventFamily(name: "") }
        #expect("\(TaxonomyError.unknownType("x"))".contains("accepted are acquisition, bankruptcy,"))
        #expect(
            "\(TaxonomyError.typeOutsideFamily(type: .merger, family: .fda))"
                == "event type 'merger' belongs to family 'mna', not to 'fda'"
        )
    }

    @Test(arguments: [
        (EventType.sec8K, "8-K"), (.fdaApproval, "FDA approval"), (.fdaAdcom, "FDA advisory committee"),
        (.spinOff, "Spin off"), (.sec13D, "Schedule 13D"), (.earningsRelease, "Earnings release"),
    ])
    func putsTypesIntoWords(type: EventType, label: String) {
        #expect(type.label == label)
    }
}
