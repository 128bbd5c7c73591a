import Evaluation
import Models
import Statistics
import Testing

@Suite
struct FigureTests {
    /// Figures equal the library's on the same rows; only intervals are computed in another way.
    @Test(arguments: [UInt64(1), 2, 3])
    func valuesAgreeWithTheLibrary(seed: UInt64) throws {
        let rows = Graded.world(seed: seed)
        let sample = try #require(try Graded.sample(rows))
        let direction = try #require(sample.direction)
        let impact = try #require(sample.impact)
        let p = rows.compactMap(\.probabilityUp)
        let ups = rows.map { $0.abnormalReturn > 0 }
        let predicted = rows.compactMap(\.predictedImpact)
        let realized = rows.compactMap(\.realizedImpact)
        func same(_ figure: Figure, _ expected: Double?) {
            #expect(abs((figure.value ?? .nan) - (expected ?? .infinity)) < 1e-9, "\(figure.key)")
            #expect(figure.n == rows.count)
        }
        same(
            direction.accuracy,
            try ClassificationScore.accuracy(predicted: p.map { $0 > 0.5 }, outcomes: ups)
        )
        same(
            direction.balancedAccuracy,
            try ClassificationScore.balancedAccuracy(predicted: p.map { $0 > 0.5 }, outcomes: ups)
        )
        same(direction.areaUnderCurve, try ClassificationScore.areaUnderCurve(scores: p, outcomes: ups))
        same(direction.brier, try ProbabilityScore.brier(p, outcomes: ups))
        same(direction.logScore, try ProbabilityScore.log(p, outcomes: ups))
        same(impact.errorPoints, try ErrorScore.meanAbsolute(predicted: predicted, realized: realized))
        same(impact.biasPoints, try ErrorScore.bias(predicted: predicted, realized: realized))
        same(impact.rankCorrelation, try Correlation.spearman(predicted, realized))
    }

    /// Intervals agree with the library's bootstrap, which resamples each figure on its own.
    @Test
    func intervalsAgreeWithTheLibrary() throws {
        let rows = Graded.world(seed: 4, events: 1_500)
        let settings = MonitoringSettings(resamples: 4_000, seed: 3)
        let sample = try #require(try Graded.sample(rows, settings: settings))
        let days = rows.map(\.reactionSession)
        let companies = rows.map { Int($0.ticker.dropFirst()) ?? 0 }
        let bootstrap = ClusterBootstrap(resamples: 4_000, seed: 9)
        let small = ClusterBootstrap(resamples: 1_000, seed: 9)
        let p = rows.map { $0.probabilityUp ?? 0.5 }
        let ups = rows.map { $0.abnormalReturn > 0 }
        let predicted = rows.compactMap(\.predictedImpact)
        let realized = rows.compactMap(\.realizedImpact)
        let pairs: [(Figure?, ClusteredInterval?)] = [
            (
                sample.direction?.accuracy,
                try ClusteredInterval.proportion(
                    zip(p, ups).map { ($0 > 0.5) == $1 },
                    days: days,
                    companies: companies,
                    bootstrap: bootstrap
                )
            ),
            (
                sample.impact?.errorPoints,
                try ClusteredInterval.mean(
                    zip(predicted, realized).map { abs($0 - $1) },
                    days: days,
                    companies: companies,
                    bootstrap: bootstrap
                )
            ),
            (
                sample.direction?.areaUnderCurve,
                try ClusteredInterval.statistic(days: days, companies: companies, bootstrap: small) { rows in
                    try? ClassificationScore.areaUnderCurve(
                        scores: rows.map { p[$0] },
                        outcomes: rows.map { ups[$0] }
                    )
                }
            ),
            (
                sample.impact?.rankCorrelation,
                try ClusteredInterval.statistic(days: days, companies: companies, bootstrap: small) { rows in
                    try? Correlation.spearman(rows.map { predicted[$0] }, rows.map { realized[$0] })
                }
            ),
        ]
        for (figure, expected) in pairs {
            let own = try #require(figure?.interval)
            let other = try #require(expected?.interval)
            #expect(abs(own.lower - other.lower) < 0.15 * other.width, "\(figure?.key ?? "")")
            #expect(abs(own.upper - other.upper) < 0.15 * other.width, "\(figure?.key ?? "")")
            #expect(own.contains(figure?.value ?? .nan))
        }
    }

    /// Events of a day that succeed and fail together make the interval wide.
    @Test
    func dependentEventsWidenTheInterval() throws {
        var random = RandomStream(seed: 5)
        var rows: [GradedPrediction] = []
        for day in 0..<60 {
            let right = random.bernoulli(0.6)
            for event in 0..<10 {
                rows.append(
                    Graded.row(
                        day * 10 + event,
                        ticker: "T\(event)",
                        session: 1_000 + day,
                        up: 0.7,
                        abnormal: right ? 0.02 : -0.02
                    )
                )
            }
        }
        let figure = try #require(try Graded.sample(rows)?.direction?.accuracy)
        let interval = try #require(figure.interval)
        let naive = try #require(
            try ProportionInterval.wilson(successes: Int((figure.value ?? 0) * 600), trials: 600)
        )
        // Days are independent here, so that spans of days differ from them by chance alone.
        #expect(figure.basis == "day" || figure.basis == "window")
        #expect(interval.width > 2 * naive.width)
        #expect(figure.n == 600 && figure.days == 60 && figure.companies == 10)
    }

    /// Outcome windows of nearby days overlap: what they share makes the interval wider than days alone would.
    @Test
    func overlappingOutcomeWindowsWidenTheInterval() throws {
        var random = RandomStream(seed: 8)
        var rows: [GradedPrediction] = []
        for span in 0..<60 {
            let right = random.bernoulli(0.5)
            for event in 0..<10 {
                rows.append(
                    Graded.row(
                        span * 10 + event,
                        ticker: "T\(event)",
                        session: 1_000 + 5 * span + event % 5,
                        up: 0.7,
                        abnormal: right ? 0.02 : -0.02
                    )
                )
            }
        }
        let figure = try #require(try Graded.sample(rows)?.direction?.accuracy)
        #expect(figure.basis == "window")
        // 300 days that were independent would give about 0.11; 60 spans give about 0.26.
        #expect((figure.interval?.width ?? 0) > 0.2)
    }

    @Test
    func orderAndThreadsDoNotMatter() throws {
        let rows = Graded.world() + Graded.world(seed: 2, kind: .lockBox)
        var random = RandomStream(seed: 1)
        var shuffled = rows
        random.permute(&shuffled)
        var single = Graded.quick
        single.threads = 1
        let first = try MonitoringReport(Graded.input(rows), settings: Graded.quick)
        let second = try MonitoringReport(Graded.input(shuffled), settings: single)
        #expect(first == second)
        #expect(first.cell(Graded.cell)?.samples.map(\.kind) == [.walkForward, .lockBox])
    }

    @Test
    func everyFigureCarriesItsEvidence() throws {
        let report = try MonitoringReport(Graded.input(Graded.world()), settings: Graded.quick)
        #expect(report.figures.count > 30)
        #expect(Set(report.figures.map(\.key)).count == report.figures.count)
        for figure in report.figures where figure.value != nil && figure.n > 30 {
            #expect(figure.companies > 1 && figure.days > 1)
            #expect(figure.interval?.contains(figure.value ?? .nan) == true, "\(figure.key)")
            #expect(figure.key.hasPrefix("sec_8k/5d.walk_forward."))
        }
        for suffix in ["direction.accuracy", "direction.brier", "impact.error", "impact.rank_correlation"] {
            let figure = try #require(report.figures.first { $0.key.hasSuffix(suffix) })
            #expect(!figure.baselines.isEmpty)
            #expect(figure.baselines.allSatisfy { $0.n > 0 && $0.value != nil })
        }
    }

    @Test
    func whatIsNotSignificantSaysWhatWouldHaveBeen() throws {
        var random = RandomStream(seed: 8)
        let rows = (0..<300).map { index in
            Graded.row(
                index,
                ticker: "T\(index % 20)",
                up: 0.51 + 0.1 * random.uniform(),
                abnormal: random.bernoulli(0.5) ? 0.02 : -0.02
            )
        }
        let open = try #require(try Graded.sample(rows)?.direction?.accuracy)
        let effect = try #require(open.minimumDetectable)
        #expect((0.05...0.12).contains(effect))
        let clear = try #require(try Graded.sample(Graded.world())?.direction?.accuracy)
        #expect(clear.minimumDetectable == nil)
    }

    @Test
    func oneDayOrOneCompanyHasNoInterval() throws {
        let oneDay = (0..<50).map { Graded.row($0, ticker: "T\($0)", session: 1_000) }
        let oneCompany = (0..<50).map { Graded.row($0) }
        for rows in [oneDay, oneCompany] {
            let figure = try #require(try Graded.sample(rows)?.impact?.errorPoints)
            #expect(figure.value == 0 && figure.interval == nil && figure.basis == nil)
        }
    }

    @Test
    func allHitsHaveAnExactInterval() throws {
        let rows = (0..<40).map { Graded.row($0, ticker: "T\($0 % 8)", up: 0.9, abnormal: 0.02) }
        let figure = try #require(try Graded.sample(rows)?.direction?.accuracy)
        #expect(figure.value == 1)
        #expect(abs((figure.interval?.lower ?? 0) - 0.6305834) < 1e-6)
        #expect(figure.interval?.upper == 1)
    }
}
