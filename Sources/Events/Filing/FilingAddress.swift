/// Addresses of filings on EDGAR.
public enum FilingAddress {
    /// The address of a filing: its main document where that is known, else its index page.
    ///
    /// - Parameters:
    ///   - cik: the company's number, ten digits.
    ///   - accession: the submission's number.
    ///   - document: file name of the main document; one that is no plain file name is left out.
    /// - Returns: an address that begins with `https://www.sec.gov/Archives/`.
    public static func url(cik: String, accession: AccessionNumber, document: String = "") -> String {
        let company = CompanyNumber.short(cik)
        let folder = "https://www.sec.gov/Archives/edgar/data/\(company)/\(accession.digits)/"
        return isPlain(document) ? folder + document : folder + accession.text + "-index.htm"
    }

    /// True for a path of letters, digits and `._-` parts that does not climb up.
    private static func isPlain(_ document: String) -> Bool {
        guard !document.isEmpty, document.utf8.count <= 200, !document.hasPrefix("/") else { return false }
        let parts = document.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && !part.allSatisfy { $0 == "." }
                && part.utf8.allSatisfy { byte in
                    switch byte {
                    case 48...57, 65...90, 97...122, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                        true
                    default:
                        false
                    }
                }
        }
    }
}
