/// Addresses that a link may carry.
enum LinkAddress {
    /// Says whether the address is `https:`, `http:`, `mailto:` or within this site.
    ///
    /// Browsers skip tabs and newlines within a scheme and read `\` as `/`, so an address with control
    /// characters or a backslash is refused, and so is `//host`, which leaves the site.
    static func isAllowed(_ address: String) -> Bool {
        let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
        guard isPlain, let first = address.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "#"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "/"): return !address.hasPrefix("//")
        default: break
        }
        let lowered = address.prefix(8).lowercased()
        return ["https://", "http://", "mailto:"].contains { lowered.hasPrefix($0) }
    }
}
