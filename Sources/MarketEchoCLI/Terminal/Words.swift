/// Small texts for people.
enum Words {
    /// `a`, `a and b`, `a, b and c`.
    static func list(_ words: [String], conjunction: String = "and") -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }

    /// `1 event`, `2,000 events`.
    static func count(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(Format.count(count)) \(count == 1 ? singular : plural ?? singular + "s")"
    }
}
