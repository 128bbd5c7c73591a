import Events

/// The events of one ticker in the order in which they became known.
struct TickerTimeline: Sendable {
    /// Positions in the history, ordered by availability, then by key.
    let order: [Int]
    /// When each counts as known, seconds since the epoch, ascending.
    let times: [Int64]
    /// Those of `order` that announce results: events of the earnings family and 8-Ks of item 2.02.
    let results: [Int]
    /// When each announcement of results counts as known, ascending.
    let resultTimes: [Int64]
    /// Announcements that state an earnings surprise.
    let surprises: SurpriseRecord

    init(members: [Int], events: [EventInput], availableAt: [Int64], groups: [ItemGroup]) {
        let order = members.sorted {
            let (left, right) = (availableAt[$0], availableAt[$1])
            return left == right ? events[$0].event.eventID < events[$1].event.eventID : left < right
        }
        let results = order.filter {
            events[$0].event.family == .earnings || groups[$0] == .results
        }
        self.order = order
        times = order.map { availableAt[$0] }
        self.results = results
        resultTimes = results.map { availableAt[$0] }
        surprises = SurpriseRecord(order: order, events: events, availableAt: availableAt)
    }
}
