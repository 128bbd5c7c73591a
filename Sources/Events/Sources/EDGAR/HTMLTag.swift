/// One tag of HTML: where it ends, and what it does to the text around it.
struct HTMLTag {
    /// The place behind the tag, for scripts, styles, heads and comments behind their end; the beginning where it is no tag.
    let end: Int
    /// Whether the text behind begins a line.
    let breaksLine: Bool
    /// Whether the text behind is another cell.
    let isCell: Bool

    /// Reads the tag that begins with `<`.
    init(_ bytes: [UInt8], at start: Int) {
        let count = bytes.count
        var at = start + 1
        let isClosing = at < count && bytes[at] == UInt8(ascii: "/")
        if isClosing { at += 1 }
        guard at < count else {
            self.init(end: start, breaksLine: false, isCell: false)
            return
        }
        if bytes[at] == UInt8(ascii: "!") {
            let isComment =
                at + 2 < count && bytes[at + 1] == UInt8(ascii: "-") && bytes[at + 2] == UInt8(ascii: "-")
            let close = Array((isComment ? "-->" : ">").utf8)
            self.init(
                end: Self.behind(close, in: bytes, from: at + (isComment ? 3 : 1)),
                breaksLine: false,
                isCell: false
            )
            return
        }
        // The first eight letters of the name as one number, in lower case.
        var name: UInt64 = 0
        var letters = 0
        while at < count {
            let byte = bytes[at] | 0x20
            guard (97...122).contains(byte) || (letters > 0 && (48...58).contains(bytes[at])) else { break }
            if letters < 8 { name = name << 8 | UInt64(byte) }
            letters += 1
            at += 1
        }
        let isProcessing = letters == 0 && bytes[at] == UInt8(ascii: "?")
        guard letters > 0 || isProcessing else {
            self.init(end: start, breaksLine: false, isCell: false)
            return
        }
        var quote: UInt8 = 0
        while at < count {
            let byte = bytes[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == 0x22 || byte == 0x27, bytes[at - 1] == UInt8(ascii: "=") {
                quote = byte
            }
            at += 1
        }
        var end = min(at + 1, count)
        if !isClosing, let close = Self.dropped[name], bytes[at - 1] != UInt8(ascii: "/") {
            end = Self.behind(close, in: bytes, from: end)
        }
        self.init(
            end: end,
            breaksLine: Self.blocks.contains(name),
            isCell: name == Self.key("td") || name == Self.key("th")
        )
    }

    private init(end: Int, breaksLine: Bool, isCell: Bool) {
        self.end = end
        self.breaksLine = breaksLine
        self.isCell = isCell
    }

    private static func key(_ name: String) -> UInt64 {
        name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
    }

    private static let blocks = Set(
        [
            "p", "div", "br", "tr", "table", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
            "center",
            "title", "body", "blockquote", "section", "pre", "dt", "dd",
        ].map(blockKey)
    )

    private static func blockKey(_ name: String) -> UInt64 { key(name) }

    /// Elements whose content is no text for people, with what ends them.
    private static let dropped: [UInt64: [UInt8]] = [
        key("script"): Array("</script".utf8), key("style"): Array("</style".utf8),
        key("head"): Array("</head".utf8), key("ix:header"): Array("</ix:header".utf8),
    ]

    /// The place behind the next `close`, and behind the `>` of a closing tag; the end where there is none.
    private static func behind(_ close: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
        var at = start
        while at + close.count <= bytes.count {
            if bytes[at] == close[0] {
                var same = 1
                while same < close.count,
                    bytes[at + same] == close[same] || bytes[at + same] | 0x20 == close[same]
                {
                    same += 1
                }
                if same == close.count {
                    at += close.count
                    guard close.last != UInt8(ascii: ">") else { return at }
                    while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
                    return min(at + 1, bytes.count)
                }
            }
            at += 1
        }
        return bytes.count
    }
}
