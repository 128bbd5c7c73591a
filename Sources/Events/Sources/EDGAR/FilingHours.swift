import Market

/// How the time at which EDGAR accepts a filing fixes its filing date.
enum FilingHours {
    /// Until 17:30 New York the date is that day, later the next business day.
    case standard
    /// Until 22:00 the date may still be that day: ownership reports and, since 2024, Schedules 13D and 13G.
    case late
    /// The date follows no rule: papers of the SEC's staff and correspondence.
    case unknown

    /// The rule for a form.
    ///
    /// - Parameters:
    ///   - form: EDGAR's name of the form.
    ///   - accession: the submission's number; those that the SEC itself numbers follow no rule.
    init(form: ArraySlice<UInt8>, accession: ArraySlice<UInt8>) {
        let ownNumbers = ["9999999", "0000000000"]
        if ownNumbers.contains(where: { accession.starts(with: $0.utf8) }) {
            self = .unknown
        } else if Self.hasPrefix(form, Self.unruled) || Self.contains(form, Array("MEF".utf8)) {
            self = .unknown
        } else if form.first.map({ $0 == 0x33 || $0 == 0x34 || $0 == 0x35 }) == true,
            form.count == 1 || form.dropFirst().first == UInt8(ascii: "/")
        {
            self = .late
        } else if Self.hasPrefix(form, Self.lateForms) {
            self = .late
        } else {
            self = .standard
        }
    }

    private static let lateForms = ["144", "SC 13D", "SC 13G", "SCHEDULE 13D", "SCHEDULE 13G"].map {
        Array($0.utf8)
    }
    private static let unruled = [
        "CORRESP", "UPLOAD", "EFFECT", "NO ACT", "CT ORDER", "ARS", "SEC STAFF", "S-8",
    ].map { Array($0.utf8) }

    private static func hasPrefix(_ form: ArraySlice<UInt8>, _ prefixes: [[UInt8]]) -> Bool {
        prefixes.contains { form.starts(with: $0) }
    }

    private static func contains(_ form: ArraySlice<UInt8>, _ run: [UInt8]) -> Bool {
        guard form.count >= run.count else { return false }
        return (form.startIndex...form.endIndex - run.count).contains { form[$0...].starts(with: run) }
    }
}
