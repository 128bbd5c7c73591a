import HTTPTypes

/// Refuses requests that change or compute something and come from a page elsewhere (cross-site request forgery).
enum OriginRule {
    /// Checks a request that is no GET.
    ///
    /// Browsers name where a request comes from in `Sec-Fetch-Site` and `Origin`; programs send neither and pass.
    ///
    /// - Throws: `Problem` 403 for one from another origin.
    static func check(_ head: RequestHead) throws(Problem) {
        if let site = head.fetchSite, site != "same-origin", site != "none" {
            throw .otherOrigin("Sec-Fetch-Site", site)
        }
        guard let origin = head.origin else { return }
        guard let host = head.host, authority(of: origin) == host.lowercased() else {
            throw .otherOrigin("Origin", origin)
        }
    }

    /// The host and port of an origin such as `https://example.org:8443`; nil for an opaque one.
    private static func authority(of origin: String) -> String? {
        for scheme in ["http://", "https://"] where origin.lowercased().hasPrefix(scheme) {
            return String(origin.dropFirst(scheme.count)).lowercased()
        }
        return nil
    }
}

extension Problem {
    /// 403: the request comes from a page of another origin.
    static func otherOrigin(_ header: String, _ value: String) -> Problem {
        Problem(
            .forbidden,
            kind: "other-origin",
            title: "The request comes from another site.",
            detail:
                "\(header) is '\(shortened(value))'; accepted are requests from this server's own pages and from "
                + "programs"
        )
    }
}
