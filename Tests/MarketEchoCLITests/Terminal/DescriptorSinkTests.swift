import Foundation
import Testing

@testable import MarketEchoCLI

@Suite
struct DescriptorSinkTests {
    @Test
    func bytesArriveInOrderAndInBlocks() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("out.txt")
        let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
        let sink = DescriptorSink(descriptor: descriptor, name: path)
        try sink.write("small")
        #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
        let large = String(repeating: "0123456789", count: 20_000)
        try sink.write(large)
        try sink.finish()
        close(descriptor)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "small" + large)
    }

    @Test
    func aPipeWithoutAReaderIsClosedOutput() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        let sink = DescriptorSink(descriptor: ends[1], name: "standard output")
        try sink.write("nobody reads this")
        #expect(throws: OutputClosed.self) { try sink.finish() }
        close(ends[1])
    }

    @Test(.enabled(if: FileStatus.exists("/dev/full"), "there is no /dev/full"))
    func aFullDiskIsAnErrorWithItsName() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        let sink = DescriptorSink(descriptor: descriptor, name: "standard output")
        try sink.write("x")
        let error = #expect(throws: WriteError.self) { try sink.finish() }
        #expect(error?.description == "cannot write to standard output: No space left on device")
        close(descriptor)
    }
}
