/// Titles for events that come without one.
public enum EventTitle {
    /// The title of a filing: `8-K/A: Results of operations and financial condition (2.02)`.
    ///
    /// - Parameters:
    ///   - form: the form as EDGAR writes it.
    ///   - items: the items of an 8-K, sorted; none for other forms.
    /// - Returns: form and items in words.
    public static func filing(form: String, items: [FilingItem]) -> String {
        guard !items.isEmpty else { return form }
        var title = form
        for (index, item) in items.enumerated() {
            title += index == 0 ? ": " : ", "
            title += item.title
            title += " ("
            title += item.number
            title += ")"
        }
        return title
    }

    /// The title of any event from its type and items.
    ///
    /// - Parameters:
    ///   - type: the event's type.
    ///   - isAmendment: whether the filing is an amendment.
    ///   - items: the items of an 8-K, sorted.
    /// - Returns: type and items in words.
    public static func of(_ type: EventType, isAmendment: Bool, items: [FilingItem]) -> String {
        filing(form: isAmendment ? type.label + "/A" : type.label, items: items)
    }
}
