import Charts

/// One filled chart of each kind.
struct SampleChart: Sendable, CustomStringConvertible {
    let description: String
    let chart: any Chart
    /// Numbers that must stand in the data table.
    let numbers: [String]
    /// Pieces of the text alternative.
    let told: [String]

    init(_ name: String, _ chart: any Chart, numbers: [String], told: [String]) {
        description = name
        self.chart = chart
        self.numbers = numbers
        self.told = told
    }

    static func heading(_ id: String, label: String = "") -> ChartHeading {
        ChartHeading(
            id: id,
            title: "Title of \(id)\(label)",
            sample: ChartSample(events: 16_702, companies: 1, days: 402),
            intervals: "95 % intervals, clustered by event day",
            note: "Walk-forward predictions\(label)"
        )
    }

    static func day(_ offset: Int) -> ChartDay { ChartDay(daysSinceEpoch: Int32(19_000 + offset)) }

    static let all: [Self] = make()

    /// One chart of each kind; the label is put behind every text that comes from outside.
    static func make(label: String = "") -> [Self] {
        figures(label: label) + scores(label: label) + stories(label: label)
    }

    private static func figures(label: String) -> [Self] {
        [
            Self(
                "reliability",
                ReliabilityDiagram(
                    heading: heading("reliability", label: label),
                    bins: [
                        .init(
                            stated: 0.452,
                            observed: ChartEstimate(0.431, lower: 0.381, upper: 0.483),
                            n: 1_304
                        ),
                        .init(
                            stated: 0.557,
                            observed: ChartEstimate(0.592, lower: 0.524, upper: 0.658),
                            n: 98,
                            band: 0.459...0.653
                        ),
                    ],
                    curve: [
                        .init(stated: 0.41, observed: 0.427), .init(stated: 0.5, observed: 0.427),
                        .init(stated: 0.5, observed: 0.589), .init(stated: 0.6, observed: 0.589),
                    ]
                ),
                numbers: [
                    "45.2", "43.1 [38.1, 48.3]", "1,304", "55.7", "59.2 [52.4, 65.8]", "98", "45.9", "65.3",
                    "41.0",
                    "42.7", "58.9",
                ],
                told: [
                    "in 2 of 2 bins",
                    "n 1,304, 45.2\u{A0}% was stated and 43.1\u{A0}% [38.1, 48.3] came true",
                ]
            ),
            Self(
                "timeline of accuracy",
                AccuracyTimeline(
                    heading: heading("accuracy", label: label),
                    periods: [
                        .init(
                            name: "2023\(label)",
                            n: 1_210,
                            accuracy: ChartEstimate(0.542, lower: 0.517, upper: 0.569),
                            baseline: 0.511
                        ),
                        .init(
                            name: "2024\(label)",
                            n: 876,
                            accuracy: ChartEstimate(0.523, lower: 0.488, upper: 0.557),
                            baseline: 0.509
                        ),
                        .init(name: "2025", n: 0, accuracy: nil),
                    ],
                    measure: "Direction right\(label)",
                    baselineName: "majority class\(label)"
                ),
                numbers: [
                    "1,210", "54.2 [51.7, 56.9]", "51.1", "876", "52.3 [48.8, 55.7]", "50.9", "0", "–",
                ],
                told: [
                    "54.2\u{A0}% [51.7, 56.9], n 1,210", "52.3\u{A0}% [48.8, 55.7], n 876",
                    "in 1 of 2 periods",
                ]
            ),
            Self(
                "heat map",
                SkillHeatMap(
                    heading: heading("heat", label: label),
                    horizons: ["1-Day\(label)", "5-Day"],
                    rows: [
                        .init(
                            name: "SEC 8-K\(label)",
                            cells: [
                                .init(skill: ChartEstimate(0.081, lower: 0.062, upper: 0.101), n: 16_702),
                                .init(skill: ChartEstimate(0.012, lower: -0.011, upper: 0.034), n: 12_677),
                            ]
                        ),
                        .init(name: "FDA", cells: [.noModel]),
                    ]
                ),
                numbers: [
                    "8.1 [6.2, 10.1]", "16,702", "1.2 [−1.1, 3.4]", "12,677", "no model", "not beyond chance",
                ],
                told: ["1 of 2 cells", "2 have no model", "8.1 [6.2, 10.1] %, n 16,702"]
            ),
            Self(
                "CAR",
                CARChart(
                    heading: heading("car", label: label),
                    groups: [
                        .init(name: "Above\(label)", n: 932, points: car(1.5)),
                        .init(name: "Below", n: 410, points: car(-1.25)),
                    ]
                ),
                numbers: ["0.00 [−0.10, 0.10]", "1.50 [1.40, 1.60]", "−1.25 [−1.35, −1.15]", "−1", "+1"],
                told: [
                    "+1.50 % [1.40, 1.60] at session +1, n 932",
                    "−1.25 % [−1.35, −1.15] at session +1, n 410",
                ]
            ),
        ]
    }

    private static func car(_ value: Double) -> [CARChart.Point] {
        [
            .init(session: 1, value: ChartEstimate(value, lower: value - 0.1, upper: value + 0.1)),
            .init(session: -1, value: ChartEstimate(0, lower: -0.1, upper: 0.1)),
            .init(
                session: 0,
                value: ChartEstimate(value / 2, lower: value / 2 - 0.1, upper: value / 2 + 0.1)
            ),
        ]
    }

    private static func scores(label: String) -> [Self] {
        [
            Self(
                "impact buckets",
                ImpactBucketsChart(
                    heading: heading("buckets", label: label),
                    buckets: [
                        .init(
                            name: "0-40\(label)",
                            n: 6_210,
                            predicted: 28.12,
                            realized: ChartEstimate(27.04, lower: 26.6, upper: 28.5),
                            absoluteMove: 0.61
                        ),
                        .init(
                            name: "40-50",
                            n: 412,
                            predicted: 45.25,
                            realized: ChartEstimate(41.5, lower: 40.25, upper: 43),
                            absoluteMove: 0.94
                        ),
                        .init(name: "80-100", n: 0, predicted: nil, realized: nil),
                    ]
                ),
                numbers: [
                    "6,210", "28.12", "27.04 [26.60, 28.50]", "0.61", "412", "45.25", "41.50 [40.25, 43.00]",
                    "0.94",
                ],
                told: [
                    "In 1 of 2 buckets", "predicted 28.1, realized 27.0, n 6,210",
                    "predicted 45.2, realized 41.5",
                ]
            ),
            Self(
                "waterfall",
                ScoreWaterfall(
                    heading: heading("waterfall", label: label),
                    factors: [.init("Type of event\(label)", 42), .init("Filed before the open", -3.25)],
                    baseScore: 40,
                    contributions: [.init("Past impact\(label)", 6.125), .init("All other features", -0.5)],
                    adjustedScore: 45.625
                ),
                numbers: [
                    "+42.00", "−3.25", "38.75", "+1.25", "40.00", "+6.12", "46.12", "−0.50", "45.62", "20.00",
                    "60.00",
                ],
                told: [
                    "base score of 40.0 points is adjusted by +5.6 points to 45.6", "(+6.1)",
                    "exceed 20 points",
                ]
            ),
            Self(
                "lift",
                LiftChart(
                    heading: heading("lift", label: label),
                    deciles: (1...10).map { decile in
                        let mean = 20 + Double(decile) * 4
                        return .init(
                            name: "\(decile)\(decile == 1 ? label : "")",
                            n: 1_670,
                            predicted: mean + 1,
                            realized: ChartEstimate(mean, lower: mean - 2, upper: mean + 2)
                        )
                    },
                    overallMean: 42
                ),
                numbers: [
                    "24.00 [22.00, 26.00]", "25.00", "60.00 [58.00, 62.00]", "61.00", "1,670", "16,700",
                    "42.00",
                ],
                told: [
                    "24.0 [22.0, 26.0] points in decile 1", "60.0 [58.0, 62.0] points in decile 10",
                    "42.0 points",
                ]
            ),
        ]
    }

    private static func stories(label: String) -> [Self] {
        [
            Self(
                "funnel",
                FunnelChart(
                    heading: heading("funnel", label: label),
                    stages: [
                        .init(
                            name: "Events\(label)",
                            count: 16_702,
                            losses: (1...8).map { .init(reason: "reason \($0)\(label)", count: 100 * $0) }
                        ),
                        .init(name: "Graded", count: 13_102),
                    ]
                ),
                numbers: ["16,702", "100.0", "100", "200", "300", "800", "4.8", "13,102", "78.4"],
                told: ["Graded 13,102 (78.45\u{A0}%)", "most frequent reason: reason 8", ", 800."]
            ),
            Self(
                "models",
                ModelTimeline(
                    heading: heading("models", label: label),
                    slots: [
                        .init(
                            name: "sec_8k 1-Day\(label)",
                            versions: [
                                .init(name: "1.0.0\(label)", status: .archived, from: day(0), to: day(200)),
                                .init(name: "1.1.0", status: .champion, from: day(200)),
                                .init(name: "1.2.0", status: .staging, from: day(690)),
                            ]
                        ),
                        .init(name: "fda 5-Day", versions: []),
                    ],
                    until: day(700)
                ),
                numbers: [
                    "1.0.0", "2022-01-08", "2022-07-27", "archived", "1.1.0", "champion", "still", "1.2.0",
                ],
                told: ["3 versions in 2 slots", "on 2023-12-09", "1.1.0"]
            ),
            Self("price", price(label: label), numbers: priceNumbers, told: priceTold),
        ]
    }

    private static func price(label: String) -> PriceChart {
        PriceChart(
            heading: heading("price", label: label),
            prices: (0..<1_000).map { session in
                let close = session == 500 ? 9.75 : session == 700 ? 412.5 : 100 + Double(session % 97) / 8
                return .init(day: day(session), close: close)
            },
            events: (0..<500).map { number in
                .init(
                    day: day(number * 2),
                    title: "Event \(number)\(label)",
                    family: "family \(number % 7)\(label)",
                    score: Double(number % 100),
                    address: "/events/\(number)"
                )
            },
            unit: "USD\(label)"
        )
    }

    private static let priceNumbers = ["9.75", "412.50", "100.00", "Event 499", "99.0", "family 2"]
    private static let priceTold = [
        "lowest 9.75 on 2023-05-23", "highest 412.50 on 2023-12-09", "1,000 sessions, 500 events",
    ]
}
