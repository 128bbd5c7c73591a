import Web

extension ConfigurationKey {
    /// The keys of the server and of the language model, in the order of the reference page.
    static let server: [ConfigurationKey] = [
        .text(
            "server.host",
            \.server.web.host,
            accepted: "a name or an IP address of this machine",
            meaning: "Where the server listens; anything but a loopback address needs an access token.",
            option: "--host",
            allows: isHost
        ),
        .integer(
            "server.port",
            \.server.web.port,
            in: 0...65_535,
            meaning: "The port; 0 takes any free one.",
            option: "--port"
        ),
        .choice(
            "server.require_token",
            \.server.tokenRule,
            meaning: "When internal pages need an access token: auto off loopback, always on loopback too."
        ),
        .text(
            "server.allowed_hosts",
            \.server.allowedHosts,
            accepted: "host names with commas between, or empty",
            meaning: "Names under which the server may be addressed, beside its own address.",
            allows: { ServerConfiguration.names(in: $0).allSatisfy(isHost) }
        ),
        .integer(
            "server.requests_per_minute",
            \.server.requestsPerMinute,
            in: 0...1_000_000,
            meaning:
                "Requests a minute and client, 0 for no limit; on loopback there is one only if it is set."
        ),
        .integer(
            "server.report_cache_minutes",
            \.server.web.reportMinutes,
            in: 5...15,
            meaning: "Minutes for which monitoring and backtesting figures are served from memory."
        ),
        .integer(
            "server.largest_body_bytes",
            \.server.web.largestBody,
            in: 1_024...16_777_216,
            meaning: "The longest body of a request."
        ),
        .integer(
            "server.shutdown_seconds",
            \.server.web.shutdownSeconds,
            in: 1...300,
            meaning: "Seconds that requests in flight have to finish when the server stops."
        ),
        .text(
            "language_model.base_url",
            \.server.languageModel.baseURL,
            accepted: "an http or https address such as http://127.0.0.1:11434/v1, or empty for none",
            meaning: "An OpenAI-compatible endpoint that may rephrase RadarQuant's answers.",
            allows: { $0.isEmpty || $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        ),
        .text(
            "language_model.model",
            \.server.languageModel.model,
            accepted: "a name; empty only where `language_model.base_url` is",
            meaning: "The model that rephrases.",
            allows: { _ in true }
        ),
        .text(
            "language_model.api_key",
            \.server.languageModel.apiKey,
            accepted: "a key, or empty for none",
            meaning: "The key that is sent to the endpoint.",
            isSecret: true,
            allows: { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }
        ),
        .integer(
            "language_model.timeout_seconds",
            \.server.languageModel.timeoutSeconds,
            in: 1...120,
            meaning: "Seconds after which the plain text is shown instead."
        ),
    ]

    /// Whether a text can name a host: letters, digits and the characters `. - :`, an IPv6 address in brackets or without.
    static func isHost(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: ".-:[]_".utf8.contains(byte)
                }
            }
    }
}
