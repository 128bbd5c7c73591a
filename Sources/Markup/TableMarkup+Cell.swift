extension TableMarkup {
    /// What stands in one place of a table.
    public enum Cell: Sendable, ExpressibleByStringLiteral {
        /// Text.
        case text(String)
        /// A number with the decimals of its column; `–` for nil.
        case number(Double?)
        /// A number with decimals of its own, at most those of its column, with its point below the others.
        case decimal(Double?, decimals: Int)
        /// A number with its sign and the decimals of its column.
        case signed(Double?)
        /// A whole number with thousands separators.
        case count(Int?)
        /// A number with an interval behind it, with the decimals of its column: `58.2 [54.1, 62.2]`.
        case interval(Double?, lower: Double?, upper: Double?)
        /// Markup, such as a link.
        case fragment(HTMLFragment)

        /// Makes a cell of text.
        public init(stringLiteral value: String) {
            self = .text(value)
        }

        func write(in alignment: Alignment, to html: inout HTMLWriter) {
            let decimals = alignment.decimals
            switch self {
            case .text(let text): html.text(text)
            case .fragment(let fragment): html.append(fragment)
            case .number(let value):
                html.decimal(value, decimals: decimals)
                if value?.isFinite != true { html.text(Self.padding(from: 0, to: decimals)) }
            case .decimal(let value, let own):
                let written = min(own, decimals)
                html.decimal(value, decimals: written)
                html.text(Self.padding(from: value?.isFinite == true ? written : 0, to: decimals))
            case .signed(let value):
                html.text(NumberText.signed(value, decimals: decimals))
                if value?.isFinite != true { html.text(Self.padding(from: 0, to: decimals)) }
            case .count(let value):
                if let value { html.count(value) } else { html.text(NumberText.missing) }
                html.text(Self.padding(from: 0, to: decimals))
            case .interval(let value, let lower, let upper):
                html.text(NumberText.interval(value, lower: lower, upper: upper, decimals: decimals))
            }
        }

        /// Spaces as wide as the decimals that are not there: a punctuation space for the point and a figure
        /// space for each digit.
        private static func padding(from written: Int, to decimals: Int) -> String {
            guard written < decimals else { return "" }
            let point = written == 0 ? "\u{2008}" : ""
            return point + String(repeating: "\u{2007}", count: decimals - written)
        }
    }
}

extension TableMarkup.Alignment {
    /// Decimals of the column's numbers; none in a column of text.
    var decimals: Int {
        switch self {
        case .text: 0
        case .number(let decimals): decimals
        }
    }
}
