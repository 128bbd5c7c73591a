import Outcomes
import Pipeline

extension ConfigurationKey {
    /// Every key, in the order of the reference page.
    ///
    /// A key that is not here does not exist.
    static let all: [ConfigurationKey] = engine + server + log

    private static let engine: [ConfigurationKey] = [
        .text(
            "database.path",
            \.database.path,
            accepted: "the path of an SQLite file",
            meaning: "The database; its folder is made where there is none.",
            option: "--database"
        ),
        .text(
            "benchmark",
            \.engine.benchmark,
            accepted: symbolRule,
            meaning: "Symbol whose return is subtracted from the stock's.",
            option: "--benchmark",
            allows: isSymbol
        ),
        .number(
            "labels.neutral_band",
            \.engine.outcomeRules.neutralBand,
            in: 0...0.1,
            meaning: "Abnormal returns within plus or minus this fraction have direction 0."
        ),
        .choice(
            "labels.day_precision",
            \.engine.outcomeRules.dayPrecision,
            meaning: "Whether an event of which only the day is known is read as known before that day's "
                + "open or after its close."
        ),
        .integer(
            "labels.history_sessions",
            \.engine.outcomeRules.historySessions,
            in: 20...2000,
            meaning: "How many of the stock's own past moves a move is ranked among."
        ),
        .integer(
            "labels.minimum_history",
            \.engine.outcomeRules.minimumHistory,
            in: 1...2000,
            meaning: "The fewest past moves for which a rank is given; at most `labels.history_sessions`."
        ),
        .integer(
            "labels.delisted_after_sessions",
            \.engine.outcomeRules.delistedAfterSessions,
            in: 1...250,
            meaning: "A price series that ends this many sessions before the benchmark's has ended for good."
        ),
        .integer(
            "training.seed",
            \.engine.seed,
            in: 0...2_147_483_647,
            meaning: "Seed of everything random; same data and seed, same models."
        ),
        .integer(
            "training.threads",
            \.engine.threads,
            in: 1...64,
            meaning: "Models that are trained at the same time; the result does not depend on it."
        ),
        .integer(
            "evaluation.resamples",
            \.engine.resamples,
            in: 100...100_000,
            meaning: "Resamples of a bootstrap interval."
        ),
        .number(
            "evaluation.high_confidence_points",
            \.engine.highConfidencePoints,
            in: 0...20,
            meaning: "Adjustments of at least this many points count as high confidence."
        ),
        .text(
            "rules.path",
            \.rules.path,
            accepted: "the path of a YAML file, or empty for the built-in rules",
            meaning: "The rules of the base score.",
            allows: { _ in true }
        ),
    ]

    private static let log: [ConfigurationKey] = [
        .choice(
            "log.level",
            \.log.level,
            meaning: "The least important level that is logged.",
            option: "--verbose, --quiet"
        ),
        .choice("log.format", \.log.format, meaning: "Log lines for people or for programs."),
    ]

    /// The closest name to one that does not exist; nil where nothing is close.
    static func closest(to name: String) -> String? {
        ClosestName.find(name, among: all.map(\.name))
    }

    /// What a symbol is, in words.
    static let symbolRule = "a symbol of 1 to 12 letters, digits and the characters . - ^ = _"

    /// Whether a text can be the symbol of an instrument.
    static func isSymbol(_ text: String) -> Bool {
        (1...12).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: ".-^=_".utf8.contains(byte)
                }
            }
    }
}
