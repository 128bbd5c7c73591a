/// Where the server listens and what it lets through.
public struct WebSettings: Sendable, Equatable {
    /// The address to listen on; anything but a loopback address needs a token.
    public var host = "127.0.0.1"
    /// The port; 0 for any free one.
    public var port = 8080
    /// Whether a token is asked for on loopback too, for example behind a reverse proxy.
    public var alwaysRequiresToken = false
    /// Host names under which the server may be addressed beside its own; the defence against DNS rebinding.
    public var allowedHosts: [String] = []
    /// Requests a minute and client, 0 for no limit; nil for 600, and for no limit on loopback.
    public var requestsPerMinute: Int?
    /// Minutes for which monitoring and backtesting figures are served from memory, 5...15.
    public var reportMinutes = 10
    /// The longest request body in bytes.
    public var largestBody = 65_536
    /// Seconds that requests in flight have to finish at shutdown.
    public var shutdownSeconds = 20
    /// The optional language model that may rephrase answers; nil for none.
    public var languageModel: LanguageModelSettings?

    /// Requests a minute and client where a limit was not set and others can reach the server.
    public static let standardRequestsPerMinute = 600

    /// Creates the standard settings.
    public init() {}

    /// The limit that is in force; 0 for none.
    var requestLimit: Int {
        requestsPerMinute ?? (isLoopback ? 0 : Self.standardRequestsPerMinute)
    }

    /// Whether the address can be reached from this machine only.
    public var isLoopback: Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}

/// An OpenAI-compatible endpoint that may rephrase RadarQuant's answers.
public struct LanguageModelSettings: Sendable, Equatable {
    /// Base address, for example `http://127.0.0.1:11434/v1`.
    public var baseURL: String
    /// Name of the model.
    public var model: String
    /// The key that is sent with each request and never logged; empty for none.
    public var apiKey: String
    /// Seconds after which the plain text is shown instead.
    public var timeoutSeconds: Int

    /// Creates settings.
    public init(baseURL: String, model: String, apiKey: String = "", timeoutSeconds: Int = 20) {
        self.baseURL = baseURL
        self.model = model
        self.apiKey = apiKey
        self.timeoutSeconds = timeoutSeconds
    }
}
