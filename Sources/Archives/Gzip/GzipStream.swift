/// Unpacks gzip data that arrives in pieces, of one member or several joined ones.
///
/// Each member's CRC-32 and length are checked. Zero bytes behind the last member are padding; anything else
/// there is refused.
public struct GzipStream: ~Copyable {
    private enum State {
        case insideMember
        case betweenMembers
        case insidePadding
    }

    private static let bufferBytes = 1 << 16

    private var inflater: Inflater
    private var buffer: [UInt8]
    private var state = State.betweenMembers
    private var members = 0
    private var unpacked = 0
    private let part: String
    private let limits: ArchiveLimits

    /// Creates a stream.
    ///
    /// - Parameters:
    ///   - name: names the data in errors.
    ///   - limits: `unpackedBytes` bounds the sum over all members.
    /// - Throws: `ArchiveError` where zlib does not start.
    public init(name: String = "the gzip data", limits: ArchiveLimits = .standard) throws(ArchiveError) {
        part = name
        self.limits = limits
        inflater = try Inflater(.gzip, part: name)
        buffer = [UInt8](repeating: 0, count: Self.bufferBytes)
    }

    /// Takes the next piece of packed bytes and hands on what it unpacks to, in pieces of at most 64 KiB.
    ///
    /// Throws `ArchiveError` for data that is no gzip data, is corrupt or exceeds the limits, and whatever
    /// `consume` throws.
    public mutating func feed(_ piece: [UInt8], consume: (ArraySlice<UInt8>) throws -> Void) throws {
        var position = 0
        while true {
            switch state {
            case .insidePadding:
                guard piece[position...].allSatisfy({ $0 == 0 }) else {
                    throw ArchiveError.corrupt(part: part, reason: "there is other data behind its end")
                }
                return
            case .betweenMembers:
                guard position < piece.count else { return }
                if members > 0, piece[position] == 0 {
                    state = .insidePadding
                    continue
                }
                try startMember(piece[position])
            case .insideMember:
                let step = try inflater.step(piece, from: position, into: &buffer)
                position += step.consumed
                try count(step.produced)
                if step.produced > 0 { try consume(buffer[..<step.produced]) }
                if step.atEnd {
                    members += 1
                    state = .betweenMembers
                } else if step.produced < buffer.count {
                    guard position < piece.count else { return }
                    if step.consumed == 0, step.produced == 0 {
                        throw ArchiveError.corrupt(part: part, reason: "the data makes no progress")
                    }
                }
            }
        }
    }

    /// Ends the data; throws where it ends inside a member or holds none.
    public consuming func finish() throws(ArchiveError) {
        if state == .insideMember { throw .truncated(part: part) }
        if members == 0 { throw .notAnArchive(format: "gzip", reason: "there are no bytes") }
    }

    private mutating func startMember(_ first: UInt8) throws(ArchiveError) {
        guard first == 0x1f else {
            if members > 0 { throw .corrupt(part: part, reason: "there is other data behind its end") }
            throw .notAnArchive(format: "gzip", reason: "\(part) does not begin with 1f 8b")
        }
        if members > 0 { inflater.reset() }
        state = .insideMember
    }

    private mutating func count(_ produced: Int) throws(ArchiveError) {
        unpacked += produced
        guard unpacked <= limits.unpackedBytes else {
            throw .tooLarge(part: part, size: UInt64(unpacked), limit: UInt64(limits.unpackedBytes))
        }
    }
}
