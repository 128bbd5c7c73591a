import Archives
import TestSupport
import Testing

@Suite
struct ByteSourceTests {
    /// An ending that points anywhere is refused before anything is read there.
    @Test
    func neverAsksForMoreThanThereIs() throws {
        let bytes = try archiveBytes("zip64.zip")
        let source = ByteSource(length: bytes.count) { offset, count in
            #expect(offset >= 0 && count >= 0 && offset + count <= bytes.count)
            return Array(bytes[offset..<offset + count])
        }
        let archive = try ZipArchive(source)
        #expect(try archive.bytes(named: "large.txt") == Array("sixty-four\n".utf8))
        let ending = try #require(bytes.firstIndex(of: [0x50, 0x4b, 6, 6]))
        for field in [24, 32, 40, 48] {
            for value in [
                [UInt8](repeating: 0xff, count: 8), [0, 0, 0, 0, 0, 0, 0, 0x80], [0xff, 0, 0, 0, 1, 0, 0, 0],
            ] {
                let changed = bytes.replacing(at: ending + field, with: value)
                let hostile = ByteSource(length: changed.count) { offset, count in
                    #expect(offset >= 0 && count >= 0 && offset <= changed.count - count)
                    return Array(changed[offset..<offset + count])
                }
                _ = try? ZipArchive(hostile)
            }
        }
    }

    @Test
    func refusesHugeNumbersInTheDirectory() throws {
        let bytes = try archiveBytes("zip64.zip")
        let central = try #require(bytes.firstIndex(of: [0x50, 0x4b, 1, 2]))
        let extra = central + 46 + "large.txt".utf8.count + 4
        for field in [0, 8, 16] {
            let value: [UInt8] = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]
            let changed = bytes.replacing(at: extra + field, with: value)
            #expect(throws: ArchiveError.self) {
                try ZipArchive(ByteSource(changed)).bytes(named: "large.txt")
            }
        }
        let short = bytes.replacing(at: extra - 2, with: [16, 0])
        #expect(throws: ArchiveError.self) { try ZipArchive(ByteSource(short)) }
    }

    @Test
    func describesEveryError() {
        let table: [(ArchiveError, String)] = [
            (.notAnArchive(format: "zip", reason: "why"), "not a zip archive: why"),
            (.truncated(part: "a.txt"), "the archive ends in the middle of a.txt"),
            (.corrupt(part: "a.txt", reason: "why"), "a.txt is corrupt: why"),
            (.unsupported(part: "a.txt", feature: "x"), "a.txt uses x, which this reader does not support"),
            (.tooLarge(part: "a.txt", size: 5, limit: 4), "a.txt is too large: 5, at most 4 are accepted"),
            (.unreadable(reason: "why"), "the archive cannot be read: why"),
        ]
        for (error, text) in table { #expect("\(error)" == text) }
        #expect("\(ArchiveError.unsafeName("../x"))".contains("\"../x\""))
    }
}
