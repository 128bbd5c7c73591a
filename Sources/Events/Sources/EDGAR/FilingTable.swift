/// The columns of a submissions file that are used, as places in its bytes.
struct FilingTable: Sendable {
    /// A column that is used.
    enum Column: Int, CaseIterable {
        case accessionNumber
        case form
        case filingDate
        case acceptanceDateTime
        case reportDate
        case items
        case primaryDocument

        /// The column's name in the file.
        var name: String {
            switch self {
            case .accessionNumber: "accessionNumber"
            case .form: "form"
            case .filingDate: "filingDate"
            case .acceptanceDateTime: "acceptanceDateTime"
            case .reportDate: "reportDate"
            case .items: "items"
            case .primaryDocument: "primaryDocument"
            }
        }

        /// Columns without which a file is none of submissions.
        static let needed: [Column] = [.accessionNumber, .form, .filingDate, .acceptanceDateTime]
    }

    private let bytes: [UInt8]
    private let unescaped: [UInt8]
    private let columns: [[Range<Int>]]

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - unescaped: texts that had escapes; places behind the end of the file lie here.
    ///   - columns: places by `Column.rawValue`; none for a column that the file leaves out.
    init(bytes: [UInt8], unescaped: [UInt8], columns: [[Range<Int>]]) {
        self.bytes = bytes
        self.unescaped = unescaped
        self.columns = columns
    }

    /// Number of filings.
    var count: Int { columns[Column.accessionNumber.rawValue].count }

    /// The bytes of a field; none where the file leaves the column out.
    func field(_ column: Column, _ row: Int) -> ArraySlice<UInt8> {
        let places = columns[column.rawValue]
        guard row < places.count else { return [] }
        let place = places[row]
        if place.lowerBound < bytes.count { return bytes[place] }
        return unescaped[place.lowerBound - bytes.count..<place.upperBound - bytes.count]
    }

    /// The text of a field.
    func text(_ column: Column, _ row: Int) -> String {
        String(decoding: field(column, row), as: UTF8.self)
    }
}
