/// 8-K items as stored: joined by `;`, empty for none.
enum ItemText {
    static func join(_ items: [String]) -> String { items.joined(separator: ";") }

    static func split(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: ";").map(String.init)
    }
}
