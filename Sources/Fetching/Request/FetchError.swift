/// Why a request gave no answer, after all tries.
public struct FetchError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public enum Reason: Sendable, Hashable {
        /// The address is not one that may be asked.
        case badAddress
        /// The service refused with this status; 404 means that there is no such document.
        case status(Int)
        /// No connection could be made, or it broke before the end.
        case connection
        /// The answer took longer than allowed.
        case timeout
        /// The body is longer than allowed.
        case tooLarge(limit: Int)
        /// The service sent the request elsewhere, to another host.
        case redirected(to: String)
        /// The body ended before its stated length, or its compression is broken.
        case broken
        /// The request was given up since the program ends.
        case cancelled
    }

    /// The address, without secrets.
    public var url: String
    /// What went wrong.
    public var reason: Reason
    /// What the service or the system said, one short line.
    public var detail: String
    /// How often it was tried.
    public var attempts: Int
    /// Seconds for which the service wants to be left alone; nil where it said nothing.
    public var retryAfterSeconds: Double?

    /// Creates an error.
    public init(
        url: String,
        reason: Reason,
        detail: String = "",
        attempts: Int = 1,
        retryAfterSeconds: Double? = nil
    ) {
        self.url = url
        self.reason = reason
        self.detail = detail
        self.attempts = attempts
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// Whether there is no such document.
    public var isMissing: Bool { reason == .status(404) || reason == .status(410) }

    /// The address, what went wrong and how often it was tried.
    public var description: String {
        let what =
            switch reason {
            case .badAddress: "this address may not be asked"
            case .status(let code): "the service answered with status \(code)"
            case .connection: "no connection, or it broke"
            case .timeout: "the answer took too long"
            case .tooLarge(let limit): "the answer is longer than \(limit) bytes"
            case .redirected(let target): "the service points to another host, \(target)"
            case .broken: "the answer ended too early or is damaged"
            case .cancelled: "given up since the program ends"
            }
        let said = detail.isEmpty ? "" : " (\(detail))"
        let tries = attempts == 1 ? "" : " after \(attempts) tries"
        return "\(url): \(what)\(said)\(tries)"
    }
}
