import EngineTestSupport
import Logging
import Market
import Pipeline
import Storage

@testable import Web

extension TestSite {
    /// A site over an empty database of its own.
    static func empty(
        settings: WebSettings = WebSettings(),
        clock: TestClock = TestClock(),
        log: LogLines = LogLines(),
        routes: [Route] = AllRoutes.all,
        computation: ReportDesk.Computation? = nil
    ) throws -> TestSite {
        let store = try TemporaryDatabase().store()
        let job = JobContext(store: store, now: { clock.now }, logger: log.logger)
        return TestSite(job: job, settings: settings, routes: routes, computation: computation)
    }

    /// Makes an access token and lets the server know it.
    func makeToken(_ name: String) throws -> String {
        let secret = AccessSecret.token()
        let now = site.job.now()
        _ = try site.job.store.write { connection in
            try AccessTokenStore(connection)
                .create(name: name, sha256: AccessSecret.digest(of: secret), now: now)
        }
        try site.access.reload(site.job.store)
        return secret
    }
}

extension WebSettings {
    /// Settings of a server that other machines can reach.
    static var reachable: WebSettings {
        var settings = WebSettings()
        settings.host = "0.0.0.0"
        settings.requestsPerMinute = 0
        return settings
    }
}

extension TestSite {
    /// Revokes an access token and lets the server know it.
    func revokeToken(_ name: String) throws {
        let now = site.job.now()
        _ = try site.job.store.write { try AccessTokenStore($0).revoke(name: name, now: now) }
        try site.access.reload(site.job.store)
    }
}
