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
        url(cik: cik, accession: accession, document: Array(document.utf8)[...])
    }

    /// The same with the document's name as UTF-8 bytes.
    static func url(cik: String, accession: AccessionNumber, document: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(root.count + 50 + document.count)
        bytes.append(contentsOf: root)
        bytes.append(contentsOf: cik.utf8.drop { $0 == UInt8(ascii: "0") })
        bytes.append(UInt8(ascii: "/"))
        for byte in accession.text.utf8 where byte != UInt8(ascii: "-") { bytes.append(byte) }
        bytes.append(UInt8(ascii: "/"))
        if isPlain(document) {
            bytes.append(contentsOf: document)
        } else {
            bytes.append(contentsOf: accession.text.utf8)
            bytes.append(contentsOf: index)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let root = Array("https://www.sec.gov/Archives/edgar/data/".utf8)
    private static let index = Array("-index.htm".utf8)

    /// True for a path of parts of letters, digits and `._-` that does not climb up.
    private static func isPlain(_ document: ArraySlice<UInt8>) -> Bool {
        guard !document.isEmpty, document.count <= 200 else { return false }
        var isEmptyOrDots = true
        for byte in document {
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"):
                isEmptyOrDots = false
            case UInt8(ascii: "."):
                break
            case UInt8(ascii: "/"):
                if isEmptyOrDots { return false }
                isEmptyOrDots = true
            default:
                return false
            }
        }
        return !isEmptyOrDots
    }
}
