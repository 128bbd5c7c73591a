import Synchronization

/// Gives each request a name that occurs once, cheaply: five random characters for the process and a counter.
final class RequestNumbers: Sendable {
    /// What all names of this process begin with.
    let prefix: String
    private let next = Atomic<UInt64>(1)

    /// The names of this process.
    static let shared = RequestNumbers()

    /// Starts a row of names.
    init() {
        let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
        prefix = String((0..<5).map { _ in letters[Int.random(in: 0..<letters.count)] })
    }

    /// A name that was not given before.
    func make() -> String {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return "\(prefix)-\(String(number, radix: 36))"
    }

    /// A client's own name for its request, where it is one that can stand in a log: 1 to 64 letters, digits and the
    /// characters `- _ . :`.
    static func accepted(_ text: String?) -> String? {
        guard let text, (1...64).contains(text.utf8.count) else { return nil }
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."),
                UInt8(ascii: ":"):
                true
            default: false
            }
        }
        return isPlain ? text : nil
    }
}
