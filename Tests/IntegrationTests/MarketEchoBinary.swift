import Foundation
import TestSupport

/// The program as it was built beside the tests.
enum MarketEchoBinary {
    /// Its path; nil where it was not built.
    static let path: String? = {
        let folders = [
            Bundle.main.executableURL?.deletingLastPathComponent(),
            SharedData.packageRoot.appending(path: ".build/debug"),
        ]
        return folders.compactMap { $0?.appending(path: "market-echo").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// The reason of a test that was skipped for want of it.
    static let absence = "market-echo is not built; run swift build --build-tests first"

    /// Starts the program.
    static func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: path ?? "market-echo")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs the program to its end and returns its exit code.
    @discardableResult
    static func run(_ arguments: [String]) throws -> Int32 {
        let process = try start(arguments)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Runs the program to its end and returns its exit code and what it printed.
    static func output(of arguments: [String]) throws -> (code: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: path ?? "market-echo")
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
