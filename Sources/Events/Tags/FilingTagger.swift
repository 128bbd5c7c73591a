/// Finds the other families' news in an 8-K by its items and text.
public enum FilingTagger {
    /// Version of the rules; it rises with each change of what they find.
    public static let rulesVersion = "1"

    /// The tags of a filing.
    ///
    /// - Parameters:
    ///   - items: the 8-K items, in the numbers of today or of before 2004-08-23.
    ///   - text: the filing's text, or as much of it as is known; may be empty.
    /// - Returns: at most one tag a type, that of the first rule which found it, sorted by type. `guidance_update` is given only
    ///   where no other type of guidance was found.
    public static func tags(items: [String], text: String) -> [FilingTag] {
        let items = Set(items.map { presentItem[$0] ?? $0 })
        let folded = headings.reduce(PhraseText(text)) { $0.removing($1) }
        var found: [EventType: FilingTag] = [:]
        for rule in FilingTagRules.all where found[rule.type] == nil {
            if let reason = reason(of: rule, items: items, text: folded) {
                found[rule.type] = FilingTag(
                    type: rule.type,
                    confidence: rule.confidence,
                    reason: "\(rule.name): \(reason)"
                )
            }
        }
        let changes: [EventType] = [.guidanceRaise, .guidanceLower, .guidanceWithdraw]
        if changes.contains(where: { found[$0] != nil }) { found[.guidanceUpdate] = nil }
        return found.values.sorted { $0.type < $1.type }
    }

    private static func reason(of rule: FilingTagRule, items: Set<String>, text: PhraseText) -> String? {
        let item = rule.items.first { items.contains($0) }
        guard rule.items.isEmpty || item != nil else { return nil }
        let place = item.map { "item \($0)" }
        guard !rule.compiled.isEmpty else { return place }
        guard let pattern = rule.compiled.first(where: { $0.matches(text) }),
            !rule.compiledUnless.contains(where: { $0.matches(text) })
        else { return nil }
        return [place, pattern.text].compactMap { $0 }.joined(separator: ", ")
    }

    /// The items of before 2004-08-23 in the numbers of today.
    private static let presentItem = [
        "1": "5.01", "2": "2.01", "3": "1.03", "4": "4.01", "5": "8.01", "6": "5.02", "9": "7.01",
        "12": "2.02",
    ]

    /// Official headings of items, which name things that the filing need not contain.
    private static let headings: [[String]] = [
        "departure of directors or principal officers", "departure of directors or certain officers",
        "departure of directors of certain officers", "election of directors",
        "appointment of principal officers", "appointment of certain officers",
        "compensatory arrangements of certain officers",
        "completion of acquisition or disposition of assets",
        "entry into a material definitive agreement", "termination of a material definitive agreement",
        "bankruptcy or receivership", "costs associated with exit or disposal activities",
        "acquisition or disposition of assets", "resignations of registrants directors",
        "amendments to articles of incorporation or bylaws",
    ].map { $0.split(separator: " ").map(String.init) }
}
