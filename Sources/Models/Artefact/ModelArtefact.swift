import Foundation

/// One trained model as bytes: both heads in XGBoost's own format, and what is needed to use them rightly.
///
/// The encoded form is `MEMODEL1`, then metadata (JSON with sorted keys), magnitude trees and direction trees, each after its
/// length as eight little-endian bytes; no trees have length 0. The same model gives the same bytes, and the caller
/// takes the SHA-256 over all of them.
public struct ModelArtefact: Equatable, Sendable {
    /// Everything besides the trees.
    public let metadata: ArtefactMetadata
    /// Trees of the magnitude head in XGBoost's UBJSON; nil where it is constant.
    public let magnitudeModel: [UInt8]?
    /// Trees of the direction head in XGBoost's UBJSON; nil where it is constant.
    public let directionModel: [UInt8]?

    private static let mark = Array("MEMODEL1".utf8)
}

// MARK: - Bytes

extension ModelArtefact {
    /// The artefact as bytes.
    ///
    /// - Throws: `ModelError.notAnArtefact` where a number of the metadata is not finite.
    public func encoded() throws(ModelError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let header: Data
        do { header = try encoder.encode(metadata) } catch { throw .notAnArtefact("metadata: \(error)") }
        var bytes = Self.mark
        for part in [[UInt8](header), magnitudeModel ?? [], directionModel ?? []] {
            let length = UInt64(part.count)
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: length >> shift))
            }
            bytes.append(contentsOf: part)
        }
        return bytes
    }

    /// Reads an artefact.
    ///
    /// - Throws: `ModelError.notAnArtefact` for other or cut-off bytes and for metadata of another engine.
    public init(decoding bytes: [UInt8]) throws(ModelError) {
        guard bytes.starts(with: Self.mark) else { throw .notAnArtefact("the mark MEMODEL1 is missing") }
        var position = Self.mark.count
        var parts: [[UInt8]] = []
        for name in ["metadata", "magnitude trees", "direction trees"] {
            guard bytes.count - position >= 8 else { throw .notAnArtefact("cut off before the \(name)") }
            var length: UInt64 = 0
            for byte in bytes[position..<position + 8].reversed() { length = length << 8 | UInt64(byte) }
            position += 8
            guard length <= UInt64(bytes.count - position) else {
                throw .notAnArtefact("cut off inside the \(name)")
            }
            parts.append(Array(bytes[position..<position + Int(length)]))
            position += Int(length)
        }
        guard position == bytes.count else { throw .notAnArtefact("bytes follow the direction trees") }
        do {
            metadata = try JSONDecoder().decode(ArtefactMetadata.self, from: Data(parts[0]))
        } catch {
            throw .notAnArtefact("metadata: \(error)")
        }
        magnitudeModel = parts[1].isEmpty ? nil : parts[1]
        directionModel = parts[2].isEmpty ? nil : parts[2]
    }
}
