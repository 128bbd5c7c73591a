import Foundation

/// Errors as one line for people.
enum ErrorText {
    /// The error in one line: a thing, its value, what is accepted.
    static func line(_ error: any Error) -> String {
        let text =
            switch error {
            case let error as CocoaError: cocoa(error)
            default: "\(error)"
            }
        return oneLine(text)
    }

    /// A usage error of ArgumentParser, in the style of the others.
    static func usage(_ message: String) -> String {
        let line = oneLine(message)
        guard let first = line.first, first.isUppercase, line.dropFirst().first?.isLowercase ?? false else {
            return line
        }
        return first.lowercased() + line.dropFirst()
    }

    private static func oneLine(_ text: String) -> String {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    }

    private static func cocoa(_ error: CocoaError) -> String {
        let path = error.filePath ?? error.url?.path ?? "a file"
        return switch error.code {
        case .fileReadNoSuchFile, .fileNoSuchFile: "\(path): there is no such file"
        case .fileReadNoPermission: "\(path): reading it is not permitted"
        case .fileWriteNoPermission: "\(path): writing it is not permitted"
        case .fileWriteOutOfSpace: "\(path): the disk is full"
        default: "\(path): \(error.localizedDescription)"
        }
    }
}
