import Foundation

/// A file that appears under its name only when it is complete; an unfinished one leaves nothing behind.
final class AtomicFile: ByteSink {
    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private let sink: DescriptorSink
    private var isFinished = false

    /// Begins a file beside the one that it will replace.
    ///
    /// - Parameter path: the file.
    /// - Throws: `WriteError` where no file can be made there.
    init(path: String) throws {
        self.path = path
        let url = URL(filePath: path)
        temporary =
            url.deletingLastPathComponent()
            .appending(path: ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
            .path
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw WriteError(destination: path, code: errno) }
        sink = DescriptorSink(descriptor: descriptor, name: path)
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(temporary) }
    }

    func write(_ bytes: some Sequence<UInt8>) throws { try sink.write(bytes) }

    /// Puts the complete file in its place.
    ///
    /// - Throws: `WriteError` where the bytes find no place or the name is taken by a folder.
    func finish() throws {
        try sink.finish()
        guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
            throw WriteError(destination: path, code: errno)
        }
        isFinished = true
    }
}
