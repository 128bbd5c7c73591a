import HTTPTypes
import HummingbirdCore
import Pipeline

/// Signing in and out with a form.
struct SignInRoutes: RouteGroup {
    var routes: [Route] {
        [
            Route(.get, "/sign-in", kind: .page, parameters: ["next"], caching: .never, answer: show),
            Route(.post, "/sign-in", kind: .page, caching: .never, answer: signIn),
            Route(.post, "/sign-out", kind: .page, caching: .never, answer: signOut),
        ]
    }

    @Sendable
    private func show(_ visit: Visit) throws -> Reply {
        let next = Self.localPath(try visit.query.text("next", longest: 2_000))
        guard !visit.isInsider else { return .redirect(to: next) }
        return page(visit, next: next, failure: nil, status: .ok)
    }

    @Sendable
    private func signIn(_ visit: Visit) async throws -> Reply {
        let form = try await FormBody(visit, accepted: ["token", "next"])
        let next = Self.localPath(form["next"])
        let token = form["token"]?.filter { !$0.isWhitespace } ?? ""
        let access = visit.site.access
        guard let name = try access.name(of: token, client: visit.client) else {
            visit.site.metrics.count { $0.refusedTokens += 1 }
            return page(visit, next: next, failure: "This token opens nothing.", status: .unauthorized)
        }
        let secret = access.sessions.start(tokenName: name, now: visit.site.job.now())
        var reply = Reply.redirect(to: next)
        reply.headers[.setCookie] = SessionCookie.setting(secret, isSecure: visit.isSecure)
        return reply
    }

    @Sendable
    private func signOut(_ visit: Visit) throws -> Reply {
        if let secret = SessionCookie.value(in: visit.request.headers[values: .cookie]) {
            visit.site.access.sessions.end(secret)
        }
        var reply = Reply.redirect(to: "/")
        reply.headers[.setCookie] = SessionCookie.removing(isSecure: visit.isSecure)
        return reply
    }

    private func page(
        _ visit: Visit,
        next: String,
        failure: String?,
        status: HTTPResponse.Status
    ) -> Reply {
        let facts = PageForms.SignInFacts(next: next, failure: failure, version: visit.site.version)
        return .html(visit.site.forms.signInPage(facts), status: status)
    }

    /// A path of this server to go to; `/` for anything else, so that no link here leads elsewhere.
    static func localPath(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.utf8.count <= 2_000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            !text.hasPrefix("/sign-")
        else { return "/" }
        return text
    }
}
