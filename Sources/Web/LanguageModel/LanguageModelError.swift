/// Why a language model gave no text.
enum LanguageModelError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The configured address is no `http` or `https` URL.
    case badAddress(String)
    /// A key would travel over an unencrypted connection to another machine.
    case insecureKey(String)
    /// It answered with a status other than 200; redirects are not followed.
    case status(Int)
    /// Its answer is longer than what is read.
    case tooLarge(limit: Int)
    /// It gave no whole answer in time.
    case timedOut(seconds: Double)
    /// It could not be reached, or the connection broke.
    case unreachable(String)
    /// Its answer is not what an OpenAI-compatible endpoint sends.
    case unreadable(String)

    /// What went wrong and what is accepted.
    var description: String {
        switch self {
        case .badAddress(let address):
            "the language model's address is '\(address)'; accepted is an http or https URL with a host"
        case .insecureKey(let host):
            "the language model's key would be sent to '\(host)' unencrypted; use https, or an address of this machine"
        case .status(let status): "the language model answered with status \(status); accepted is 200"
        case .tooLarge(let limit): "the language model's answer is longer than \(limit) bytes"
        case .timedOut(let seconds): "the language model gave no answer within \(seconds) s"
        case .unreachable(let reason): "the language model cannot be reached: \(reason)"
        case .unreadable(let reason): "the language model's answer cannot be read: \(reason)"
        }
    }

    /// Whether the same request may work a moment later.
    var isPassing: Bool {
        switch self {
        case .status(let status): status == 429 || status >= 500
        case .unreachable: true
        case .badAddress, .insecureKey, .tooLarge, .timedOut, .unreadable: false
        }
    }
}
