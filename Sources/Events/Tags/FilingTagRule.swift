/// One rule of the tagger.
public struct FilingTagRule: Sendable {
    /// The rule's name.
    public let name: String
    /// What it finds.
    public let type: EventType
    /// The 8-K items of which the filing must have one, in the numbers of today; empty for any.
    public let items: [String]
    /// Patterns of which one must be found; empty where the items alone say it.
    public let patterns: [String]
    /// Patterns of which none may be found.
    public let unless: [String]
    /// How sure the rule is.
    public let confidence: FilingTag.Confidence

    let compiled: [TextPattern]
    let compiledUnless: [TextPattern]

    init(
        _ name: String,
        _ type: EventType,
        items: [String] = [],
        _ patterns: [String],
        unless: [String] = [],
        _ confidence: FilingTag.Confidence
    ) {
        self.name = name
        self.type = type
        self.items = items
        self.patterns = patterns
        self.unless = unless
        self.confidence = confidence
        compiled = patterns.map { TextPattern($0) }
        compiledUnless = unless.map { TextPattern($0) }
    }
}
