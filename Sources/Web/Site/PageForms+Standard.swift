import HTTPTypes
import Markup

extension PageForms {
    /// The pages as the program shows them.
    static let standard = PageForms(errorPage: errorPage, signInPage: signInPage)

    @Sendable
    private static func errorPage(_ facts: ErrorFacts) -> [UInt8] {
        let content = HTMLFragment { html in
            html.element("h1", text: facts.problem.title)
            html.element("p", text: facts.problem.detail)
            html.element("p") { html in
                html.text("Status \(facts.problem.status.code), request \(facts.requestID). ")
                html.link("Back to the overview", to: "/")
            }
        }
        return document(facts.problem.title, content, facts.canSignOut, facts.version)
    }

    @Sendable
    private static func signInPage(_ facts: SignInFacts) -> [UInt8] {
        let content = HTMLFragment { html in
            html.element("h1", text: "Sign in")
            html.element("p") { html in
                html.text("Internal diagnostics need an access token. Make one on the server with ")
                html.element("code", text: "market-echo tokens create NAME")
                html.text(".")
            }
            if let failure = facts.failure { html.element("p", ["role": "alert"], text: failure) }
            html.element("form", ["method": "post", "action": "/sign-in"]) { html in
                html.void("input", ["type": "hidden", "name": "next", "value": facts.next])
                html.element("label", ["for": "token"], text: "Access token")
                html.void(
                    "input",
                    [
                        "id": "token", "name": "token", "type": "password", "required": "",
                        "autocomplete": "current-password", "maxlength": "200",
                    ]
                )
                html.element("button", ["type": "submit"], text: "Sign in")
            }
        }
        return document("Sign in", content, false, facts.version)
    }

    private static func document(
        _ title: String,
        _ content: HTMLFragment,
        _ canSignOut: Bool,
        _ version: String
    ) -> [UInt8] {
        Array(
            PageShell.document(
                title: title,
                description: title,
                place: nil,
                content: content,
                canSignOut: canSignOut,
                version: version
            ).utf8
        )
    }
}
