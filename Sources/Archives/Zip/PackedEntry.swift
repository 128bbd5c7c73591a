/// The packed bytes of one zip entry, read in pieces.
struct PackedEntry {
    let source: ByteSource
    let entry: ZipEntry
    let offset: Int

    private static let pieceBytes = 1 << 16

    /// Hands on the bytes of a stored entry and gives their checksum.
    func copy(_ consume: (ArraySlice<UInt8>) throws -> Void) throws -> UInt32 {
        guard entry.size == entry.packedSize else {
            throw ArchiveError.corrupt(part: entry.name, reason: "it is stored, yet its two sizes differ")
        }
        var checksum = Checksum()
        var done = 0
        while done < entry.size {
            let piece = try piece(at: done)
            checksum.update(piece, count: piece.count)
            try consume(piece[...])
            done += piece.count
        }
        return checksum.value
    }

    /// Hands on the unpacked bytes of a deflated entry and gives their checksum.
    func inflate(_ consume: (ArraySlice<UInt8>) throws -> Void) throws -> UInt32 {
        var inflater = try Inflater(.raw, part: entry.name)
        var checksum = Checksum()
        var output = [UInt8](repeating: 0, count: Self.pieceBytes)
        var input: [UInt8] = []
        var position = 0
        var read = 0
        var unpacked = 0
        while true {
            if position == input.count, read < entry.packedSize {
                input = try piece(at: read)
                read += input.count
                position = 0
            }
            let step = try inflater.step(input, from: position, into: &output)
            position += step.consumed
            unpacked += step.produced
            guard unpacked <= entry.size else {
                throw ArchiveError.corrupt(
                    part: entry.name,
                    reason: "it unpacks to more than the \(entry.size) bytes stated"
                )
            }
            checksum.update(output, count: step.produced)
            if step.produced > 0 { try consume(output[..<step.produced]) }
            if step.atEnd { break }
            if step.consumed == 0, step.produced == 0, read == entry.packedSize, position == input.count {
                throw ArchiveError.truncated(part: entry.name)
            }
        }
        guard unpacked == entry.size, read == entry.packedSize, position == input.count else {
            throw ArchiveError.corrupt(
                part: entry.name,
                reason: "it unpacks to \(unpacked) bytes, \(entry.size) are stated"
            )
        }
        return checksum.value
    }

    private func piece(at done: Int) throws(ArchiveError) -> [UInt8] {
        try source.read(
            at: offset + done,
            count: min(Self.pieceBytes, entry.packedSize - done),
            part: entry.name
        )
    }
}
