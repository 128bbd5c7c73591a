import Charts
import Markup
import Testing

@Suite
struct EmptyChartTests {
    private static let heading = ChartHeading(
        id: "empty",
        title: "Nothing yet",
        sample: ChartSample(events: 0)
    )

    private static let empty: [(any Chart, String)] = [
        (ReliabilityDiagram(heading: heading, bins: []), "No graded events with a stated probability yet."),
        (ImpactBucketsChart(heading: heading, buckets: []), "No graded events with a predicted impact yet."),
        (
            ImpactBucketsChart(
                heading: heading,
                buckets: [.init(name: "0-40", n: 0, predicted: nil, realized: nil)]
            ),
            "No graded events with a predicted impact yet."
        ),
        (CARChart(heading: heading, groups: []), "No events with enough prices around them yet."),
        (
            CARChart(heading: heading, groups: [.init(name: "All", n: 0, points: [])]),
            "No events with enough prices around them yet."
        ),
        (AccuracyTimeline(heading: heading, periods: []), "No graded events yet."),
        (
            AccuracyTimeline(heading: heading, periods: [.init(name: "2024", n: 0, accuracy: nil)]),
            "No graded events yet."
        ),
        (
            SkillHeatMap(
                heading: heading,
                horizons: ["1-Day"],
                rows: [.init(name: "FDA", cells: [.noModel])]
            ),
            "No model with graded events yet."
        ),
        (
            LiftChart(heading: heading, deciles: [], overallMean: nil),
            "No graded events with a predicted impact yet."
        ),
        (FunnelChart(heading: heading, stages: []), "No events yet."),
        (FunnelChart(heading: heading, stages: [.init(name: "Events", count: 0)]), "No events yet."),
        (
            ModelTimeline(heading: heading, slots: [], until: ChartDay(daysSinceEpoch: 20_000)),
            "No model was trained yet."
        ),
        (PriceChart(heading: heading, prices: [], events: []), "No prices yet."),
        (
            ScoreWaterfall(
                heading: heading,
                factors: [],
                baseScore: .nan,
                contributions: [],
                adjustedScore: 0
            ),
            "This event has no score."
        ),
    ]

    @Test(arguments: empty.indices)
    func `Nothing to draw is a sentence, not a zero`(position: Int) throws {
        let (chart, sentence) = Self.empty[position]
        let page = try MarkupReader(chart.figure().string)
        #expect(page.all("svg").isEmpty)
        #expect(page.all("table").isEmpty)
        #expect(page.all("p").map(\.text) == ["Nothing yet", "n\u{A0}=\u{A0}0 events", sentence])
    }

    @Test
    func `The page may say it in its own words`() throws {
        let heading = ChartHeading(id: "empty", title: "T", emptyText: "This company has no prices.")
        let page = try MarkupReader(PriceChart(heading: heading, prices: [], events: []).figure().string)
        #expect(page.all("p").last?.text == "This company has no prices.")
    }

    @Test
    func `What is not finite is left out and counted`() throws {
        let heading = ChartHeading(id: "a", title: "T")
        let charts: [(any Chart, String)] = [
            (
                ReliabilityDiagram(
                    heading: heading,
                    bins: [
                        .init(stated: .nan, observed: ChartEstimate(0.5), n: 3),
                        .init(stated: 0.5, observed: ChartEstimate(.infinity), n: 3),
                        .init(stated: 0.5, observed: ChartEstimate(0.4, lower: .nan, upper: 0.6), n: 30),
                    ]
                ), "2 values that are not finite left out"
            ),
            (
                LiftChart(
                    heading: heading,
                    deciles: [
                        .init(name: "1", n: 5, predicted: 1, realized: ChartEstimate(.nan)),
                        .init(name: "2", n: 5, predicted: 1, realized: ChartEstimate(2)),
                    ],
                    overallMean: .nan
                ), "1 value that is not finite left out"
            ),
            (
                PriceChart(
                    heading: heading,
                    prices: [
                        .init(day: ChartDay(daysSinceEpoch: 1), close: -.infinity),
                        .init(day: ChartDay(daysSinceEpoch: 2), close: 5),
                    ],
                    events: []
                ), "1 value that is not finite left out"
            ),
            (
                AccuracyTimeline(
                    heading: heading,
                    periods: [
                        .init(name: "a", n: 5, accuracy: ChartEstimate(.nan)),
                        .init(name: "b", n: 5, accuracy: ChartEstimate(0.5), baseline: .nan),
                    ]
                ), "2 values that are not finite left out"
            ),
            (
                CARChart(
                    heading: heading,
                    groups: [
                        .init(
                            name: "a",
                            n: 5,
                            points: [
                                .init(session: 0, value: ChartEstimate(.nan)),
                                .init(session: 1, value: ChartEstimate(1)),
                            ]
                        )
                    ]
                ), "1 value that is not finite left out"
            ),
        ]
        for (chart, sentence) in charts {
            let markup = chart.figure().string
            let page = try MarkupReader(markup)
            #expect(page.all("figcaption").first?.text.contains(sentence) == true, "\(type(of: chart))")
            #expect(!page.all("svg").isEmpty)
            let picture = page.elements.filter { $0.path.contains("svg") }
            let values = picture.flatMap { $0.attributes.values }
            #expect(!values.contains { $0.contains("nan") || $0.contains("inf") || $0.contains("1000000") })
        }
    }

    @Test
    func `One point, huge counts and negative numbers are drawn`() throws {
        let heading = ChartHeading(id: "a", title: "T")
        let charts: [any Chart] = [
            ReliabilityDiagram(
                heading: heading,
                bins: [.init(stated: 1, observed: ChartEstimate(1), n: 2_000_000_000)]
            ),
            ImpactBucketsChart(
                heading: heading,
                buckets: [.init(name: "0-40", n: 1, predicted: 0, realized: ChartEstimate(0))]
            ),
            CARChart(
                heading: heading,
                groups: [.init(name: "a", n: .max, points: [.init(session: -3, value: ChartEstimate(-7))])]
            ),
            AccuracyTimeline(
                heading: heading,
                periods: [.init(name: "a", n: .max, accuracy: ChartEstimate(0))]
            ),
            LiftChart(
                heading: heading,
                deciles: [
                    .init(name: "1", n: 1, predicted: -5, realized: ChartEstimate(-8, lower: -9, upper: -7))
                ],
                overallMean: -8
            ),
            FunnelChart(heading: heading, stages: [.init(name: "Events", count: .max)]),
            PriceChart(
                heading: heading,
                prices: [.init(day: ChartDay(daysSinceEpoch: -5), close: 1e-5)],
                events: [],
                isLogarithmic: true
            ),
            ScoreWaterfall(
                heading: heading,
                factors: [.init("a", -150), .init("b", 300)],
                baseScore: 100,
                contributions: [],
                adjustedScore: 100
            ),
        ]
        for chart in charts {
            let page = try MarkupReader(chart.figure().string)
            #expect(page.all("svg").count == 1)
            #expect(page.all("table").count == 1)
        }
    }
}
