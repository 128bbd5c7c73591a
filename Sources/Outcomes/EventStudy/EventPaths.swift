/// One event of a study.
public struct EventStudySubject: Sendable, Hashable {
    /// Position of the stock's returns in the list of series.
    public var series: Int
    /// The first session that could react.
    public var reactionSession: Int

    /// Creates a subject.
    public init(series: Int, reactionSession: Int) {
        self.series = series
        self.reactionSession = reactionSession
    }
}

/// Abnormal returns around events, session by session: the raw material of cumulative curves.
///
/// An event counts only where every return of its window is there, so that a cumulative mean is the sum of the daily
/// means and no curve changes its events on the way.
public struct EventPaths: Sendable {
    /// The window.
    public let window: EventWindow
    /// Positions of the events that have all their returns, ascending.
    public let events: [Int]
    /// Cumulative abnormal returns as fractions: the sums of the daily ones from the window's first session on;
    /// `window.count` numbers for each of `events`.
    public let cumulative: [Double]
    /// Sizes of the daily abnormal returns over the stock's usual size, 1 for an ordinary day; `window.count` numbers
    /// for each of `events`, NaN where the usual size is unknown.
    public let relativeSizes: [Double]

    /// Collects the paths of events.
    ///
    /// - Parameters:
    ///   - subjects: the events, in any order; series outside the list have no path.
    ///   - series: abnormal returns of the stocks.
    ///   - window: the sessions.
    public init(_ subjects: [EventStudySubject], series: [DailyAbnormalReturns], window: EventWindow) {
        self.window = window
        let width = window.count
        var events: [Int] = []
        var cumulative: [Double] = []
        var relativeSizes: [Double] = []
        events.reserveCapacity(subjects.count)
        cumulative.reserveCapacity(subjects.count * width)
        relativeSizes.reserveCapacity(subjects.count * width)
        for (position, subject) in subjects.enumerated() where series.indices.contains(subject.series) {
            let returns = series[subject.series]
            let start = subject.reactionSession + window.first - returns.firstSession
            guard start >= 0, start + width <= returns.values.count else { continue }
            var sum = 0.0
            for index in start..<start + width {
                sum += returns.values[index]
                cumulative.append(sum)
            }
            guard !sum.isNaN else {
                cumulative.removeLast(width)
                continue
            }
            events.append(position)
            let usual = returns.usualSize(
                of: window.estimation(reactionSession: subject.reactionSession),
                minimum: window.minimumEstimation
            )
            let scale = usual.map { $0 > 0 ? 1 / $0 : .nan } ?? .nan
            for index in start..<start + width { relativeSizes.append(abs(returns.values[index]) * scale) }
        }
        self.events = events
        self.cumulative = cumulative
        self.relativeSizes = relativeSizes
    }
}
