/// EDGAR's number of a submission, `0000320193-24-000123`, under which a filing is one event in every source.
public struct AccessionNumber: Hashable, Sendable {
    /// The number with its hyphens.
    public let text: String

    /// Parses ten, two and six digits, with hyphens between or without; nil for any other text.
    public init?(_ text: some StringProtocol) {
        self.init(utf8: Array(text.utf8)[...])
    }

    /// Parses UTF-8 bytes as `init(_:)` does.
    public init?(utf8 bytes: ArraySlice<UInt8>) {
        let isHyphenated = bytes.count == 20
        guard isHyphenated || bytes.count == 18 else { return nil }
        for (index, byte) in zip(0..., bytes) {
            let isHyphen = isHyphenated && (index == 10 || index == 13)
            guard isHyphen ? byte == UInt8(ascii: "-") : byte &- 48 < 10 else { return nil }
        }
        if isHyphenated {
            text = String(decoding: bytes, as: UTF8.self)
        } else {
            var hyphenated = Array(bytes)
            hyphenated.insert(UInt8(ascii: "-"), at: 12)
            hyphenated.insert(UInt8(ascii: "-"), at: 10)
            text = String(decoding: hyphenated, as: UTF8.self)
        }
    }

    /// The number without hyphens, as folders of EDGAR are named.
    public var digits: String {
        String(decoding: text.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    }
}

extension AccessionNumber: CustomStringConvertible {
    /// The number with its hyphens.
    public var description: String { text }
}
