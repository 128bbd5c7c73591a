import ArgumentParser
import Events
import Market

/// A value of an option that is not accepted.
struct OptionError: Error, Equatable, CustomStringConvertible {
    let description: String
}

/// Turns the texts of options into values.
enum OptionText {
    /// A day as `YYYY-MM-DD`.
    static func day(_ text: String) throws -> TradingDay {
        guard let day = TradingDay(iso8601: text) else {
            throw OptionError(description: "accepted is a day as YYYY-MM-DD, for example 2023-01-31")
        }
        return day
    }

    /// Checks that two days, where both are named, are in order.
    ///
    /// - Throws: `ValidationError` for a first day after the last.
    static func check(since: TradingDay?, until: TradingDay?) throws {
        guard let since, let until, since > until else { return }
        throw ValidationError(
            "--since \(since) lies after --until \(until); accepted is a day up to \(until)"
        )
    }

    /// The symbol of an instrument.
    static func symbol(_ text: String) throws -> String {
        guard ConfigurationKey.isSymbol(text) else {
            throw OptionError(description: "accepted is \(ConfigurationKey.symbolRule)")
        }
        return text
    }

    /// A whole number from 1.
    static func positive(_ text: String) throws -> Int {
        guard let value = Int(text), value > 0 else {
            throw OptionError(description: "accepted is a whole number from 1")
        }
        return value
    }

    /// Families separated by commas, each once, in the order of the taxonomy.
    static func families(_ text: String) throws -> [EventFamily] {
        let known = EventFamily.allCases
        let chosen = try Set(items(text, accepted: known.map(\.rawValue)) { EventFamily(rawValue: $0) })
        return known.filter(chosen.contains)
    }

    /// Horizons separated by commas, each once, shortest first.
    static func horizons(_ text: String) throws -> [Horizon] {
        let known = Horizon.allCases
        return try Set(items(text, accepted: known.map(\.code)) { Horizon(code: $0) }).sorted()
    }

    /// One of a few words.
    static func choice<Value: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Value {
        guard let value = Value(rawValue: text) else {
            let accepted = Value.allCases.map(\.rawValue)
            let hint = ClosestName.find(text, among: accepted).map { "did you mean '\($0)'? " } ?? ""
            throw OptionError(description: "\(hint)accepted are \(Words.list(accepted))")
        }
        return value
    }

    private static func items<Value>(
        _ text: String,
        accepted: [String],
        parse: (String) -> Value?
    ) throws -> [Value] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }).withoutTrailingSpaces
        }
        return try parts.map { part in
            guard let value = parse(part) else {
                let closest = part.isEmpty ? nil : ClosestName.find(part, among: accepted)
                let hint = closest.map { " (did you mean '\($0)'?)" } ?? ""
                let thing = part.isEmpty ? "a part is empty" : "'\(part)' is not known\(hint)"
                throw OptionError(
                    description: "\(thing); accepted are \(Words.list(accepted)), with commas between"
                )
            }
            return value
        }
    }
}
