public import Fetching

extension FetchRequest {
    /// Whether the address is one that may be asked: https, or http on loopback.
    public var isAllowed: Bool {
        url.hasPrefix("https://") || url.hasPrefix("http://127.0.0.1:") || url.hasPrefix("http://localhost:")
    }
}
