import Markup

/// How much stands behind a chart.
public struct ChartSample: Sendable, Hashable {
    /// Events.
    public let events: Int
    /// Companies, where it matters.
    public let companies: Int?
    /// Event days, where it matters.
    public let days: Int?

    /// Creates a sample.
    public init(events: Int, companies: Int? = nil, days: Int? = nil) {
        self.events = events
        self.companies = companies
        self.days = days
    }

    /// The sample in words: `n = 1,210 events, 310 companies, 402 event days`.
    var text: String {
        var parts = ["n\u{A0}=\u{A0}" + NumberText.count(events, "event", "events")]
        if let companies { parts.append(NumberText.count(companies, "company", "companies")) }
        if let days { parts.append(NumberText.count(days, "event day", "event days")) }
        return parts.joined(separator: ", ")
    }
}
