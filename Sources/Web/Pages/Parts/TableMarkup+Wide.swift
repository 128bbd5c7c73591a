import Markup

extension TableMarkup.Cell {
    /// Running text: on a narrow screen its column stays wide enough to read and the table scrolls.
    static func wide(_ text: String) -> Self {
        wide { $0.text(text) }
    }

    /// Running text with markup.
    static func wide(_ content: (inout HTMLWriter) -> Void) -> Self {
        .fragment(HTMLFragment { $0.element("span", ["class": "wide"], content) })
    }
}
