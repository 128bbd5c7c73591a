/// Finds the name that was probably meant.
enum ClosestName {
    /// The candidate with the fewest edits; nil where more than a third of the name would have to change.
    static func find(_ name: String, among candidates: [String]) -> String? {
        let ranked = candidates.map { (distance(name, $0), $0) }.min { $0 < $1 }
        guard let (edits, candidate) = ranked, edits <= max(2, name.count / 3) else { return nil }
        return candidate
    }

    /// Edits between two texts: insertions, deletions, replacements and swaps of neighbours.
    ///
    /// The optimal string alignment distance (Damerau 1964, Levenshtein 1966).
    static func distance(_ first: String, _ second: String) -> Int {
        let first = Array(first)
        let second = Array(second)
        var before: [Int] = []
        var previous = Array(0...second.count)
        for row in 0..<first.count {
            var current = [row + 1]
            for column in 0..<second.count {
                let cost = first[row] == second[column] ? 0 : 1
                var best = min(previous[column] + cost, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            before = previous
            previous = current
        }
        return previous[second.count]
    }
}
