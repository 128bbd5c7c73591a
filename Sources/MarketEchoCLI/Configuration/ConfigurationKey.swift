/// One key of the configuration: its name, what it accepts, what it means, and where its value goes.
///
/// The standard value is not repeated here: it is read from a fresh `MarketEchoConfiguration`.
struct ConfigurationKey: Sendable {
    /// The name in the file, `labels.neutral_band`.
    let name: String
    /// What a value has to be, in words: `a number from 0 to 0.1`.
    let accepted: String
    /// What the value does, one sentence.
    let meaning: String
    /// The command-line option that sets it, where there is one.
    let option: String?
    /// Whether the value must not be shown.
    let isSecret: Bool
    /// The value of a configuration as text.
    let text: @Sendable (MarketEchoConfiguration) -> String
    /// Puts a text into a configuration; false where the text is not accepted.
    let apply: @Sendable (String, inout MarketEchoConfiguration) -> Bool

    /// The environment variable that sets it, `MARKET_ECHO_LABELS_NEUTRAL_BAND`.
    var environmentVariable: String {
        ConfigurationLoader.environmentPrefix + name.uppercased().replacing(".", with: "_")
    }

    /// The standard value as text.
    var standardText: String { text(MarketEchoConfiguration()) }
}

// MARK: - Kinds of values

extension ConfigurationKey {
    /// Where a value lives in the tree.
    typealias Place<Value> = any WritableKeyPath<MarketEchoConfiguration, Value> & Sendable

    /// A key whose value is any text that a condition lets through.
    static func text(
        _ name: String,
        _ place: Place<String>,
        accepted: String,
        meaning: String,
        option: String? = nil,
        isSecret: Bool = false,
        allows: @escaping @Sendable (String) -> Bool = { !$0.isEmpty }
    ) -> ConfigurationKey {
        ConfigurationKey(
            name: name,
            accepted: accepted,
            meaning: meaning,
            option: option,
            isSecret: isSecret,
            text: { $0[keyPath: place] },
            apply: { text, configuration in
                guard allows(text) else { return false }
                configuration[keyPath: place] = text
                return true
            }
        )
    }

    /// A key whose value is a whole number in a range.
    static func integer(
        _ name: String,
        _ place: Place<Int>,
        in range: ClosedRange<Int>,
        meaning: String,
        option: String? = nil
    ) -> ConfigurationKey {
        ConfigurationKey(
            name: name,
            accepted:
                "a whole number from \(Format.count(range.lowerBound)) to \(Format.count(range.upperBound))",
            meaning: meaning,
            option: option,
            isSecret: false,
            text: { "\($0[keyPath: place])" },
            apply: { text, configuration in
                guard let value = Int(text), range.contains(value) else { return false }
                configuration[keyPath: place] = value
                return true
            }
        )
    }

    /// A key whose value is a finite number in a range.
    static func number(
        _ name: String,
        _ place: Place<Double>,
        in range: ClosedRange<Double>,
        meaning: String,
        option: String? = nil
    ) -> ConfigurationKey {
        ConfigurationKey(
            name: name,
            accepted:
                "a number from \(Format.shortest(range.lowerBound)) to \(Format.shortest(range.upperBound))",
            meaning: meaning,
            option: option,
            isSecret: false,
            text: { Format.shortest($0[keyPath: place]) },
            apply: { text, configuration in
                guard let value = Double(text), range.contains(value) else { return false }
                configuration[keyPath: place] = value
                return true
            }
        )
    }

    /// A key whose value is one of a few words.
    static func choice<Value: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ name: String,
        _ place: Place<Value>,
        meaning: String,
        option: String? = nil
    ) -> ConfigurationKey {
        ConfigurationKey(
            name: name,
            accepted: Words.list(Value.allCases.map(\.rawValue), conjunction: "or"),
            meaning: meaning,
            option: option,
            isSecret: false,
            text: { $0[keyPath: place].rawValue },
            apply: { text, configuration in
                guard let value = Value(rawValue: text) else { return false }
                configuration[keyPath: place] = value
                return true
            }
        )
    }
}
