/// A table for a terminal: a header, a thin rule, numbers aligned on the point, text on the left.
struct TextTable {
    /// One column.
    struct Column {
        /// How the cells stand.
        enum Kind: Equatable {
            /// On the left.
            case text
            /// On the left, in several lines where the table would be too wide.
            case prose
            /// Numbers point under point, the header on the right.
            case number
        }

        /// The header with the unit; it may have several lines.
        let header: String
        let kind: Kind

        /// A column of words.
        static func text(_ header: String) -> Column { Column(header: header, kind: .text) }

        /// A column of sentences.
        static func prose(_ header: String) -> Column { Column(header: header, kind: .prose) }

        /// A column of numbers.
        static func number(_ header: String) -> Column { Column(header: header, kind: .number) }
    }

    let columns: [Column]
    private var rows: [Row] = []

    private enum Row {
        case cells([String])
        case rule
    }

    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Whether there is no row.
    var isEmpty: Bool { rows.isEmpty }

    /// Adds a row; missing cells are empty.
    mutating func add(_ cells: [String]) {
        precondition(cells.count <= columns.count, "a row has more cells than the table has columns")
        rows.append(.cells(cells + Array(repeating: "", count: columns.count - cells.count)))
    }

    /// Adds a thin rule, before totals.
    mutating func addRule() { rows.append(.rule) }

    /// The lines of the table.
    ///
    /// - Parameters:
    ///   - width: the most characters a line should have; nil for no limit.
    ///   - style: how headers and rules look.
    /// - Returns: header, rule and rows without trailing spaces.
    func lines(width: Int? = nil, style: TextStyle = .plain) -> [String] {
        let layout = layout(width: width)
        let length = min(layout.total, width ?? Self.longestRule)
        let rule = style.dim(String(repeating: "─", count: length))
        var lines = headerLines(layout).map(style.bold)
        lines.append(rule)
        var row = 0
        for entry in rows {
            switch entry {
            case .rule: lines.append(rule)
            case .cells:
                lines += bodyLines(row, layout)
                row += 1
            }
        }
        return lines
    }

    // MARK: Layout

    /// Length of a rule where lines may have any length.
    private static let longestRule = 100

    private struct Layout {
        /// Cells by column, then row, numbers aligned already.
        var cells: [[String]]
        var widths: [Int]
        var gap: Int
        var total: Int { widths.reduce(0, +) + gap * max(widths.count - 1, 0) }
    }

    private func layout(width: Int?) -> Layout {
        var cells: [[String]] = []
        var widths: [Int] = []
        for (position, column) in columns.enumerated() {
            var texts: [String] = rows.compactMap { row in
                if case .cells(let cells) = row { cells[position] } else { nil }
            }
            if column.kind == .number { texts = NumberColumn(texts).texts }
            cells.append(texts)
            widths.append(max(headerWidth(column), texts.map(\.count).max() ?? 0))
        }
        var layout = Layout(cells: cells, widths: widths, gap: 2)
        guard let width else { return layout }
        if layout.total > width { shrinkProse(&layout, to: width) }
        if layout.total > width { layout.gap = 1 }
        return layout
    }

    /// Takes what is too much from the widest prose column, down to a readable width.
    private func shrinkProse(_ layout: inout Layout, to width: Int) {
        let narrowest = 16
        while layout.total > width {
            let candidates = columns.indices.filter {
                columns[$0].kind == .prose && layout.widths[$0] > max(narrowest, headerWidth(columns[$0]))
            }
            guard let widest = candidates.max(by: { layout.widths[$0] < layout.widths[$1] }) else { return }
            layout.widths[widest] -= 1
        }
    }

    private func headerWidth(_ column: Column) -> Int {
        column.header.split(separator: "\n").map(\.count).max() ?? 0
    }

    // MARK: Lines

    private func headerLines(_ layout: Layout) -> [String] {
        let headers = columns.map { $0.header.split(separator: "\n").map(String.init) }
        let height = headers.map(\.count).max() ?? 0
        return (0..<height).map { line in
            joined(layout) { position in
                let lines = headers[position]
                let index = line - (height - lines.count)
                return index < 0 ? "" : lines[index]
            }
        }
    }

    private func bodyLines(_ row: Int, _ layout: Layout) -> [String] {
        let parts = columns.indices.map { position in
            let text = layout.cells[position][row]
            let isProse = columns[position].kind == .prose
            return isProse && text.count > layout.widths[position]
                ? text.wrapped(to: layout.widths[position]) : [text]
        }
        let height = parts.map(\.count).max() ?? 1
        return (0..<height).map { line in
            joined(layout) { position in
                line < parts[position].count ? parts[position][line] : ""
            }
        }
    }

    private func joined(_ layout: Layout, cell: (Int) -> String) -> String {
        columns.indices.map { position in
            columns[position].kind == .number
                ? cell(position).leftPadded(to: layout.widths[position])
                : cell(position).rightPadded(to: layout.widths[position])
        }.joined(separator: String(repeating: " ", count: layout.gap)).withoutTrailingSpaces
    }
}
