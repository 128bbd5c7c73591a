/// Which rules made a score: the version that the file declares and a hash of its whole text.
///
/// Any edit changes the hash, so two scores with equal versions came from the same rules.
public struct RulesVersion: Equatable, Hashable, Sendable, CustomStringConvertible {
    /// The version that the file declares, for people.
    public let declared: String
    /// FNV-1a hash (64 bits) of the file's bytes, 16 hexadecimal digits.
    public let contentHash: String

    /// Creates the version of a rules text.
    init(declared: String, text: String) {
        self.declared = declared
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        contentHash = String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Reads a version back from its description; nil where the text is none.
    public init?(_ description: String) {
        guard let plus = description.lastIndex(of: "+"), plus != description.startIndex else { return nil }
        let hash = description[description.index(after: plus)...]
        guard hash.utf8.count == 16,
            hash.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        declared = String(description[..<plus])
        contentHash = String(hash)
    }

    /// Both parts, for example `2026.1+0123456789abcdef`.
    public var description: String { "\(declared)+\(contentHash)" }
}
