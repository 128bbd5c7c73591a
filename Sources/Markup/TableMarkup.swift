/// A data table: caption, column headers, rows with row headers, numbers aligned on the decimal point.
///
/// It stands in a region that scrolls sideways and can be focused, so that a narrow screen and a keyboard reach
/// every column.
public struct TableMarkup: Sendable {
    /// How a column stands.
    public enum Alignment: Sendable, Hashable {
        /// To the left.
        case text
        /// To the right, on the decimal point, with so many decimals.
        case number(decimals: Int)
    }

    /// One column.
    public struct Column: Sendable {
        let header: String
        let alignment: Alignment

        /// Makes a column with a header, which names the unit of numbers.
        public init(_ header: String, _ alignment: Alignment = .text) {
            self.header = header
            self.alignment = alignment
        }

        /// A column of text.
        public static func text(_ header: String) -> Self { Self(header) }

        /// A column of numbers with so many decimals.
        public static func number(_ header: String, decimals: Int = 0) -> Self {
            Self(header, .number(decimals: decimals))
        }
    }

    private enum Row: Sendable {
        case cells([Cell], style: String?)
        case group(String)
    }

    private let caption: String
    private let label: String?
    private let columns: [Column]
    private let style: String?
    private let rowHeaders: Bool
    private let emptyText: String
    private var rows: [Row] = []

    /// Makes an empty table.
    ///
    /// - Parameters:
    ///   - caption: Says what the table shows; it also names the scrolling region.
    ///   - columns: The columns from left to right.
    ///   - style: The `class` of the table.
    ///   - rowHeaders: Whether the first cell of each row is the row's header.
    ///   - label: Names the scrolling region instead of the caption.
    ///   - emptyText: The sentence that stands in a table without rows.
    public init(
        caption: String,
        columns: [Column],
        class style: String? = nil,
        rowHeaders: Bool = true,
        label: String? = nil,
        emptyText: String = "Nothing here yet."
    ) {
        self.caption = caption
        self.columns = columns
        self.style = style
        self.rowHeaders = rowHeaders
        self.label = label
        self.emptyText = emptyText
    }

    /// Whether there is no row.
    public var isEmpty: Bool { rows.isEmpty }

    /// Adds a row; missing cells at its end read `–`, and cells beyond the columns are left out.
    public mutating func addRow(_ cells: [Cell], class style: String? = nil) {
        rows.append(.cells(cells, style: style))
    }

    /// Adds a heading for the rows that follow.
    public mutating func addGroup(_ title: String) {
        rows.append(.group(title))
    }

    /// The table as a fragment.
    public var fragment: HTMLFragment { HTMLFragment { write(to: &$0) } }

    /// Writes the table.
    public func write(to html: inout HTMLWriter) {
        let region: HTMLWriter.Attributes = [
            "class": "scroll", "tabindex": "0", "role": "region", "aria-label": label ?? caption,
        ]
        html.element("div", region) { html in
            html.element("table", ["class": style]) { html in
                html.element("caption", text: caption)
                writeHead(to: &html)
                html.element("tbody") { writeBody(to: &$0) }
            }
        }
    }

    private func writeHead(to html: inout HTMLWriter) {
        html.element("thead") { html in
            html.element("tr") { html in
                for column in columns {
                    html.element(
                        "th",
                        ["scope": "col", "class": column.alignment == .text ? nil : "num"],
                        text: column.header
                    )
                }
            }
        }
    }

    private func writeBody(to html: inout HTMLWriter) {
        for row in rows {
            switch row {
            case .cells(let cells, let style):
                html.element("tr", ["class": style]) { html in
                    for (position, column) in columns.enumerated() {
                        let cell = position < cells.count ? cells[position] : .number(nil)
                        write(cell, of: column, isHeader: rowHeaders && position == 0, to: &html)
                    }
                }
            case .group(let title):
                html.element("tr", ["class": "group"]) { html in
                    html.element("th", ["scope": "rowgroup", "colspan": "\(columns.count)"], text: title)
                }
            }
        }
        guard rows.isEmpty else { return }
        html.element("tr") { html in
            html.element("td", ["colspan": "\(columns.count)", "class": "empty"], text: emptyText)
        }
    }

    private func write(_ cell: Cell, of column: Column, isHeader: Bool, to html: inout HTMLWriter) {
        let style: String? = column.alignment == .text ? nil : "num"
        if isHeader {
            html.element("th", ["scope": "row", "class": style]) { cell.write(in: column.alignment, to: &$0) }
        } else {
            html.element("td", ["class": style]) { cell.write(in: column.alignment, to: &$0) }
        }
    }
}
