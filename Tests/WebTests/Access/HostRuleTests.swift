import HTTPTypes
import Testing

@testable import Web

@Suite
struct HostRuleTests {
    private func status(_ host: String?, _ settings: WebSettings) -> Int {
        do {
            try HostRule(settings).check(host)
            return 200
        } catch {
            return error.status.code
        }
    }

    @Test(
        arguments: [
            ("localhost", 200), ("localhost:8080", 200), ("LOCALHOST:1", 200), ("127.0.0.1:8080", 200),
            ("127.0.0.1", 200),
            ("[::1]:8080", 200), ("[::1]", 200),
            ("evil.example", 421), ("evil.example:8080", 421), ("localhost.evil.example", 421),
            ("127.0.0.1.evil.example:80", 421), ("evil@localhost", 421), ("0.0.0.0", 421), ("127.0.0.2", 421),
            ("", 400), (nil, 400),
        ] as [(String?, Int)]
    )
    func `on loopback only this machine's names are known`(_ host: String?, _ expected: Int) {
        #expect(status(host, WebSettings()) == expected)
    }

    @Test
    func `allowed hosts are known beside`() {
        var settings = WebSettings()
        settings.allowedHosts = ["echo.example", "other.example:8443"]
        #expect(status("echo.example", settings) == 200)
        #expect(status("ECHO.example:443", settings) == 200)
        #expect(status("other.example", settings) == 200)
        #expect(status("localhost", settings) == 200)
        #expect(status("evil.example", settings) == 421)
    }

    @Test
    func `off loopback any name is known unless some are named`() {
        var settings = WebSettings.reachable
        #expect(status("anything.example", settings) == 200)
        settings.allowedHosts = ["echo.example"]
        #expect(status("echo.example", settings) == 200)
        #expect(status("anything.example", settings) == 421)
        #expect(status("localhost", settings) == 421)
    }
}
