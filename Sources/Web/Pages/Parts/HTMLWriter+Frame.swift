import Markup

/// The frame of a page's content: title, sections, facts, figures in a row.
extension HTMLWriter {
    /// The head of a page: way back, title, mark, and one sentence that says what the page answers.
    mutating func pageTitle(
        _ title: String,
        mark: String? = nil,
        lede: String,
        crumbs: [(text: String, address: String)] = []
    ) {
        if !crumbs.isEmpty {
            element("nav", ["class": "crumbs", "aria-label": "Where this page is"]) { html in
                for crumb in crumbs {
                    html.link(crumb.text, to: crumb.address)
                    html.raw(" <span aria-hidden=\"true\">/</span> ")
                }
                html.element("span", ["aria-current": "page"], text: title)
            }
        }
        element("div", ["class": "title"]) { html in
            html.element("h1", text: title)
            if let mark { html.mark(mark) }
        }
        element("p", ["class": "lede"], text: lede)
    }

    /// A small framed word such as `Prototype`.
    mutating func mark(_ text: String) {
        element("span", ["class": "mark"], text: text)
    }

    /// A section with its heading.
    ///
    /// - Parameters:
    ///   - id: Identity of the heading, unique on the page; links lead to it.
    ///   - title: The heading.
    ///   - mark: A framed word beside it.
    ///   - aside: A short text at the end of the line, for example `as of …`.
    ///   - content: Writes the section.
    mutating func block(
        _ id: String,
        _ title: String,
        mark: String? = nil,
        aside: HTMLFragment = .empty,
        _ content: (inout Self) -> Void
    ) {
        element("section", ["class": "block", "aria-labelledby": id]) { html in
            html.element("div", ["class": "block-head"]) { html in
                html.element("h2", ["id": id], text: title)
                if let mark { html.mark(mark) }
                if !aside.isEmpty {
                    html.element("span", ["class": "aside"]) { $0.append(aside) }
                }
            }
            content(&html)
        }
    }

    /// A heading within a section.
    mutating func subheading(_ title: String, id: String? = nil) {
        element("h3", ["class": "sub", "id": id], text: title)
    }

    // MARK: Facts

    /// A list of facts; write them with `fact`.
    mutating func facts(_ content: (inout Self) -> Void) {
        element("dl", ["class": "facts"], content)
    }

    /// One fact with markup; only within `facts`.
    mutating func fact(_ name: String, _ content: (inout Self) -> Void) {
        element("dt", text: name)
        element("dd", [:], content)
    }

    /// One fact of text, only within `facts`; nil and empty text leave it out.
    mutating func fact(_ name: String, text: String?) {
        guard let text, !text.isEmpty else { return }
        element("dt", text: name)
        element("dd", text: text)
    }

    // MARK: Figures in a row

    /// Figures in a row: label above, number, what it rests on below.
    mutating func stats(_ stats: [Stat]) {
        element("dl", ["class": "stats"]) { html in
            for stat in stats {
                html.element("div") { html in
                    html.element("dt", text: stat.label)
                    html.element("dd", text: stat.value)
                    if !stat.note.isEmpty {
                        html.element("dd", ["class": "note-dd"]) { $0.append(stat.note) }
                    }
                }
            }
        }
    }
}

/// One figure of a row.
struct Stat: Sendable {
    /// What it is.
    let label: String
    /// The number as text.
    let value: String
    /// What it rests on.
    let note: HTMLFragment

    /// A figure with a plain note.
    init(_ label: String, _ value: String, note: String = "") {
        self.label = label
        self.value = value
        self.note = note.isEmpty ? .empty : HTMLFragment(text: note)
    }

    /// A figure with a note in markup.
    init(_ label: String, _ value: String, note: HTMLFragment) {
        self.label = label
        self.value = value
        self.note = note
    }
}
