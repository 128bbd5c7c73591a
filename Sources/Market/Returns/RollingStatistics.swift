/// Statistics over the last elements of a series, element by element.
///
/// Each result has the length of its input. Element `i` looks at `window` elements up to and including `i`, leaves
/// missing ones (NaN) out, and is NaN where fewer than `atLeast` are left. Every window is summed afresh, so that
/// nothing outside a window can leave a trace in it.
public enum RollingStatistics {
    /// Sample standard deviation (divisor n - 1), in the unit of the values.
    public static func standardDeviation(_ values: [Double], window: Int, atLeast: Int) -> [Double] {
        rolling(count: values.count, window: window) { range in
            var count = 0.0
            var sum = 0.0
            for index in range where !values[index].isNaN {
                count += 1
                sum += values[index]
            }
            guard count >= Double(max(atLeast, 2)) else { return .nan }
            let mean = sum / count
            var squares = 0.0
            for index in range where !values[index].isNaN {
                squares += (values[index] - mean) * (values[index] - mean)
            }
            return (squares / (count - 1)).squareRoot()
        }
    }

    /// Slope of the least-squares line of `values` on `factor`, two arrays of the same length.
    ///
    /// Pairs with either missing are left out; NaN where the factor does not vary.
    public static func beta(_ values: [Double], on factor: [Double], window: Int, atLeast: Int) -> [Double] {
        precondition(values.count == factor.count, "values and factor differ in length")
        return rolling(count: values.count, window: window) { range in
            var count = 0.0
            var sumX = 0.0
            var sumY = 0.0
            for index in range where !values[index].isNaN && !factor[index].isNaN {
                count += 1
                sumX += factor[index]
                sumY += values[index]
            }
            guard count >= Double(max(atLeast, 2)) else { return .nan }
            let meanX = sumX / count
            let meanY = sumY / count
            var products = 0.0
            var squares = 0.0
            for index in range where !values[index].isNaN && !factor[index].isNaN {
                products += (factor[index] - meanX) * (values[index] - meanY)
                squares += (factor[index] - meanX) * (factor[index] - meanX)
            }
            return squares > 0 ? products / squares : .nan
        }
    }

    private static func rolling(
        count: Int,
        window: Int,
        _ statistic: (Range<Int>) -> Double
    ) -> [Double] {
        (0..<count).map { statistic(max(0, $0 - window + 1)..<($0 + 1)) }
    }
}
