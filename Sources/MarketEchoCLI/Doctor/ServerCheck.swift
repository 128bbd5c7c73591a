import Storage
import Web

/// Looks at whether the server would start as it is configured.
enum ServerCheck {
    static func findings(_ session: Session) -> [Finding] {
        let live = try? session.openStore().read { try AccessTokenStore($0).liveDigests().count }
        return [finding(session, liveTokens: live)]
    }

    private static func finding(_ session: Session, liveTokens: Int?) -> Finding {
        let settings = session.serverSettings
        let place = "\(settings.host), port \(settings.port == 0 ? "any free one" : "\(settings.port)")"
        guard !settings.isLoopback || settings.alwaysRequiresToken else {
            return .fine("server", "\(place), reachable from this machine only, no access token needed")
        }
        guard let liveTokens else {
            return .advice(
                "server",
                "\(place), needs an access token; without a database none can be looked for."
            )
        }
        guard liveTokens > 0 else {
            return .broken(
                "server",
                "\(place), needs an access token and there is none. Make one with 'market-echo tokens create NAME'."
            )
        }
        let text = "\(place), \(Words.count(liveTokens, "live access token"))"
        guard settings.allowedHosts.isEmpty else { return .fine("server", text) }
        return .advice(
            "server",
            "\(text). Name the hosts under which it is addressed in server.allowed_hosts, so that others are refused."
        )
    }
}
