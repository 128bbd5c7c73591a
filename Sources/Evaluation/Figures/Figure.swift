public import JSONText
public import Models
public import Statistics

/// What a simpler rule reaches on the same events.
public struct Baseline: Sendable, Equatable {
    /// The rule: `majority_class`, `rule_direction`, `base_score`, `item_group_median`, `base_rate`, `chance`, `nominal`.
    public let name: String
    /// Its value in the figure's unit; nil where it says nothing about these events.
    public let value: Double?
    /// Events that it says something about.
    public let n: Int

    /// Creates a baseline.
    public init(name: String, value: Double?, n: Int) {
        self.name = name
        self.value = value
        self.n = n
    }
}

/// One number of an evaluation with everything needed to believe it or not.
public struct Figure: Sendable, Equatable {
    /// Where it comes from, for example `sec_8k/5d.walk_forward.direction.accuracy`.
    public let key: String
    /// The number; nil where these events do not define it.
    public let value: Double?
    /// What the number means.
    public let unit: FigureUnit
    /// How the predictions behind it came to be made.
    public let kind: SampleKind
    /// Events behind it.
    public let n: Int
    /// Companies behind it.
    public let companies: Int
    /// Event days behind it.
    public let days: Int
    /// Bootstrap interval, clustered by event day, by company and, beyond one session, by spans of overlapping outcome windows: the widest; nil below
    /// two days or companies.
    public let interval: Interval?
    /// The share of such intervals that should hold the truth.
    public let confidence: Double
    /// Which clusters gave the interval: `day`, `company` or `window`.
    public let basis: String?
    /// Simpler rules on the same events, the most telling first.
    public let baselines: [Baseline]
    /// The smallest true distance from the first baseline that these events would reveal with 80 % power, where the
    /// interval holds that baseline; nil where the distance is significant or there is nothing to compare.
    public let minimumDetectable: Double?
}

extension Figure {
    /// What a simpler rule reaches on the same events; nil where it was not asked.
    public func baseline(named name: String) -> Baseline? { baselines.first { $0.name == name } }
}

extension Figure: JSONWritable {
    /// Writes the figure as an object; numbers with six decimals.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("key", key)
            json.member("value", number: value, digits: 6)
            json.member("unit", unit.rawValue)
            json.member("kind", kind.rawValue)
            json.member("n", n)
            json.member("companies", companies)
            json.member("days", days)
            if let interval {
                json.member(
                    "interval",
                    object: { json in
                        json.member("lower", number: interval.lower, digits: 6)
                        json.member("upper", number: interval.upper, digits: 6)
                    }
                )
            } else {
                json.member("interval", String?.none)
            }
            json.member("confidence", number: confidence, digits: 6)
            json.member("interval_clustered_by", basis)
            json.member("baselines", baselines)
            json.member("minimum_detectable_effect", number: minimumDetectable, digits: 6)
        }
    }
}

extension Baseline: JSONWritable {
    /// Writes the baseline as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("value", number: value, digits: 6)
            json.member("n", n)
        }
    }
}
