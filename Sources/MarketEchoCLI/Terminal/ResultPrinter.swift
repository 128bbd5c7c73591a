import JSONText

/// Prints results on standard output.
struct ResultPrinter {
    let sink: any ByteSink
    /// The most characters of a line; nil for no limit.
    let width: Int?
    let style: TextStyle

    /// Prints lines.
    func print(_ lines: [String]) throws {
        for line in lines { try sink.write(style.drawable(line) + "\n") }
    }

    /// Prints a line.
    func print(_ line: String = "") throws { try print([line]) }

    /// Prints the line above a table.
    func print(title: String) throws { try print(style.bold(title)) }

    /// Prints a sentence, broken at the width of the terminal.
    func print(sentence: String) throws {
        try print(width.map { sentence.wrapped(to: max($0, 20)) } ?? [sentence])
    }

    /// Prints named facts under one another, long ones in several lines.
    func print(facts: [(name: String, value: String)]) throws {
        let indent = (facts.map(\.name.count).max() ?? 0) + 2
        for fact in facts {
            let lines = width.map { fact.value.wrapped(to: max($0 - indent, 20)) } ?? [fact.value]
            for (position, line) in lines.enumerated() {
                try print((position == 0 ? fact.name : "").rightPadded(to: indent) + line)
            }
        }
    }

    /// Prints a table.
    func print(_ table: TextTable) throws {
        try print(table.lines(width: width, style: style))
    }

    /// Prints one JSON document.
    func print(json value: some JSONWritable) throws {
        try sink.write(JSONWriter.text(value, style: .pretty) + "\n")
    }
}
