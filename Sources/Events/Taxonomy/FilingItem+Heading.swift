import Market

extension FilingItem {
    /// Finds an item by its heading as SGML headers have it, letters and digits compared only.
    ///
    /// - Parameters:
    ///   - heading: the heading in words.
    ///   - filed: the day of the filing, since several headings exist in both numberings.
    init?(heading: String, filed: TradingDay) {
        let key = Self.key(heading)
        let scheme: Scheme = filed < Self.sectionsBegin ? .plain : .sections
        let number = scheme == .sections ? Self.formerHeadings[key] : nil
        if let number {
            self.init(number: number)
            return
        }
        guard
            let item = Self.allCases.first(where: { $0.scheme == scheme && Self.key($0.officialTitle) == key }
            )
        else { return nil }
        self = item
    }

    /// Headings that were worded otherwise in former years, and EDGAR's own wordings.
    private static let formerHeadings: [String: String] = {
        let table = [
            "Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers":
                "5.02",
            "Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement":
                "2.03",
            "Cost Associated with Exit or Disposal Activities": "2.05",
            "Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed "
                + "Interim Review": "4.02",
            "Amendments to the Registrant's Code of Ethics": "5.05",
            "Mine Safety Disclosures": "1.04",
        ]
        return Dictionary(uniqueKeysWithValues: table.map { (key($0), $1) })
    }()

    private static func key(_ text: String) -> String {
        ColumnName.key(text)
    }
}
