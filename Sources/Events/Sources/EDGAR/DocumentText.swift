/// Turns HTML of filings into plain text: data to be read, never to be run or shown as markup.
public enum DocumentText {
    /// The text of a document, one line a block, spaces folded, without scripts, styles and comments.
    ///
    /// - Parameter html: UTF-8 bytes; what is no markup is kept as it is.
    /// - Returns: lines of text; none is empty.
    public static func plain(_ html: [UInt8]) -> String {
        String(decoding: bytes(html), as: UTF8.self)
    }

    /// The text of a document as UTF-8 bytes.
    public static func bytes(_ html: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count / 2 + 16)
        var gap: UInt8 = 0
        var at = 0
        let end = html.count
        while at < end {
            let byte = html[at]
            switch byte {
            case UInt8(ascii: "<"):
                let tag = HTMLTag(html, at: at)
                guard tag.end > at else {
                    append(byte, &output, &gap)
                    at += 1
                    continue
                }
                at = tag.end
                if tag.breaksLine { gap = 0x0a } else if tag.isCell, gap == 0 { gap = 0x20 }
            case UInt8(ascii: "&"):
                let (scalar, next) = HTMLEntity.scalar(html, at: at)
                at = next
                if scalar == 0x20 || scalar == 0xa0 {
                    if gap == 0 { gap = 0x20 }
                } else if scalar != 0 {
                    for unit in UTF8.encode(UnicodeScalar(scalar) ?? "\u{FFFD}")
                        ?? UTF8.encodedReplacementCharacter
                    {
                        append(unit, &output, &gap)
                    }
                }
            case 0...0x20:
                if gap == 0 { gap = 0x20 }
                at += 1
            case 0xc2 where at + 1 < end && html[at + 1] == 0xa0:
                if gap == 0 { gap = 0x20 }
                at += 2
            default:
                append(byte, &output, &gap)
                at += 1
            }
        }
        return output
    }

    @inline(__always)
    private static func append(_ byte: UInt8, _ output: inout [UInt8], _ gap: inout UInt8) {
        if gap != 0 {
            if !output.isEmpty { output.append(gap) }
            gap = 0
        }
        output.append(byte)
    }
}
