public import Markup

/// Daily closes of a company with its events below the line.
public struct PriceChart: Chart {
    /// A close.
    public struct Price: Sendable, Hashable {
        let day: ChartDay
        let close: Double

        /// Creates a close of a day.
        public init(day: ChartDay, close: Double) {
            self.day = day
            self.close = close
        }
    }

    /// An event.
    public struct Event: Sendable, Hashable {
        let day: ChartDay
        let title: String
        let family: String
        let score: Double?
        let address: String?

        /// Creates an event.
        ///
        /// - Parameters:
        ///   - day: The day on which it happened.
        ///   - title: What happened.
        ///   - family: Gives the mark its shape and its lane.
        ///   - score: Gives the mark its size, 0...100 points; nil draws the smallest.
        ///   - address: The event's page within this site.
        public init(day: ChartDay, title: String, family: String, score: Double?, address: String? = nil) {
            self.day = day
            self.title = title
            self.family = family
            self.score = score.finite
            self.address = address
        }
    }

    /// Events that the table names and whose marks have a tooltip and a link; the others have marks only.
    static let eventsNamed = 36
    /// Spans of time that the line is drawn from, the lowest and the highest close of each.
    static let spans = 140

    let heading: ChartHeading
    let prices: [Price]
    let events: [Event]
    let isLogarithmic: Bool
    let unit: String
    let dropped: Int

    /// Creates the chart.
    ///
    /// - Parameters:
    ///   - heading: What stands above it.
    ///   - prices: Closes in any order; those that are not finite or not above zero are left out.
    ///   - events: Events in any order; those outside the prices' days are named in the table only.
    ///   - isLogarithmic: Whether equal distances are equal ratios.
    ///   - unit: What the closes are in.
    public init(
        heading: ChartHeading,
        prices: [Price],
        events: [Event],
        isLogarithmic: Bool = false,
        unit: String = "USD"
    ) {
        self.heading = heading
        self.prices = prices.filter { $0.close.isFinite && $0.close > 0 }.sorted { $0.day < $1.day }
        self.events = events.sorted { ($0.day, $0.title) < ($1.day, $1.title) }
        self.isLogarithmic = isLogarithmic
        self.unit = unit
        dropped = prices.count - self.prices.count
    }

    /// The chart as `<figure class="chart">`.
    public func figure() -> HTMLFragment {
        let frame = Frame(heading, dropped: dropped)
        guard let first = prices.first, let last = prices.last else { return frame.empty("No prices yet.") }
        let spans = PriceSpan.split(prices, into: Self.spans)
        let named = namedEvents
        let drawing = PriceDrawing(self, spans: spans, named: Set(named), width: frame.width)
        return frame.figure(
            height: drawing.height,
            description: description(first, last),
            drawing.canvas(),
            tables: events.isEmpty ? [priceTable(spans)] : [eventTable(named), priceTable(spans)]
        )
    }

    /// All events, or those with the highest scores where they are many.
    private var namedEvents: [Event] {
        guard events.count > Self.eventsNamed else { return events }
        let highest = events.sorted { ($0.score ?? -1, $0.day) > ($1.score ?? -1, $1.day) }
        return highest.prefix(Self.eventsNamed).sorted { ($0.day, $0.title) < ($1.day, $1.title) }
    }

    private func description(_ first: Price, _ last: Price) -> String {
        let lowest = prices.min { $0.close < $1.close } ?? first
        let highest = prices.max { $0.close < $1.close } ?? last
        func told(_ price: Price) -> String {
            "\(NumberText.decimal(price.close, decimals: 2)) on \(price.day.text)"
        }
        return
            "Closes from \(told(first)) to \(told(last)) \(unit), lowest \(told(lowest)), highest \(told(highest)); "
            + "\(NumberText.count(prices.count, "session", "sessions")), \(NumberText.count(events.count, "event", "events"))."
    }

    /// The stylesheet aligns the numbers by the table's class, which spares a class in each of many cells.
    private func priceTable(_ spans: [PriceSpan]) -> TableMarkup {
        var table = TableMarkup(
            caption: "\(heading.title): lowest and highest close of each span drawn, \(unit)",
            columns: [.text("From"), .text("lowest"), .text("highest")],
            class: "numbers"
        )
        for span in spans {
            table.addRow([
                .text(span.first.day.text), .text(NumberText.decimal(span.lowest.close, decimals: 2)),
                .text(NumberText.decimal(span.highest.close, decimals: 2)),
            ])
        }
        return table
    }

    private func eventTable(_ named: [Event]) -> TableMarkup {
        let which =
            named.count == events.count
            ? "events"
            : "the \(named.count) events with the highest scores, of \(NumberText.count(events.count))"
        var table = TableMarkup(
            caption: "\(heading.title): \(which)",
            columns: [.text("Day"), .text("Event"), .text("Family"), .number("score", decimals: 1)]
        )
        for event in named {
            let title = HTMLFragment { html in
                if let address = event.address {
                    html.link(event.title, to: address)
                } else {
                    html.text(event.title)
                }
            }
            table.addRow([.text(event.day.text), .fragment(title), .text(event.family), .number(event.score)])
        }
        return table
    }
}
