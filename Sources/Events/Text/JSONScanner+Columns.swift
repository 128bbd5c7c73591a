extension JSONScanner {
    /// Takes an array of strings and scalars and gives the number of its elements.
    ///
    /// Submissions files consist of such arrays almost entirely.
    ///
    /// - Parameters:
    ///   - mayNest: whether an element may be an array or object, which is skipped.
    ///   - take: gets each string, and nil for each other element.
    /// - Returns: the number of elements.
    /// - Throws: `JSONFault` where the array is broken.
    @inline(__always)
    mutating func flatArray(mayNest: Bool, _ take: (JSONString?) -> Void) throws(JSONFault) -> Int {
        try expect(UInt8(ascii: "["))
        if self.take(UInt8(ascii: "]")) { return 0 }
        var count = 0
        while true {
            switch peek() {
            case UInt8(ascii: "\""):
                take(try string())
            case UInt8(ascii: "[") where mayNest, UInt8(ascii: "{") where mayNest:
                try skip(depth: 1)
                take(nil)
            default:
                _ = try scalar()
                take(nil)
            }
            count += 1
            switch peek() {
            case UInt8(ascii: ","): advance()
            case UInt8(ascii: "]"):
                advance()
                return count
            default: throw fault("',' or ']' is expected")
            }
        }
    }
}
