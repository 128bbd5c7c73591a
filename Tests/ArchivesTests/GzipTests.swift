import Archives
import TestSupport
import Testing

@Suite
struct GzipTests {
    @Test
    func unpacksOneMember() throws {
        let bytes = try archiveBytes("one.gz")
        #expect(Gzip.recognises(bytes))
        #expect(try Gzip.unpack(bytes) == fixtureText)
    }

    @Test
    func unpacksJoinedMembersAndPadding() throws {
        let bytes = try archiveBytes("two.gz")
        let text = Array("first member\nsecond member\n".utf8)
        #expect(try Gzip.unpack(bytes) == text)
        #expect(try Gzip.unpack(bytes + [0, 0, 0]) == text)
    }

    @Test(arguments: [1, 2, 3, 7, 64])
    func unpacksPiecesOfAnySize(size: Int) throws {
        for (file, text) in [
            ("one.gz", fixtureText), ("two.gz", Array("first member\nsecond member\n".utf8)),
        ] {
            let bytes = try archiveBytes(file)
            var result: [UInt8] = []
            var stream = try GzipStream()
            for start in stride(from: 0, to: bytes.count, by: size) {
                try stream.feed(Array(bytes[start..<min(start + size, bytes.count)])) { result += $0 }
            }
            try stream.finish()
            #expect(result == text)
        }
    }

    @Test
    func refusesWhatIsNoGzip() {
        for bytes in [[], Array("<html>".utf8), [0x1f], [0x1f, 0x8c, 8, 0]] {
            #expect(throws: ArchiveError.self) { try Gzip.unpack(bytes) }
        }
    }

    @Test
    func refusesOtherDataBehindTheEnd() throws {
        let bytes = try archiveBytes("one.gz")
        #expect(throws: ArchiveError.self) { try Gzip.unpack(bytes + [0x41]) }
        #expect(throws: ArchiveError.self) { try Gzip.unpack(bytes + [0, 0, 0x41]) }
    }

    @Test
    func boundsTheResult() throws {
        let bytes = try archiveBytes("one.gz")
        let limits = ArchiveLimits(unpackedBytes: 100)
        #expect(throws: ArchiveError.tooLarge(part: "the gzip data", size: 11_500, limit: 100)) {
            try Gzip.unpack(bytes, limits: limits)
        }
    }

    @Test
    func survivesEveryDamagedByteAndEveryCut() throws {
        let bytes = try archiveBytes("two.gz")
        let good = try Gzip.unpack(bytes)
        for index in bytes.indices {
            for flip: UInt8 in [0x01, 0x80, 0xff] {
                if let read = try? Gzip.unpack(bytes.replacing(at: index, with: [bytes[index] ^ flip])) {
                    #expect(read == good)
                }
            }
            if let read = try? Gzip.unpack(Array(bytes[..<index])) {
                #expect(read == Array("first member\n".utf8), "a cut between two members cannot be seen")
            }
        }
    }

    @Test
    func describesErrors() {
        #expect(
            "\(ArchiveError.checksumMismatch(part: "a.txt", stated: 1, computed: 0xdead))"
                == "a.txt is corrupt: its CRC-32 is 0000dead, the archive states 00000001"
        )
        #expect("\(ArchiveError.noSuchEntry("x"))" == "the archive has no entry named \"x\"")
    }
}
