/// EDGAR's number of a submission, `0000320193-24-000123`, under which the filing is one event whatever its source.
public struct AccessionNumber: Hashable, Sendable {
    /// The number with its hyphens.
    public let text: String

    /// Parses ten, two and six digits, with hyphens between or without; nil for any other text.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        var digits: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "-") {
                guard bytes.count == 20, index == 10 || index == 13 else { return nil }
            } else {
                guard byte &- 48 < 10 else { return nil }
                digits.append(byte)
            }
        }
        guard digits.count == 18, bytes.count == 18 || bytes.count == 20 else { return nil }
        let hyphen = [UInt8(ascii: "-")]
        self.text = String(
            decoding: digits[..<10] + hyphen + digits[10..<12] + hyphen + digits[12...],
            as: UTF8.self
        )
    }

    /// The number without hyphens, as folders of EDGAR are named.
    public var digits: String { text.filter { $0 != "-" } }
}

extension AccessionNumber: CustomStringConvertible {
    /// The number with its hyphens.
    public var description: String { text }
}
