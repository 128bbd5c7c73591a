/// The rule that names of zip entries must follow.
enum ZipName {
    /// The name of an entry, or an error for one that is not UTF-8 or not a plain relative path.
    static func checked(_ bytes: ArraySlice<UInt8>) throws(ArchiveError) -> String {
        guard let name = String(validating: bytes, as: UTF8.self) else {
            throw .unsafeName(String(decoding: bytes, as: UTF8.self))
        }
        guard isSafe(bytes) else { throw .unsafeName(name) }
        return name
    }

    /// True for a relative path with forward slashes, without empty, `.` or `..` parts, control characters,
    /// backslashes or a drive letter.
    private static func isSafe(_ bytes: ArraySlice<UInt8>) -> Bool {
        var partLength = 0
        var dotsOnly = true
        for (index, byte) in zip(0..., bytes) {
            switch byte {
            case 0..<0x20, 0x7f, UInt8(ascii: "\\"):
                return false
            case UInt8(ascii: ":") where index == 1:
                return false
            case UInt8(ascii: "/"):
                if partLength == 0 || (dotsOnly && partLength <= 2) { return false }
                partLength = 0
                dotsOnly = true
            default:
                partLength += 1
                if byte != UInt8(ascii: ".") { dotsOnly = false }
            }
        }
        if partLength == 0 { return !bytes.isEmpty }
        return !(dotsOnly && partLength <= 2)
    }
}
