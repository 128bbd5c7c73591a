extension ContributionPaths {
    /// Room for the sums of one way, made once for many rows.
    private struct Scratch {
        /// `weights[players - 1][size]`: Shapley's weight of a coalition of that size among the other players.
        let weights: [[Double]]
        /// `sums[size]`: sum over coalitions of that size of the shares of those left out.
        var sums: [Double]
        /// Elements that the row follows.
        var followed: [Int] = []

        init(longest: Int) {
            weights = (0..<max(longest, 1)).map { others in
                // size! (players - size - 1)! / players! = 1 / (players * C(players - 1, size))
                var binomial = 1.0
                return (0...others).map { size in
                    defer { binomial *= Double(others - size) / Double(size + 1) }
                    return 1 / (Double(others + 1) * binomial)
                }
            }
            sums = [Double](repeating: 0, count: longest + 1)
            followed.reserveCapacity(longest)
        }
    }

    /// Returns the contributions of all rows, row-major, the bias last in each.
    func contributions(_ rows: DenseRows) -> [Double] {
        let width = rows.columnCount + 1
        var result = [Double](repeating: 0, count: rows.rowCount * width)
        var scratch = Scratch(longest: longest)
        unsafe result.withUnsafeMutableBufferPointer { result in
            unsafe rows.values.withUnsafeBufferPointer { values in
                for row in 0..<rows.rowCount {
                    let base = row * width
                    let first = row * rows.columnCount
                    for leaf in leaves {
                        unsafe add(
                            leaf,
                            of: UnsafeBufferPointer(rebasing: values[first..<first + width - 1]),
                            to: UnsafeMutableBufferPointer(rebasing: result[base..<base + width]),
                            &scratch
                        )
                    }
                    unsafe result[base + width - 1] = bias
                }
            }
        }
        return result
    }

    private func add(
        _ leaf: Leaf,
        of row: UnsafeBufferPointer<Float>,
        to result: UnsafeMutableBufferPointer<Double>,
        _ scratch: inout Scratch
    ) {
        let players = leaf.end - leaf.start
        guard players > 0 else { return }
        scratch.followed.removeAll(keepingCapacity: true)
        var left = leaf.value
        scratch.sums[0] = 1
        for index in leaf.start..<leaf.end {
            let element = elements[index]
            let value = unsafe row[Int(element.column)]
            let follows =
                value.isNaN ? element.missingFollows : value >= element.lower && value < element.upper
            guard follows else {
                left *= element.share
                continue
            }
            // Multiplies the polynomial of the coalitions by (share + t).
            let count = scratch.followed.count
            scratch.sums[count + 1] = scratch.sums[count]
            for size in stride(from: count, to: 0, by: -1) {
                scratch.sums[size] = scratch.sums[size] * element.share + scratch.sums[size - 1]
            }
            scratch.sums[0] *= element.share
            scratch.followed.append(index)
        }
        guard left != 0 else { return }
        let weights = scratch.weights[players - 1]
        let count = scratch.followed.count
        if count < players {
            var total = 0.0
            for size in 0...count { total += weights[size] * scratch.sums[size] }
            for index in leaf.start..<leaf.end where !scratch.followed.contains(index) {
                unsafe result[Int(elements[index].column)] -= left * total
            }
        }
        for index in scratch.followed {
            // Divides the polynomial by (share + t), from the highest power down.
            let share = elements[index].share
            var quotient = 0.0
            var total = 0.0
            for size in stride(from: count, to: 0, by: -1) {
                quotient = scratch.sums[size] - share * quotient
                total += weights[size - 1] * quotient
            }
            unsafe result[Int(elements[index].column)] += left * total * (1 - share)
        }
    }
}
