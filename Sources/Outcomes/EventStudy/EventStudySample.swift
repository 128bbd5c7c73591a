/// Cumulative abnormal returns of events over one window, with what the tests standardise them by.
public struct EventStudySample: Sendable {
    /// How many events have no return in the sample, by reason.
    public struct Exclusions: Sendable, Hashable, Codable {
        /// Events whose stock has no price series.
        public var noSeries = 0
        /// Events with too few estimation returns, or with ones that do not vary.
        public var noEstimation = 0
        /// Events with a missing return in the window.
        public var missingReturn = 0

        /// All of them.
        public var total: Int { noSeries + noEstimation + missingReturn }
    }

    /// One event that is in the sample.
    public struct Member: Sendable, Equatable {
        /// Position in the list of subjects.
        public let position: Int
        /// The event.
        public let subject: EventStudySubject
        /// The model of its stock's usual returns.
        public let fit: FittedReturnModel
        /// Cumulative abnormal return, a fraction.
        public let cumulative: Double
        /// The same over its forecast standard deviation.
        public let standardized: Double
        /// Sum of the daily abnormal returns, each over its own forecast standard deviation (Patell's).
        public let sumOfStandardized: Double
    }

    /// The window.
    public let window: EventWindow
    /// The model of usual returns.
    public let model: AbnormalReturnModel
    /// Events that are in, in the order of the subjects.
    public let members: [Member]
    /// Events that are not.
    public let exclusions: Exclusions

    /// Collects events.
    ///
    /// - Parameters:
    ///   - subjects: the events, in any order.
    ///   - series: returns of the stocks.
    ///   - window: the sessions of event and estimation.
    ///   - model: the model of usual returns.
    public init(
        _ subjects: [EventStudySubject],
        series: [StudyReturns],
        window: EventWindow,
        model: AbnormalReturnModel
    ) {
        var members: [Member] = []
        var exclusions = Exclusions()
        members.reserveCapacity(subjects.count)
        for (position, subject) in subjects.enumerated() {
            guard series.indices.contains(subject.series) else {
                exclusions.noSeries += 1
                continue
            }
            let estimation = window.separateEstimation(reactionSession: subject.reactionSession)
            let fit = series[subject.series].fit(
                model,
                sessions: estimation,
                minimum: window.minimumEstimation
            )
            guard let fit else {
                exclusions.noEstimation += 1
                continue
            }
            let member = Member(position, subject, returns: series[subject.series], window: window, fit: fit)
            guard let member else {
                exclusions.missingReturn += 1
                continue
            }
            members.append(member)
        }
        self.window = window
        self.model = model
        self.members = members
        self.exclusions = exclusions
    }
}

extension EventStudySample.Member {
    /// The returns of one event; nil where one of the window is missing.
    fileprivate init?(
        _ position: Int,
        _ subject: EventStudySubject,
        returns: StudyReturns,
        window: EventWindow,
        fit: FittedReturnModel
    ) {
        let start = subject.reactionSession + window.first
        let sessions = start..<(start + window.count)
        guard let sum = returns.completeSums(sessions) else { return nil }
        let cumulative = sum.stock - Double(window.count) * fit.alpha - fit.beta * sum.market
        let variance = fit.forecastVariance(count: window.count, marketSum: sum.market)
        var standardized = 0.0
        for index in returns.positions(sessions) {
            let market = returns.market[index]
            standardized +=
                fit.abnormalReturn(returns.stock[index], market: market)
                / fit.forecastVariance(count: 1, marketSum: market).squareRoot()
        }
        self.init(
            position: position,
            subject: subject,
            fit: fit,
            cumulative: cumulative,
            standardized: cumulative / variance.squareRoot(),
            sumOfStandardized: standardized
        )
    }
}
