import CResources

extension ScoringRules {
    /// The text of the rules file that ships inside the program.
    public static let standardYAML = String(
        decoding: UnsafeBufferPointer(
            start: market_echo_default_rules_bytes(),
            count: market_echo_default_rules_size()
        ),
        as: UTF8.self
    )

    /// The rules that ship inside the program.
    public static func standard() throws(RulesError) -> ScoringRules { try ScoringRules(yaml: standardYAML) }
}
