/// The items of Form 8-K with their headings.
///
/// Headings: Form 8-K (SEC 873) for the numbering by section, EDGAR's filer manual for 6.10 and for the numbers
/// used before 2004-08-23.
enum FilingItemTable {
    /// One item.
    struct Row: Sendable {
        let code: Int
        let number: String
        let officialTitle: String
        let title: String

        init(_ number: String, _ officialTitle: String, _ title: String) {
            self.number = number
            self.officialTitle = officialTitle
            self.title = title
            code = number.utf8.reduce(0) { $1 == UInt8(ascii: ".") ? $0 : $0 * 10 + Int($1 - 48) }
        }
    }

    /// Every item in order of its code.
    static let rows = plain + sections

    /// Numbers used before 2004-08-23.
    private static let plain = [
        Row(
            "1",
            "Changes in Control of Registrant",
            "Changes in control"
        ),
        Row(
            "2",
            "Acquisition or Disposition of Assets",
            "Acquisition or disposition of assets"
        ),
        Row(
            "3",
            "Bankruptcy or Receivership",
            "Bankruptcy or receivership"
        ),
        Row(
            "4",
            "Changes in Registrant's Certifying Accountant",
            "Change of accountant"
        ),
        Row(
            "5",
            "Other Events",
            "Other events"
        ),
        Row(
            "6",
            "Resignations of Registrant's Directors",
            "Resignations of directors"
        ),
        Row(
            "7",
            "Financial Statements and Exhibits",
            "Financial statements and exhibits"
        ),
        Row(
            "8",
            "Change in Fiscal Year",
            "Change in fiscal year"
        ),
        Row(
            "9",
            "Regulation FD Disclosure",
            "Regulation FD disclosure"
        ),
        Row(
            "10",
            "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the "
                + "Code of Ethics",
            "Change or waiver of the code of ethics"
        ),
        Row(
            "11",
            "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans",
            "Suspension of trading under employee benefit plans"
        ),
        Row(
            "12",
            "Results of Operations and Financial Condition",
            "Results of operations and financial condition"
        ),
    ]

    /// Numbers by section, used since 2004-08-23.
    private static let sections = [
        Row(
            "1.01",
            "Entry into a Material Definitive Agreement",
            "Entry into a material definitive agreement"
        ),
        Row(
            "1.02",
            "Termination of a Material Definitive Agreement",
            "Termination of a material definitive agreement"
        ),
        Row(
            "1.03",
            "Bankruptcy or Receivership",
            "Bankruptcy or receivership"
        ),
        Row(
            "1.04",
            "Mine Safety - Reporting of Shutdowns and Patterns of Violations",
            "Mine safety: shutdowns and patterns of violations"
        ),
        Row(
            "1.05",
            "Material Cybersecurity Incidents",
            "Material cybersecurity incidents"
        ),
        Row(
            "2.01",
            "Completion of Acquisition or Disposition of Assets",
            "Completion of acquisition or disposition of assets"
        ),
        Row(
            "2.02",
            "Results of Operations and Financial Condition",
            "Results of operations and financial condition"
        ),
        Row(
            "2.03",
            "Creation of a Direct Financial Obligation or an Obligation under an "
                + "Off-Balance Sheet Arrangement of a Registrant",
            "Creation of a direct financial obligation"
        ),
        Row(
            "2.04",
            "Triggering Events That Accelerate or Increase a Direct Financial Obligation or "
                + "an Obligation under an Off-Balance Sheet Arrangement",
            "Events that accelerate or increase a financial obligation"
        ),
        Row(
            "2.05",
            "Costs Associated with Exit or Disposal Activities",
            "Costs of exit or disposal activities"
        ),
        Row(
            "2.06",
            "Material Impairments",
            "Material impairments"
        ),
        Row(
            "3.01",
            "Notice of Delisting or Failure to Satisfy a Continued Listing Rule or "
                + "Standard; Transfer of Listing",
            "Notice of delisting, failed listing rule or transfer of listing"
        ),
        Row(
            "3.02",
            "Unregistered Sales of Equity Securities",
            "Unregistered sales of equity securities"
        ),
        Row(
            "3.03",
            "Material Modification to Rights of Security Holders",
            "Material modification to rights of security holders"
        ),
        Row(
            "4.01",
            "Changes in Registrant's Certifying Accountant",
            "Change of accountant"
        ),
        Row(
            "4.02",
            "Non-Reliance on Previously Issued Financial Statements or a Related Audit "
                + "Report or Completed Interim Review",
            "Non-reliance on earlier financial statements"
        ),
        Row(
            "5.01",
            "Changes in Control of Registrant",
            "Changes in control"
        ),
        Row(
            "5.02",
            "Departure of Directors or Certain Officers; Election of Directors; Appointment "
                + "of Certain Officers; Compensatory Arrangements of Certain Officers",
            "Directors and officers: departure, election, appointment or pay"
        ),
        Row(
            "5.03",
            "Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year",
            "Change of articles, bylaws or fiscal year"
        ),
        Row(
            "5.04",
            "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans",
            "Suspension of trading under employee benefit plans"
        ),
        Row(
            "5.05",
            "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the "
                + "Code of Ethics",
            "Change or waiver of the code of ethics"
        ),
        Row(
            "5.06",
            "Change in Shell Company Status",
            "Change in shell company status"
        ),
        Row(
            "5.07",
            "Submission of Matters to a Vote of Security Holders",
            "Vote of security holders"
        ),
        Row(
            "5.08",
            "Shareholder Director Nominations",
            "Shareholder director nominations"
        ),
        Row(
            "6.01",
            "ABS Informational and Computational Material",
            "Asset-backed securities: informational and computational material"
        ),
        Row(
            "6.02",
            "Change of Servicer or Trustee",
            "Asset-backed securities: change of servicer or trustee"
        ),
        Row(
            "6.03",
            "Change in Credit Enhancement or Other External Support",
            "Asset-backed securities: change in external support"
        ),
        Row(
            "6.04",
            "Failure to Make a Required Distribution",
            "Asset-backed securities: failure to make a required distribution"
        ),
        Row(
            "6.05",
            "Securities Act Updating Disclosure",
            "Asset-backed securities: updating disclosure"
        ),
        Row(
            "6.06",
            "Static Pool",
            "Asset-backed securities: static pool"
        ),
        Row(
            "6.10",
            "Alternative Filings of Asset-Backed Issuers",
            "Asset-backed securities: alternative filings"
        ),
        Row(
            "7.01",
            "Regulation FD Disclosure",
            "Regulation FD disclosure"
        ),
        Row(
            "8.01",
            "Other Events",
            "Other events"
        ),
        Row(
            "9.01",
            "Financial Statements and Exhibits",
            "Financial statements and exhibits"
        ),
    ]
}
