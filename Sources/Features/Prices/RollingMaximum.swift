/// Highest values over windows of fixed length, for all end positions at once in linear time.
enum RollingMaximum {
    /// The maxima of the windows that end at each element.
    ///
    /// - Parameters:
    ///   - values: the elements; NaN means missing.
    ///   - length: length of a window.
    ///   - segmentStarts: for each element the first one that its window may reach back to; ascending.
    /// - Returns: one maximum per element; NaN where fewer than three quarters of `length` are present.
    static func over(_ values: [Double], length: Int, segmentStarts: [Int32]) -> [Double] {
        var maxima = [Double](repeating: .nan, count: values.count)
        // Positions whose values fall from front to back; the front is the maximum.
        var candidates = [Int](repeating: 0, count: values.count)
        var front = 0
        var back = 0
        var start = 0
        var present = 0
        for (position, value) in values.enumerated() {
            if !value.isNaN {
                while back > front, values[candidates[back - 1]] <= value { back -= 1 }
                candidates[back] = position
                back += 1
                present += 1
            }
            let first = max(position - length + 1, Int(segmentStarts[position]))
            while start < first {
                if !values[start].isNaN { present -= 1 }
                start += 1
            }
            while front < back, candidates[front] < first { front += 1 }
            if present >= Window.minimum(of: length) { maxima[position] = values[candidates[front]] }
        }
        return maxima
    }
}
