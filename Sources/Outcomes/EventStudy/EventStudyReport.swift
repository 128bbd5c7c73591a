public import Statistics

/// An event study of groups of events over one window: what `n` events of how many companies and days did on average,
/// and what each test says.
public struct EventStudyReport: Sendable, Equatable {
    /// Events that are studied together.
    public struct Group: Sendable, Hashable {
        /// What they have in common, for example `2.02` or `pre_market`.
        public var name: String
        /// The events; one may stand in several groups.
        public var subjects: [EventStudySubject]

        /// Creates a group.
        public init(name: String, subjects: [EventStudySubject]) {
            self.name = name
            self.subjects = subjects
        }
    }

    /// What was found for one group.
    public struct Row: Sendable, Equatable {
        /// The group's name.
        public let group: String
        /// Number of events in the sample.
        public let n: Int
        /// Number of different companies among them.
        public let companies: Int
        /// Number of different reaction sessions among them.
        public let days: Int
        /// Events of the group that are not in the sample, by reason.
        public let exclusions: EventStudySample.Exclusions
        /// Mean cumulative abnormal return, a fraction; nil without events.
        public let mean: Double?
        /// Its confidence band by a bootstrap of days; nil below two days.
        public let band: Interval?
        /// The tests.
        public let tests: EventStudyTests
        /// p of the adjusted test (Kolari and Pynnönen), by Holm's method over the groups that have one.
        public let holm: Double?
    }

    /// The window.
    public let window: EventWindow
    /// The model of usual returns.
    public let model: AbnormalReturnModel
    /// Level of the bands.
    public let confidence: Double
    /// The groups in their order.
    public let rows: [Row]

    /// Studies groups.
    ///
    /// - Parameters:
    ///   - groups: the groups in the order of the rows.
    ///   - series: returns of the stocks.
    ///   - window: the sessions of event and estimation.
    ///   - model: the model of usual returns.
    ///   - bootstrap: settings of the bands.
    /// - Throws: `StatisticsError` for settings that make no sense or abnormal returns that are no finite numbers.
    public init(
        _ groups: [Group],
        series: [StudyReturns],
        window: EventWindow,
        model: AbnormalReturnModel,
        bootstrap: ClusterBootstrap
    ) throws(StatisticsError) {
        var samples: [EventStudySample] = []
        var tests: [EventStudyTests] = []
        for group in groups {
            let sample = EventStudySample(group.subjects, series: series, window: window, model: model)
            samples.append(sample)
            tests.append(try EventStudyTests(sample, series: series))
        }
        var adjusted = try MultipleTesting.holm(tests.compactMap { $0.adjusted?.pValue }).makeIterator()
        var rows: [Row] = []
        for position in groups.indices {
            let members = samples[position].members
            let returns = members.map(\.cumulative)
            let days = members.map(\.subject.reactionSession)
            rows.append(
                Row(
                    group: groups[position].name,
                    n: members.count,
                    companies: Set(members.map(\.subject.series)).count,
                    days: Set(days).count,
                    exclusions: samples[position].exclusions,
                    mean: try Descriptive.mean(returns),
                    band: try bootstrap.mean(returns, clusters: days)?.interval,
                    tests: tests[position],
                    holm: tests[position].adjusted == nil ? nil : adjusted.next()
                )
            )
        }
        self.window = window
        self.model = model
        confidence = bootstrap.confidence
        self.rows = rows
    }
}
