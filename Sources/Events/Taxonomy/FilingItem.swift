public import Market

/// An item of Form 8-K, under which a company reports one kind of news.
///
/// Since 2004-08-23 items are numbered by section (2.02); before that they were numbered 1 to 12.
public struct FilingItem: Hashable, Sendable {
    /// How items are numbered.
    public enum Scheme: Sendable {
        /// 1 to 12, before 2004-08-23.
        case plain
        /// Section and number, since 2004-08-23.
        case sections
    }

    /// The first day of the numbering by section (SEC Release 33-8400).
    public static let sectionsBegin = TradingDay(daysSinceEpoch: 12_653)

    /// Section times 100 plus number for the numbering by section, else the number.
    let code: Int
    private let index: Int

    /// Finds an item by its number as EDGAR writes it: `2.02`, `5`; nil for any other text.
    public init?(number: some StringProtocol) {
        self.init(utf8: number.utf8)
    }

    /// Finds an item by the UTF-8 bytes of its number; nil for any other content.
    public init?(utf8 bytes: some Collection<UInt8>) {
        guard let code = Self.code(bytes), let index = Self.indexOfCode[code] else { return nil }
        self.code = code
        self.index = index
    }

    private init(index: Int) {
        self.index = index
        code = Self.table[index].code
    }

    /// The number as EDGAR writes it: `2.02`, `5`.
    public var number: String { Self.table[index].number }

    /// The official heading of the item in Form 8-K.
    public var officialTitle: String { Self.table[index].officialTitle }

    /// A shorter heading for people, in sentence case.
    public var title: String { Self.table[index].title }

    /// How the item is numbered.
    public var scheme: Scheme { code < 100 ? .plain : .sections }

    /// The item reports results of operations: 2.02, formerly 12.
    public var isResultsOfOperations: Bool { code == 202 || code == 12 }

    /// The item only lists exhibits: 9.01, formerly 7.
    public var isExhibits: Bool { code == 901 || code == 7 }

    private static func code(_ bytes: some Collection<UInt8>) -> Int? {
        let digits = Array(bytes)
        func digit(_ at: Int) -> Int? { digits[at] &- 48 < 10 ? Int(digits[at] &- 48) : nil }
        switch digits.count {
        case 1:
            return digit(0)
        case 2:
            guard let tens = digit(0), tens > 0, let ones = digit(1) else { return nil }
            return tens * 10 + ones
        case 4 where digits[1] == UInt8(ascii: "."):
            guard let section = digit(0), section > 0, let tens = digit(2), let ones = digit(3) else {
                return nil
            }
            return section * 100 + tens * 10 + ones
        default:
            return nil
        }
    }

    private static let table = FilingItemTable.rows

    private static let indexOfCode = Dictionary(
        uniqueKeysWithValues: table.enumerated().map { ($1.code, $0) }
    )
}

extension FilingItem: CaseIterable {
    /// Every item of both schemes, in order.
    public static let allCases = FilingItemTable.rows.indices.map(FilingItem.init(index:))
}

extension FilingItem: Comparable {
    /// Items are ordered by number, those of the scheme before 2004-08-23 first.
    public static func < (lhs: FilingItem, rhs: FilingItem) -> Bool { lhs.code < rhs.code }
}

extension FilingItem: CustomStringConvertible {
    /// The number as EDGAR writes it.
    public var description: String { number }
}
