import Markup

/// A page as values: everything that its markup is made from, so that it can be looked at without a server.
protocol Page: Sendable {
    /// The title in the browser's tab, before the program's name.
    var title: String { get }
    /// One sentence for search engines and link previews.
    var description: String { get }
    /// Where it stands in the navigation; nil for pages that do not.
    var place: PageShell.Place? { get }
    /// Writes what stands in `main`.
    func write(to html: inout HTMLWriter)
}

extension Page {
    /// What stands in `main`.
    var content: HTMLFragment {
        var writer = HTMLWriter(capacity: 32_768)
        write(to: &writer)
        return writer.fragment
    }

    /// The whole document.
    func document(canSignOut: Bool, version: String) -> String {
        PageShell.document(
            title: title,
            description: description,
            place: place,
            content: content,
            canSignOut: canSignOut,
            version: version
        )
    }
}
