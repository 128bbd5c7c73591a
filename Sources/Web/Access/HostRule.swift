import HTTPTypes

/// The names under which the server answers, the defence against DNS rebinding: a page elsewhere whose name was made to
/// point here sends its own name as host.
struct HostRule: Sendable {
    private let names: Set<String>
    private let isOpen: Bool

    /// Makes the rule of a server's settings.
    ///
    /// On loopback the names of this machine and the allowed ones are accepted; elsewhere the allowed ones and the address
    /// itself, or any name where none is allowed by name.
    init(_ settings: WebSettings) {
        var names: Set<String> = []
        for host in settings.allowedHosts { names.insert(Self.name(of: host)) }
        isOpen = !settings.isLoopback && names.isEmpty
        if settings.isLoopback { names.formUnion(["localhost", "127.0.0.1", "::1"]) }
        names.insert(Self.name(of: settings.host))
        self.names = names
    }

    /// Refuses a host under which the server is not known.
    ///
    /// - Throws: `Problem` 400 where there is no host, 421 for another one.
    func check(_ host: String?) throws(Problem) {
        guard let host, !host.isEmpty else {
            throw .malformed("there is no Host header; HTTP/1.1 needs one")
        }
        guard !isOpen, !names.contains(host), !names.contains(Self.name(of: host)) else { return }
        throw Problem(
            .misdirectedRequest,
            kind: "unknown-host",
            title: "The server is not known under this name.",
            detail:
                "Host is '\(Problem.shortened(host))'; accepted are the server's own address and the names in "
                + "server.allowed_hosts"
        )
    }

    /// A host without its port and brackets, lower case.
    static func name(of host: String) -> String {
        let text = host.lowercased()
        if text.hasPrefix("[") { return String(text.dropFirst().prefix { $0 != "]" }) }
        guard text.filter({ $0 == ":" }).count == 1 else { return text }
        return String(text.prefix { $0 != ":" })
    }
}
