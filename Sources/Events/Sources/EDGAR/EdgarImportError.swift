/// Why files of EDGAR make no events at all.
public enum EdgarImportError: Error, Hashable, Sendable {
    /// The files are of more than one company.
    case severalCompanies(String, String)
    /// Only shards, and no company number with them.
    case noCompanyNumber
    /// A company number that is none.
    case badCompanyNumber(String)
    /// The company has no symbol and none was given.
    case noTicker(company: String)
}

extension EdgarImportError: CustomStringConvertible {
    /// What is missing and how to give it.
    public var description: String {
        switch self {
        case .severalCompanies(let first, let second):
            "the files are of several companies, CIK \(first) and \(second); import one company at a time"
        case .noCompanyNumber:
            "shards do not name their company; import them with its main file, or give its CIK"
        case .badCompanyNumber(let value):
            "'\(value)' is no company number of EDGAR (one to ten digits)"
        case .noTicker(let company):
            "\(company) has no symbol in the file; give one"
        }
    }
}
