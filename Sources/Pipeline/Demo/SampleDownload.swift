import Events
import Foundation

/// Why the sample could not be fetched.
public enum SampleError: Error, Equatable, CustomStringConvertible {
    /// No pip is installed.
    case noPip
    /// pip ended with an error.
    case download(package: String, output: String)
    /// The package arrived without the file that is read.
    case missingFile(package: String, folder: String)

    /// The error with what to do.
    public var description: String {
        switch self {
        case .noPip:
            "python3 with pip is needed to fetch the sample; install it (Debian, Ubuntu: apt-get install python3-pip)"
        case .download(let package, let output):
            "pip could not download \(package): \(output)"
        case .missingFile(let package, let folder):
            "\(package) was downloaded, but \(folder) has no wheel of it; delete the folder and try again"
        }
    }
}

/// Fetches the three packages of the public sample as archives; no code of theirs runs.
struct SampleDownload {
    /// Where the archives are kept; what lies there already is not fetched again.
    let folder: String

    /// A package of the sample.
    struct Package {
        let name: String
        let version: String

        /// How the file names of its wheels begin.
        var prefix: String { "\(name.replacingOccurrences(of: "-", with: "_"))-\(version)-" }
    }

    static let packages = [
        Package(name: EarningsDatesSample.package, version: EarningsDatesSample.version),
        Package(name: PriceSample.package, version: PriceSample.version),
        Package(name: HistoricalEarningsSample.package, version: HistoricalEarningsSample.version),
    ]

    /// The path of a package's wheel; fetched where it is not there yet.
    func wheel(of package: Package) throws -> String {
        if let path = stored(package) { return path }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try download(package)
        guard let path = stored(package) else {
            throw SampleError.missingFile(package: package.name, folder: folder)
        }
        return path
    }

    private func stored(_ package: Package) -> String? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.first { $0.hasPrefix(package.prefix) && $0.hasSuffix(".whl") }
            .map { (folder as NSString).appendingPathComponent($0) }
    }

    private func download(_ package: Package) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
            "--python-version", "3.12", "--dest", folder, "\(package.name)==\(package.version)",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        do { try process.run() } catch { throw SampleError.noPip }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            if text.contains("No module named pip") || text.contains("No such file") {
                throw SampleError.noPip
            }
            let lines = text.split(separator: "\n").filter { !$0.isEmpty }
            throw SampleError.download(
                package: "\(package.name) \(package.version)",
                output: lines.suffix(2).joined(separator: " ")
            )
        }
    }
}
