import Foundation

/// The address that chat requests go to.
struct ChatEndpoint: Sendable, Equatable {
    /// The address with its path.
    let url: String

    /// Builds the address of a configured endpoint.
    ///
    /// - Throws: `LanguageModelError` for anything but `http` and `https` URLs with a host, and where a key would travel
    ///   unencrypted to another machine.
    init(_ settings: LanguageModelSettings) throws(LanguageModelError) {
        guard let url = URL(string: settings.baseURL), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = url.host(), !host.isEmpty,
            url.user == nil, url.query == nil, url.fragment == nil
        else { throw .badAddress(Problem.shortened(settings.baseURL)) }
        guard scheme == "https" || settings.apiKey.isEmpty || Self.isLoopback(host) else {
            throw .insecureKey(host)
        }
        var base = settings.baseURL
        while base.hasSuffix("/") { base.removeLast() }
        self.url = base + "/chat/completions"
    }

    private static func isLoopback(_ host: String) -> Bool {
        let name = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        return name == "localhost" || name == "::1" || name.hasPrefix("127.")
    }
}
