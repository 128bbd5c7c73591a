import Markup

/// The page with the field for an access token.
struct SignInPage: Page {
    /// Where to go afterwards, a path of this server.
    let next: String
    /// Why the latest try failed; nil at the first visit.
    let failure: String?

    let title = "Sign in"
    let description = "Internal diagnostics need an access token."
    let place: PageShell.Place? = nil

    func write(to html: inout HTMLWriter) {
        html.pageTitle(title, lede: "Internal diagnostics and data about the service need an access token.")
        if let failure {
            html.element("div", ["class": "failed", "role": "alert"]) { $0.element("p", text: failure) }
        }
        html.element("form", ["class": "filters", "method": "post", "action": "/sign-in"]) { html in
            html.void("input", ["type": "hidden", "name": "next", "value": next])
            html.element("div", ["class": "field"]) { html in
                html.element("label", ["for": "token"], text: "Access token")
                html.void(
                    "input",
                    [
                        "id": "token", "name": "token", "type": "password", "required": "", "size": "44",
                        "autocomplete": "current-password", "maxlength": "200",
                    ]
                )
            }
            html.element("button", ["class": "do", "type": "submit"], text: "Sign in")
        }
        html.element("p", ["class": "note"]) { html in
            html.text("A token is made on the server with ")
            html.element("code", text: "market-echo tokens create NAME")
            html.text(" and shown once.")
        }
    }
}

extension SignInPage {
    /// The whole document as bytes.
    static func bytes(_ facts: PageForms.SignInFacts) -> [UInt8] {
        let page = SignInPage(next: facts.next, failure: facts.failure)
        return Array(page.document(canSignOut: false, version: facts.version).utf8)
    }
}
