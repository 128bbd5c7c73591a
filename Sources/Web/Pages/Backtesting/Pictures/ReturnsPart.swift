import Charts
import Evaluation
import Market
import Markup

/// Mean cumulative abnormal returns around events.
struct ReturnsPart: Sendable {
    let report: BacktestReport
    let view: BacktestingView

    /// Writes the pictures, and where every group is wanted the table.
    func write(to html: inout HTMLWriter) {
        html.subheading("Returns around events", id: "returns")
        html.element("p", ["class": "note"]) { html in
            html.text(
                "Mean abnormal returns (stock minus \(report.benchmark)), added up from session −5; session 0 is the first "
                    + "that could react. A curve whose band holds zero throughout shows nothing beyond chance."
            )
        }
        guard report.returnCurves.contains(where: { !$0.points.isEmpty }) else {
            return html.empty(
                "There are too few events with prices around them; a curve needs 20.",
                remedy: "Import prices with",
                command: "market-echo import prices PATH"
            )
        }
        if view.section == .returns {
            for (id, title, groups) in everything where !groups.isEmpty {
                html.append(chart(id, title, groups).figure())
            }
            html.append(table.fragment)
        } else {
            let sides = curves { if case .ruleSide = $0 { true } else { false } }
            let all = curves { $0 == .all }
            html.append(
                chart("chart-car", "Cumulative abnormal return by the direction of the rules", all + sides)
                    .figure()
            )
            html.element("p", ["class": "note"]) { html in
                html.link(
                    "Returns by predicted side, family and item group",
                    to: view.address(section: .returns, anchor: "returns")
                )
            }
        }
    }

    private var everything: [(id: String, title: String, groups: [ReturnCurve])] {
        [
            (
                "chart-car", "By the direction of the rules",
                curves { if case .ruleSide = $0 { true } else { $0 == .all } }
            ),
            (
                "chart-car-model",
                "By the side that the model predicted, out of sample, \(view.horizon.badge)",
                curves { if case .modelSide(let horizon, _) = $0 { horizon == view.horizon } else { false } }
            ),
            ("chart-car-family", "By family", curves { if case .family = $0 { true } else { false } }),
            (
                "chart-car-items", "By item group, the largest six",
                Array(
                    curves { if case .itemGroup = $0 { true } else { false } }.sorted { $0.n > $1.n }.prefix(
                        6
                    )
                )
            ),
        ]
    }

    private func curves(_ isWanted: (ReturnGroup) -> Bool) -> [ReturnCurve] {
        report.returnCurves.filter { isWanted($0.group) && !$0.points.isEmpty }
    }

    private func chart(_ id: String, _ title: String, _ groups: [ReturnCurve]) -> CARChart {
        let all = report.returnCurves.first { $0.group == .all } ?? groups.first
        return CARChart(
            heading: ChartHeading(
                id: id,
                title: title,
                sample: all.map { ChartSample(events: $0.n, companies: $0.companies, days: $0.days) },
                intervals: "95 % bands, clustered by event day",
                note: "abnormal return against \(report.benchmark)"
            ),
            groups: groups.map { curve in
                CARChart.Group(
                    name: GroupName.text(curve.group),
                    n: curve.n,
                    points: curve.points.map { point in
                        CARChart.Point(
                            session: point.session,
                            value: ChartEstimate(
                                point.cumulative.value,
                                lower: point.cumulative.lower,
                                upper: point.cumulative.upper
                            )
                        )
                    }
                )
            }
        )
    }

    private var table: TableMarkup {
        let sessions = [0, 5, 20]
        var table = TableMarkup(
            caption:
                "Mean cumulative abnormal return from session −5, % of the price, with 95 % intervals; and the size of the "
                + "reaction session’s move, 1 being an ordinary day of the stock",
            columns: [.text("Events"), .number("n"), .number("Companies"), .number("Days")]
                + sessions.flatMap { session -> [TableMarkup.Column] in
                    [.number("to session \(session)", decimals: 2), .text("95 % interval")]
                } + [.number("Move of session 0", decimals: 2)]
        )
        for curve in report.returnCurves {
            table.addRow(
                [
                    .text(GroupName.text(curve.group)), .count(curve.n), .count(curve.companies),
                    .count(curve.days),
                ]
                    + sessions.flatMap { session -> [TableMarkup.Cell] in
                        let value = curve.points.first { $0.session == session }?.cumulative
                        return [.number(value?.value), Self.interval(value)]
                    } + [.number(curve.points.first { $0.session == 0 }?.relativeMove?.value)]
            )
        }
        return table
    }

    private static func interval(_ value: BandedValue?) -> TableMarkup.Cell {
        guard let lower = value?.lower, let upper = value?.upper else { return .text(NumberText.missing) }
        let text = "\(NumberText.decimal(lower, decimals: 2)) to \(NumberText.decimal(upper, decimals: 2))"
        return .fragment(HTMLFragment { $0.element("span", ["class": "interval"], text: text) })
    }
}
