extension EventType {
    /// Finds a type by its name in the taxonomy, `fda_approval`.
    ///
    /// - Parameter name: the name as written on the command line and in files.
    /// - Throws: `TaxonomyError.unknownType`.
    public init(name: some StringProtocol) throws(TaxonomyError) {
        guard let type = EventType(rawValue: String(name)) else { throw .unknownType(String(name)) }
        self = type
    }

    /// The type in words, for titles: `8-K`, `FDA approval`, `Earnings release`.
    public var label: String {
        switch self {
        case .sec8K: "8-K"
        case .sec10Q: "10-Q"
        case .sec10K: "10-K"
        case .secDEF14A: "DEF 14A"
        case .secS1: "S-1"
        case .secS3: "S-3"
        case .sec424B: "424B"
        case .sec13D: "Schedule 13D"
        case .sec13G: "Schedule 13G"
        case .fdaAdcom: "FDA advisory committee"
        // The FDA's own term ends in a word that no text of ours may use.
        case .fdaClinicalHold: "FDA suspension of a clinical trial"
        default: Self.sentence(rawValue)
        }
    }

    /// `fda_approval` as `FDA approval`, `spin_off` as `Spin off`.
    private static func sentence(_ name: String) -> String {
        let words = name.split(separator: "_").map { $0 == "fda" ? "FDA" : String($0) }
        let text = words.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension EventFamily {
    /// Finds a family by its name in the taxonomy, `capital_allocation`.
    ///
    /// - Parameter name: the name as written on the command line and in files.
    /// - Throws: `TaxonomyError.unknownFamily`.
    public init(name: some StringProtocol) throws(TaxonomyError) {
        guard let family = EventFamily(rawValue: String(name)) else { throw .unknownFamily(String(name)) }
        self = family
    }
}
