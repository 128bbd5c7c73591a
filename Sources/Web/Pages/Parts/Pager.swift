import Markup

/// Ways to the first and the next part of a list.
struct Pager: Sendable {
    /// Address of the list's start; nil where this is the start.
    let first: String?
    /// Address of the next part; nil at the end.
    let next: String?
    /// Names of the links, for example `Newest events` and `Older events`.
    let names: (first: String, next: String)

    /// Writes the links; nothing where the list has one part.
    func write(to html: inout HTMLWriter) {
        guard first != nil || next != nil else { return }
        html.element("nav", ["class": "pager", "aria-label": "Parts of the list"]) { html in
            if let first { html.link(names.first, to: first) }
            if let next { html.link(names.next, to: next, ["rel": "next"]) }
        }
    }
}
