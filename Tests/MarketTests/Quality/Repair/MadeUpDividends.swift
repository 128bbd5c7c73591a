import Market

extension MadeUpBars {
    /// Bars that pay dividends of the given share of the price, the price falling by as much, all adjusted as sources do.
    static func paying(_ yield: Double, at days: [Int], count: Int = 200, seed: UInt64 = 5) -> [Bar] {
        var maker = MadeUpBars(seed: seed)
        var bars = maker.bars(count)
        for day in days {
            bars.scale(day..., by: 1 - yield)
            bars[day].dividend = yield * bars[day - 1].close
        }
        bars.adjust()
        return bars
    }
}

extension [Bar] {
    /// Works out the adjusted closes from closes and dividends.
    mutating func adjust() {
        var factor = 1.0
        for index in indices.reversed() {
            self[index].adjustedClose = self[index].close * factor
            if index > 0, self[index].dividend > 0 {
                factor *= 1 - self[index].dividend / self[index - 1].close
            }
        }
    }

    /// Whether two series agree to rounding; unknown values agree with each other.
    func isClose(to other: [Bar]) -> Bool {
        count == other.count
            && zip(self, other).allSatisfy { one, two in
                one.day == two.day
                    && PriceField.allCases.allSatisfy { field in
                        one[field] == two[field] || one[field].isNaN && two[field].isNaN
                            || abs(one[field] - two[field]) <= 1e-9 * Swift.max(abs(one[field]), 1e-12)
                    }
            }
    }
}
