public import JSONText

/// One number of an answer: where it comes from, what it measures, and how it is written.
///
/// Labels, days, keys and numbers inside quoted text are facts too, so that every digit of an answer is
/// accounted for; those have a text and no value.
public struct NumberFact: Sendable, Hashable {
    /// What the number is, for example `direction_accuracy`.
    public let name: String
    /// The number in its unit and full precision; nil for labels, days, keys and quoted text.
    public let value: Double?
    /// What it measures.
    public let unit: NumberUnit
    /// Events behind the number, where it rests on a sample.
    public let n: Int?
    /// The number as it stands in the sentence, with the sign of percent where there is one.
    public let text: String

    private init(name: String, value: Double?, unit: NumberUnit, n: Int?, text: String) {
        self.name = name
        self.value = value
        self.unit = unit
        self.n = n
        self.text = text
    }
}

extension NumberFact {
    /// A count.
    public static func count(_ name: String, _ value: Int) -> NumberFact {
        NumberFact(
            name: name,
            value: Double(value),
            unit: .count,
            n: nil,
            text: NumberText.fixed(Double(value), decimals: 0)
        )
    }

    /// A measured number.
    ///
    /// - Parameters:
    ///   - name: what it is.
    ///   - value: the number in its unit; one that is not finite is written as `unknown` and has no value.
    ///   - unit: what it measures.
    ///   - decimals: digits behind the point.
    ///   - isSigned: whether a plus sign is written.
    ///   - n: events behind it.
    /// - Returns: the fact; percent carries its sign behind a space.
    public static func measured(
        _ name: String,
        _ value: Double,
        _ unit: NumberUnit,
        decimals: Int,
        isSigned: Bool = false,
        n: Int? = nil
    ) -> NumberFact {
        guard value.isFinite else {
            return NumberFact(name: name, value: nil, unit: unit, n: n, text: "unknown")
        }
        let digits = NumberText.fixed(value, decimals: decimals, isSigned: isSigned)
        let text = unit == .percent ? "\(digits) %" : digits
        return NumberFact(name: name, value: value, unit: unit, n: n, text: text)
    }

    /// A text with digits that is no measurement: a label, a day, a key, a part of quoted text.
    static func named(_ name: String, _ text: String, _ unit: NumberUnit) -> NumberFact {
        NumberFact(name: name, value: nil, unit: unit, n: nil, text: text)
    }
}

extension NumberFact: JSONWritable {
    /// Writes the fact as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("value", number: value, digits: 6)
            json.member("unit", unit.rawValue)
            json.member("n", n)
            json.member("text", text)
        }
    }
}
