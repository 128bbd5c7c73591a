import Foundation
import Market
import Storage

/// A place in a list as text: base64url of a checksum, the list's name and the place, so that a cut or altered one and one of
/// another list are noticed.
struct ListCursor: Sendable {
    /// The list that the places belong to.
    let list: String

    /// The text of a place.
    func text(of place: String) -> String {
        let content = "\(list)|\(place)"
        return Data("\(Self.checksum(content))|\(content)".utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The place that a text names; nil where there is no text.
    ///
    /// - Throws: `Problem` 400 for any text that `text(of:)` did not give for this list.
    func place(in text: String?) throws(Problem) -> String? {
        guard let text else { return nil }
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64 + padding),
            let content = String(data: data, encoding: .utf8),
            case let parts = content.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false),
            parts.count == 3, self.text(of: String(parts[2])) == text
        else { throw .cursor(text) }
        return String(parts[2])
    }

    private static func checksum(_ content: String) -> String {
        var hash = StableHash()
        for byte in content.utf8 { hash.combine(UInt64(byte)) }
        return String(Hex.text(hash.value).prefix(8))
    }
}
