/// Character references of HTML.
enum HTMLEntity {
    /// The scalar of the reference that begins with `&`, and the place behind it.
    ///
    /// What is no reference is an ampersand; 0 for one that has no visible text.
    static func scalar(_ bytes: [UInt8], at start: Int) -> (UInt32, next: Int) {
        var end = start + 1
        while end < bytes.count, end - start < 12, bytes[end] != UInt8(ascii: ";"), bytes[end] > 0x22 {
            end += 1
        }
        let plain = (UInt32(UInt8(ascii: "&")), next: start + 1)
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), end > start + 1 else { return plain }
        let name = bytes[start + 1..<end]
        guard name.first == UInt8(ascii: "#") else {
            guard let scalar = named[String(decoding: name, as: UTF8.self)] else { return plain }
            return (scalar, end + 1)
        }
        let digits = String(decoding: name.dropFirst(), as: UTF8.self)
        let isHex = digits.first == "x" || digits.first == "X"
        guard let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else {
            return plain
        }
        return (repaired(number), end + 1)
    }

    /// References to the C1 controls mean Windows-1252, as browsers read them (WHATWG HTML, 13.2.5.80).
    private static func repaired(_ number: UInt32) -> UInt32 {
        switch number {
        case 0x80...0x9f: windows[Int(number - 0x80)]
        case 0...0x20: 0x20
        case 0x200b, 0xfeff, 0xad: 0
        case 0xd800...0xdfff, 0x11_0000...: 0xfffd
        default: number
        }
    }

    private static let windows: [UInt32] = [
        0x20ac, 0xfffd, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152,
        0xfffd,
        0x17d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161,
        0x203a,
        0x153, 0xfffd, 0x17e, 0x178,
    ]

    private static let named: [String: UInt32] = [
        "amp": 38, "lt": 60, "gt": 62, "quot": 34, "apos": 39, "nbsp": 0xa0, "ensp": 0x20, "emsp": 0x20,
        "thinsp": 0x20, "shy": 0, "copy": 0xa9, "reg": 0xae, "trade": 0x2122, "sect": 0xa7, "para": 0xb6,
        "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201c, "rdquo": 0x201d,
        "bull": 0x2022, "middot": 0xb7, "hellip": 0x2026, "euro": 0x20ac, "pound": 0xa3, "yen": 0xa5,
        "cent": 0xa2,
        "deg": 0xb0, "plusmn": 0xb1, "times": 0xd7, "frac12": 0xbd, "eacute": 0xe9, "uuml": 0xfc,
        "ouml": 0xf6,
        "auml": 0xe4, "dagger": 0x2020,
    ]
}
