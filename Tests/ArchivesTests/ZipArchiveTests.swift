import Archives
import Synchronization
import TestSupport
import Testing

@Suite
struct ZipArchiveTests {
    @Test
    func readsStoredAndDeflatedEntries() throws {
        let archive = try ZipArchive(ByteSource(archiveBytes("mixed.zip")))
        #expect(
            archive.directory.map(\.name) == [
                "stored.txt", "folder/", "folder/deflated.txt", "folder/größe.txt", "empty.txt",
            ]
        )
        #expect(archive.directory.map(\.isFolder) == [false, true, false, false, false])
        #expect(try archive.bytes(named: "stored.txt") == Array("kept as it is\n".utf8))
        #expect(try archive.bytes(named: "folder/deflated.txt") == fixtureText)
        #expect(try archive.bytes(named: "folder/größe.txt") == Array("Maß\n".utf8))
        #expect(try archive.bytes(named: "empty.txt").isEmpty)
        #expect(throws: ArchiveError.noSuchEntry("other.txt")) { try archive.bytes(named: "other.txt") }
    }

    @Test(arguments: [("streamed.zip", "streamed.txt", 11_500), ("zip64.zip", "large.txt", 11)])
    func readsSixtyFourBitSizesAndDataDescriptors(file: String, name: String, size: Int) throws {
        let archive = try ZipArchive(ByteSource(archiveBytes(file)))
        #expect(archive.directory.count == 1)
        #expect(try archive.bytes(named: name).count == size)
    }

    @Test
    func readsOnlyWhatItNeeds() throws {
        let bytes = try archiveBytes("streamed.zip")
        let asked = Mutex<[Range<Int>]>([])
        let source = ByteSource(length: bytes.count) { offset, count in
            asked.withLock { $0.append(offset..<offset + count) }
            return Array(bytes[offset..<offset + count])
        }
        let archive = try ZipArchive(source)
        let directoryStart = try #require(bytes.firstIndex(of: [0x50, 0x4b, 1, 2]))
        #expect(asked.withLock { $0.dropFirst() }.allSatisfy { $0.lowerBound >= directoryStart - 20 })
        var unpacked = 0
        try archive.unpack(archive.directory.entry(named: "streamed.txt")) { unpacked += $0.count }
        #expect(unpacked == fixtureText.count)
    }

    @Test
    func passesOnWhatTheConsumerThrows() throws {
        struct Stop: Error {}
        let archive = try ZipArchive(ByteSource(archiveBytes("mixed.zip")))
        let entry = try archive.directory.entry(named: "stored.txt")
        #expect(throws: Stop.self) { try archive.unpack(entry) { _ in throw Stop() } }
    }

    @Test
    func reportsAFailingSource() throws {
        struct Gone: Error {}
        #expect(throws: ArchiveError.unreadable(reason: "Gone()")) {
            try ZipArchive(ByteSource(length: 100) { _, _ in throw Gone() })
        }
        #expect(throws: ArchiveError.self) {
            try ZipArchive(ByteSource(length: 100) { _, _ in [0] })
        }
    }

    @Test
    func recognisesItsFormat() throws {
        #expect(ZipArchive.recognises(try archiveBytes("mixed.zip")))
        #expect(!ZipArchive.recognises(Array("event_id,ticker".utf8)))
    }
}
