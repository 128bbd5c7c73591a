import Archives
import Foundation

/// Why an import cannot begin or gave nothing.
public enum ImportError: Error, Equatable, CustomStringConvertible {
    /// There is no such file or folder.
    case missing(String)
    /// A folder without a file of a kind that is read.
    case emptyFolder(String, accepted: [String])
    /// A file larger than an import reads into memory.
    case tooLarge(String, bytes: Int, limit: Int)
    /// The operating system refused to read a file.
    case unreadable(String, reason: String)
    /// No file could be read.
    case nothingReadable(path: String, reasons: [String])

    /// The error in one line.
    public var description: String {
        switch self {
        case .missing(let path): "there is no file or folder at \(path)"
        case .emptyFolder(let path, let accepted):
            "the folder \(path) has no file ending in \(accepted.map { ".\($0)" }.joined(separator: ", "))"
        case .tooLarge(let path, let bytes, let limit):
            "\(path) has \(bytes / 1_000_000) MB; files up to \(limit / 1_000_000) MB are read, split it"
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .nothingReadable(let path, let reasons):
            "nothing in \(path) could be read: \(reasons.prefix(3).joined(separator: "; "))"
        }
    }
}

/// The files that an import reads: one, or those of a folder by name.
struct ImportFiles {
    /// The largest file that is read into memory, in bytes.
    static let sizeLimit = 512_000_000

    let paths: [String]

    init(path: String, accepting endings: [String]) throws(ImportError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .missing(path)
        }
        guard isFolder.boolValue else {
            paths = [path]
            return
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        paths =
            names
            .filter { endings.contains(($0 as NSString).pathExtension.lowercased()) && !$0.hasPrefix(".") }
            .sorted()
            .map { (path as NSString).appendingPathComponent($0) }
        guard !paths.isEmpty else { throw .emptyFolder(path, accepted: endings) }
    }

    /// The content of a file, unpacked where it is packed with gzip.
    static func content(of path: String) throws -> [UInt8] {
        let bytes = try bytes(of: path)
        guard Gzip.recognises(bytes) else { return bytes }
        return try Gzip.unpack(bytes, name: (path as NSString).lastPathComponent)
    }

    /// The bytes of a file.
    static func bytes(of path: String) throws(ImportError) -> [UInt8] {
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            if attributes[.type] as? FileAttributeType != .typeRegular {
                return try stream(at: path)
            }
            let size = (attributes[.size] as? Int) ?? 0
            guard size <= sizeLimit else { throw ImportError.tooLarge(path, bytes: size, limit: sizeLimit) }
            return [UInt8](try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
        } catch let error as ImportError {
            throw error
        } catch {
            throw .unreadable(path, reason: "the operating system refused; is it there and yours to read?")
        }
    }

    /// The bytes of a pipe or a device, up to the limit.
    private static func stream(at path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ImportError.unreadable(path, reason: "it cannot be opened")
        }
        var bytes: [UInt8] = []
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            bytes.append(contentsOf: piece)
            guard bytes.count <= sizeLimit else {
                throw ImportError.tooLarge(path, bytes: bytes.count, limit: sizeLimit)
            }
        }
        return bytes
    }
}
