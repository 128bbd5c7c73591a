import Archives
import TestSupport

/// The bytes of a file of the `archives` set.
func archiveBytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Fixture.data("archives/\(name)"))
}

/// The repeated text that the larger entries of the set hold.
let fixtureText = [UInt8](String(repeating: "one line of plain text\n", count: 500).utf8)

extension [UInt8] {
    /// Where a run of bytes first occurs at or after an index.
    func firstIndex(of run: [UInt8], from start: Int = 0) -> Int? {
        guard count >= run.count, start <= count - run.count else { return nil }
        return (start...count - run.count).first { self[$0..<$0 + run.count].elementsEqual(run) }
    }

    /// A copy with other bytes from an index on.
    func replacing(at index: Int, with bytes: [UInt8]) -> [UInt8] {
        var copy = self
        copy.replaceSubrange(index..<index + bytes.count, with: bytes)
        return copy
    }
}
