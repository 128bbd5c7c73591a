import HTTPTypes
import Markup

/// The page of an error: what is wrong, what is accepted, where to go from here.
struct ErrorPage: Page {
    /// What went wrong.
    let problem: Problem
    /// The path that was asked for.
    let path: String
    /// Under which name the log has the request.
    let requestID: String

    var title: String { "\(problem.status.code) \(Self.name(problem.status))" }
    let description = "The request could not be answered."
    let place: PageShell.Place? = nil

    func write(to html: inout HTMLWriter) {
        html.element("div", ["class": "title"]) { html in
            html.element("h1", text: Self.name(problem.status))
            html.mark("\(problem.status.code)")
        }
        html.element("p", ["class": "lede"], text: problem.title)
        html.element("div", ["class": "failed"]) { html in
            html.element("p") { $0.outsideText("\(problem.detail.capitalizedFirst).", longest: 600) }
        }
        html.facts { html in
            html.fact("Asked for") { html in
                html.element("code") { $0.outsideText(path, longest: 200) }
            }
            html.fact("Request") { $0.element("code", text: requestID) }
        }
        html.element("p") { html in
            html.text("From here: ")
            html.link("Overview", to: "/")
            html.text(", ")
            html.link("Events", to: "/events")
            html.text(", ")
            html.link("About", to: "/about")
            html.text(".")
        }
    }

    private static func name(_ status: HTTPResponse.Status) -> String {
        switch status.code {
        case 400: "The request cannot be read"
        case 401: "Sign in first"
        case 403: "Not allowed"
        case 404: "Nothing is here"
        case 405: "Not possible here"
        case 413, 414: "Too long"
        case 429: "Too many requests"
        case 503: "Not available right now"
        case 500...: "The server failed"
        default: "The request could not be answered"
        }
    }
}

extension ErrorPage {
    /// The whole document of an error as bytes.
    static func bytes(_ facts: PageForms.ErrorFacts) -> [UInt8] {
        let page = ErrorPage(problem: facts.problem, path: facts.path, requestID: facts.requestID)
        return Array(page.document(canSignOut: facts.canSignOut, version: facts.version).utf8)
    }
}
