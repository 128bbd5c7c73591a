/// How the time at which EDGAR accepts a filing fixes its filing date.
enum FilingHours: Sendable {
    /// Until 17:30 New York the date is that day, later the next business day.
    case standard
    /// Until 22:00 the date may still be that day: ownership reports and, since 2024, Schedules 13D and 13G.
    case late
    /// The date follows no rule: papers of the SEC's staff, correspondence, and registrations for more shares.
    case unknown

    /// The rule for a form.
    init(form: ArraySlice<UInt8>) {
        let isShort = form.count == 1 || (form.count == 3 && form.last == UInt8(ascii: "A"))
        if isShort, let first = form.first, (0x33...0x35).contains(first) {
            self = .late
        } else if Self.lateForms.contains(where: form.starts(with:)) {
            self = .late
        } else if Self.unruled.contains(where: form.starts(with:)) || Self.endsInMEF(form) {
            self = .unknown
        } else {
            self = .standard
        }
    }

    /// True for a submission that the SEC itself numbers; its date follows no rule.
    static func isOfStaff(accession: ArraySlice<UInt8>) -> Bool {
        accession.starts(with: staffNumbers.0) || accession.starts(with: staffNumbers.1)
    }

    private static let lateForms = bytes(["144", "SC 13D", "SC 13G", "SCHEDULE 13D", "SCHEDULE 13G"])
    private static let unruled = bytes([
        "CORRESP", "UPLOAD", "EFFECT", "NO ACT", "CT ORDER", "ARS", "SEC STAFF", "S-8",
    ])
    private static let staffNumbers = (Array("9999999".utf8), Array("0000000000".utf8))

    private static func bytes(_ names: [String]) -> [[UInt8]] { names.map { Array($0.utf8) } }

    private static func endsInMEF(_ form: ArraySlice<UInt8>) -> Bool {
        form.suffix(3).elementsEqual("MEF".utf8)
    }
}
