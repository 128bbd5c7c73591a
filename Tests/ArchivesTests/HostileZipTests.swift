import Archives
import TestSupport
import Testing

@Suite
struct HostileZipTests {
    @Test(arguments: [
        ("escape.zip", "../outside.txt"), ("absolute.zip", "/etc/motd"), ("backslash.zip", "a\\b.txt"),
    ])
    func refusesNamesThatLeaveTheFolder(file: String, name: String) throws {
        let bytes = try archiveBytes(file)
        #expect(throws: ArchiveError.unsafeName(name)) { try ZipArchive(ByteSource(bytes)) }
    }

    @Test(arguments: [
        "a/../b.txt1", "./b.txt1234", "a//b.txt123", "C:/b.txt123", "a/b.txt\u{0}12", "..", "/", "a/.",
    ])
    func refusesOtherTricksOfNames(name: String) throws {
        let bytes = zip(name: Array(name.utf8))
        #expect(throws: ArchiveError.unsafeName(name)) { try ZipArchive(ByteSource(bytes)) }
    }

    @Test(arguments: ["a/b.txt", "...", "a/..b", "ab:c", "a b"])
    func acceptsPlainNames(name: String) throws {
        let archive = try ZipArchive(ByteSource(zip(name: Array(name.utf8))))
        #expect(try archive.bytes(named: name) == [])
    }

    @Test
    func refusesNamesThatAreNotText() {
        #expect(throws: ArchiveError.self) { try ZipArchive(ByteSource(zip(name: [0x61, 0xff]))) }
    }

    @Test
    func refusesWhatIsNoZip() throws {
        for bytes in [[], Array("<html>403</html>".utf8), [UInt8](repeating: 0, count: 100_000)] {
            let error = #expect(throws: ArchiveError.self) { try ZipArchive(ByteSource(bytes)) }
            guard case .notAnArchive? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test
    func refusesMethodsAndEncryption() throws {
        let packed = try ZipArchive(ByteSource(archiveBytes("bzip2.zip")))
        #expect(throws: ArchiveError.unsupported(part: "a.txt", feature: "packing method 12")) {
            try packed.bytes(named: "a.txt")
        }
        let bytes = try archiveBytes("mixed.zip")
        let central = try #require(bytes.firstIndex(of: [0x50, 0x4b, 1, 2]))
        let encrypted = try ZipArchive(ByteSource(bytes.replacing(at: central + 8, with: [1])))
        #expect(throws: ArchiveError.unsupported(part: "stored.txt", feature: "encryption")) {
            try encrypted.bytes(named: "stored.txt")
        }
    }

    @Test
    func comparesTheChecksum() throws {
        let bytes = try archiveBytes("mixed.zip")
        let at = try #require(bytes.firstIndex(of: Array("kept".utf8)))
        let archive = try ZipArchive(ByteSource(bytes.replacing(at: at, with: Array("kEpt".utf8))))
        let error = #expect(throws: ArchiveError.self) { try archive.bytes(named: "stored.txt") }
        guard case .checksumMismatch("stored.txt", _, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test
    func refusesEntriesThatUnpackToAnotherSize() throws {
        let bytes = try archiveBytes("streamed.zip")
        let central = try #require(bytes.firstIndex(of: [0x50, 0x4b, 1, 2]))
        for size in [UInt8(0), 200] {
            let archive = try ZipArchive(
                ByteSource(bytes.replacing(at: central + 24, with: [size, 0, 0, 0]))
            )
            #expect(throws: ArchiveError.self) { try archive.bytes(named: "streamed.txt") }
            let entry = try archive.directory.entry(named: "streamed.txt")
            var handedOn = 0
            #expect(throws: ArchiveError.self) { try archive.unpack(entry) { handedOn += $0.count } }
            #expect(handedOn <= Int(size), "more than stated was handed on")
        }
    }

    @Test
    func boundsSizesBeforeUnpacking() throws {
        let source = ByteSource(try archiveBytes("mixed.zip"))
        let archive = try ZipArchive(source, limits: ArchiveLimits(unpackedBytes: 1000))
        #expect(throws: ArchiveError.tooLarge(part: "folder/deflated.txt", size: 11_500, limit: 1000)) {
            try archive.bytes(named: "folder/deflated.txt")
        }
        #expect(throws: ArchiveError.tooLarge(part: "the number of entries", size: 5, limit: 4)) {
            try ZipArchive(source, limits: ArchiveLimits(entries: 4))
        }
        #expect(throws: ArchiveError.self) {
            try ZipArchive(source, limits: ArchiveLimits(directoryBytes: 10))
        }
    }

    @Test
    func refusesALocalHeaderWithAnotherName() throws {
        let bytes = try archiveBytes("mixed.zip")
        let local = try #require(bytes.firstIndex(of: Array("stored.txt".utf8)))
        let archive = try ZipArchive(ByteSource(bytes.replacing(at: local, with: Array("S".utf8))))
        #expect(throws: ArchiveError.self) { try archive.bytes(named: "stored.txt") }
    }

    /// Whatever single byte is changed or wherever the file is cut: an error or the right bytes, never a
    /// crash and never wrong bytes.
    @Test
    func survivesEveryDamagedByteAndEveryCut() throws {
        for file in ["mixed.zip", "zip64.zip"] {
            let bytes = try archiveBytes(file)
            let good = try contents(bytes)
            for index in bytes.indices {
                for value in [bytes[index] ^ 0x01, bytes[index] ^ 0xff, bytes[index] ^ 0x80] {
                    guard let read = try? contents(bytes.replacing(at: index, with: [value])) else {
                        continue
                    }
                    for (name, content) in read where good[name] != nil { #expect(content == good[name]) }
                }
                #expect(throws: (any Error).self) { try contents(Array(bytes[..<index])) }
            }
        }
    }

    private func contents(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
        let archive = try ZipArchive(ByteSource(bytes), limits: ArchiveLimits(unpackedBytes: 1 << 20))
        var result: [String: [UInt8]] = [:]
        for entry in archive.directory { result[entry.name] = try archive.bytes(of: entry) }
        return result
    }

    /// An archive of one empty stored entry.
    private func zip(name: [UInt8]) -> [UInt8] {
        let length = UInt8(name.count)
        let local: [UInt8] =
            [0x50, 0x4b, 3, 4, 20] + [UInt8](repeating: 0, count: 21) + [length, 0, 0, 0] + name
        let central: [UInt8] =
            [0x50, 0x4b, 1, 2, 20, 0, 20] + [UInt8](repeating: 0, count: 21) + [length, 0]
            + [UInt8](repeating: 0, count: 16) + name
        return local + central
            + [0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(central.count), 0, 0, 0, UInt8(local.count)]
            + [0, 0, 0, 0, 0]
    }
}
