import Testing
import Web

@testable import MarketEchoCLI

@Suite
struct ServerConfigurationTests {
    private func load(_ options: [String: String]) throws(ConfigurationError) -> LoadedConfiguration {
        try ConfigurationLoader(options: options).load()
    }

    @Test
    func `by default the server is for this machine, without limit and without language model`() {
        let settings = ServerConfiguration().settings(limitIsSet: false)
        #expect(settings == WebSettings())
        #expect(settings.isLoopback)
        #expect(settings.requestsPerMinute == nil)
        #expect(settings.languageModel == nil)
    }

    @Test
    func `what is set reaches the server`() throws {
        let loaded = try load([
            "server.host": "0.0.0.0", "server.port": "9000", "server.require_token": "always",
            "server.allowed_hosts": "a.example, b.example,", "server.requests_per_minute": "30",
            "language_model.base_url": "http://127.0.0.1:1/v1", "language_model.model": "small",
        ])
        let settings = loaded.values.server.settings(limitIsSet: true)
        #expect(settings.host == "0.0.0.0" && settings.port == 9_000 && !settings.isLoopback)
        #expect(settings.alwaysRequiresToken)
        #expect(settings.allowedHosts == ["a.example", "b.example"])
        #expect(settings.requestsPerMinute == 30)
        #expect(settings.languageModel?.model == "small")
    }

    @Test(arguments: [
        ("server.host", ""), ("server.host", "a b"), ("server.host", "http://x"), ("server.port", "65536"),
        ("server.port", "-1"), ("server.port", "http"), ("server.require_token", "never"),
        ("server.allowed_hosts", "a.example; b.example"), ("server.requests_per_minute", "-1"),
        ("server.report_cache_minutes", "4"), ("server.report_cache_minutes", "16"),
        ("server.largest_body_bytes", "1023"), ("server.shutdown_seconds", "0"),
        ("language_model.base_url", "ftp://x"), ("language_model.timeout_seconds", "121"),
        ("language_model.api_key", "a b"), ("language_model.api_key", "a\nb"),
    ])
    func `a bad value is refused by its name with what is accepted`(_ key: String, _ value: String) {
        let error = #expect(throws: ConfigurationError.self) { try load([key: value]) }
        #expect(error?.description.contains(key) == true)
        #expect(error?.description.contains("accepted is") == true)
        if key.hasSuffix("api_key") { #expect(error?.description.contains(value) == false) }
    }

    @Test(arguments: ["5", "15"])
    func `five to fifteen minutes are accepted for the reports`(_ minutes: String) throws {
        #expect(
            try load(["server.report_cache_minutes": minutes]).values.server.web.reportMinutes == Int(minutes)
        )
    }

    @Test
    func `an endpoint needs the name of a model`() {
        let error = #expect(throws: ConfigurationError.self) {
            try load(["language_model.base_url": "http://127.0.0.1:1/v1"])
        }
        #expect(error?.description.contains("language_model.model") == true)
    }
}
