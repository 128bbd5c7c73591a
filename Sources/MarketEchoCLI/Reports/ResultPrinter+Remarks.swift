extension ResultPrinter {
    /// Prints remarks under a title, the first ones where there are many; nothing where there are none.
    func print(remarks: [String], title: String) throws {
        guard !remarks.isEmpty else { return }
        let most = 10
        try print()
        try print(title: "\(title) (\(Format.count(remarks.count)))")
        for remark in remarks.prefix(most) {
            let lines = width.map { remark.wrapped(to: max($0 - 2, 20)) } ?? [remark]
            try print(lines.map { "  \($0)" })
        }
        if remarks.count > most {
            try print("  and \(Format.count(remarks.count - most)) more; --json lists all")
        }
    }
}
