import Models

/// What the gate measured: one table a head, a row for each slot.
struct GateTables {
    private let decisions: [(cell: Cell, decision: GateDecision)]

    init(_ decisions: [(cell: Cell, decision: GateDecision)]) {
        self.decisions = decisions.sorted { $0.cell < $1.cell }
    }

    /// Prints the tables of the heads that were tested.
    func print(to results: ResultPrinter) throws {
        for head in [Head.magnitude, .direction] {
            let table = table(of: head)
            guard !table.isEmpty else { continue }
            try results.print()
            try results.print(title: title(of: head))
            try results.print(table)
        }
    }

    private func title(of head: Head) -> String {
        switch head {
        case .magnitude: "Magnitude, out of sample: mean absolute error in impact points"
        case .direction: "Direction, out of sample: Brier score of the probability of a positive return"
        }
    }

    private func table(of head: Head) -> TextTable {
        let baselines: [TextTable.Column] =
            head == .magnitude
            ? [.number("base\nscore"), .number("item\ngroup")] : [.number("base\nrate")]
        var table = TextTable(
            [.text("slot"), .number("events"), .number("com-\npanies"), .number("days"), .number("model")]
                + baselines
                + [
                    .number("saved"), .number("at least\n(95 %)"), .number("p\n(Holm)"), .text("gate"),
                ]
        )
        let digits = head == .magnitude ? 2 : 4
        for (cell, decision) in decisions {
            let head = decision.head(head)
            guard let test = head.againstBaseline else { continue }
            // What is saved is measured against the harder of the baselines, as the gate does.
            let tests = [test] + (head.againstItemGroupMedian.map { [$0] } ?? [])
            let hardest = tests.min { $0.meanSkill < $1.meanSkill } ?? test
            var cells = [
                cell.key, Format.count(test.n), Format.count(test.companies), Format.count(test.days),
                Format.decimal(test.modelLoss, digits: digits),
                Format.decimal(test.baselineLoss, digits: digits),
            ]
            if head.head == .magnitude {
                cells.append(
                    head.againstItemGroupMedian.map { Format.decimal($0.baselineLoss, digits: digits) }
                        ?? Format.missing
                )
            }
            cells += [
                Format.signed(hardest.meanSkill, digits: digits),
                Format.signed(hardest.lowerBound, digits: digits), Format.pValue(test.adjustedP),
                head.passed ? "passed" : "refused",
            ]
            table.add(cells)
        }
        return table
    }
}
