public import Events
public import Market

/// All labels in columns: what the reports read of `event_outcomes`, once and without copies of texts.
public struct LabelTable: Sendable {
    /// One label.
    public struct Row: Sendable, Hashable {
        /// Position of its event in `events`.
        public var event: Int
        /// The horizon.
        public var horizon: Horizon
        /// Base session, as a day.
        public var baseSession: TradingDay
        /// Outcome session, as a day.
        public var outcomeSession: TradingDay
        /// Abnormal return, a fraction.
        public var abnormalReturn: Double
        /// +1, 0 or -1.
        public var direction: Int
        /// 0...100; nil without enough history.
        public var realizedImpact: Double?
    }

    /// An event with labels.
    public struct Event: Sendable, Hashable {
        /// The event's key.
        public var eventID: String
        /// The symbol that the labels were made for.
        public var ticker: String
        /// The family.
        public var family: EventFamily
        /// The rules' direction: `positive`, `negative`, `neutral` or `uncertain`; nil where no base score is stored.
        public var ruleDirection: String?
    }

    /// Events with labels, sorted by key.
    public internal(set) var events: [Event] = []
    /// The labels, sorted by event.
    public internal(set) var rows: [Row] = []
    /// The row of each event and horizon, -1 where there is none; three for each event.
    private var rowOf: [Int] = []
    /// The keys of all events as one text, and where each begins.
    private var keys: [UInt8] = []
    private var starts = [0]

    /// The row of an event at a horizon; nil where it has no label.
    public func row(_ event: Int, _ horizon: Horizon) -> Int? {
        let row = rowOf[event * 3 + horizon.place]
        return row < 0 ? nil : row
    }

    mutating func append(_ event: Event) {
        events.append(event)
        keys.append(contentsOf: event.eventID.utf8)
        starts.append(keys.count)
        for _ in 0..<3 { rowOf.append(-1) }
    }

    /// The position of the event whose key stands in a column; nil where it has no label.
    ///
    /// Rows mostly come in the order of the keys, so the search begins behind the event that was found last.
    func position(_ row: SQLRow, _ column: Int32, after last: inout Int) -> Int? {
        let found: Int? = unsafe row.withBytes(column) { bytes in
            var low = min(last + 1, events.count)
            var step = 1
            // Strides that double lead to a short stretch, which is then halved.
            if low < events.count, unsafe order(low, bytes) <= 0 {
                while low + step < events.count, unsafe order(low + step, bytes) <= 0 {
                    low += step
                    step *= 2
                }
            } else {
                low = 0
                step = events.count
            }
            var high = min(low + step, events.count)
            while low < high {
                let middle = low + (high - low) / 2
                let order = unsafe order(middle, bytes)
                if order == 0 { return middle }
                if order < 0 { low = middle + 1 } else { high = middle }
            }
            return nil
        }
        if let found { last = found }
        return found
    }

    /// Below, at or above zero where an event's key comes before, is, or comes after some bytes, as SQLite orders texts.
    private func order(_ event: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let start = starts[event]
        let count = starts[event + 1] - start
        for index in 0..<min(count, bytes.count) {
            let (own, other) = unsafe (keys[start + index], bytes[index])
            if own != other { return own < other ? -1 : 1 }
        }
        return count == bytes.count ? 0 : count < bytes.count ? -1 : 1
    }

    mutating func append(_ row: Row) {
        rowOf[row.event * 3 + row.horizon.place] = rows.count
        rows.append(row)
    }

    mutating func reserve(_ count: Int) {
        rows.reserveCapacity(count)
        events.reserveCapacity(count / 2)
    }
}

extension Horizon {
    /// 0, 1 or 2.
    fileprivate var place: Int {
        switch self {
        case .oneDay: 0
        case .fiveDay: 1
        case .twentyDay: 2
        }
    }
}

extension LabelTable {
    /// Labelled events, companies and days: in all, by family, by horizon, and by both.
    public var counts: [LabelCountRow] {
        let families = Set(events.map(\.family)).sorted()
        var tickers: [String: Int] = [:]
        let companyOf = events.map { event in
            if let number = tickers[event.ticker] { return number }
            tickers[event.ticker] = tickers.count
            return tickers.count - 1
        }
        let days = Clusterer(rows.map { Int($0.baseSession.daysSinceEpoch) })
        return ([nil] + families.map(Optional.some)).flatMap { family in
            ([nil] + Horizon.allCases.map(Optional.some)).compactMap { horizon -> LabelCountRow? in
                var count = DistinctCount(events: events.count, companies: tickers.count, days: days.count)
                for (position, row) in rows.enumerated()
                where (horizon == nil || row.horizon == horizon)
                    && (family == nil || events[row.event].family == family)
                {
                    count.add(row.event, companyOf[row.event], days.ofRow[position])
                }
                guard count.events > 0 || (family == nil && horizon == nil) else { return nil }
                return LabelCountRow(
                    family: family,
                    horizon: horizon,
                    events: count.events,
                    companies: count.companies,
                    days: count.days
                )
            }
        }
    }

    /// The newest outcome session; nil without labels.
    public var latestOutcome: TradingDay? {
        rows.max { $0.outcomeSession < $1.outcomeSession }?.outcomeSession
    }
}

/// Numbers for days that lie close together.
private struct Clusterer {
    let ofRow: [Int]
    let count: Int

    init(_ days: [Int]) {
        let first = days.min() ?? 0
        ofRow = days.map { $0 - first }
        count = (days.max() ?? first) - first + 1
    }
}

/// Counts different events, companies and days.
private struct DistinctCount {
    private var isSeen: (events: [Bool], companies: [Bool], days: [Bool])
    private(set) var events = 0
    private(set) var companies = 0
    private(set) var days = 0

    init(events: Int, companies: Int, days: Int) {
        isSeen = (
            [Bool](repeating: false, count: events), [Bool](repeating: false, count: companies),
            [Bool](repeating: false, count: days)
        )
    }

    mutating func add(_ event: Int, _ company: Int, _ day: Int) {
        if !isSeen.events[event] {
            isSeen.events[event] = true
            events += 1
        }
        if !isSeen.companies[company] {
            isSeen.companies[company] = true
            companies += 1
        }
        if !isSeen.days[day] {
            isSeen.days[day] = true
            days += 1
        }
    }
}
