import Evaluation
import Events
import Market
import Models
import Scores

/// Figures and standing of models, from the monitoring report.
struct MonitoringReply {
    let report: MonitoringReport

    /// Slots that one answer tells about.
    private static let shownCells = 9

    func answer(_ reading: QuestionReading) -> RadarQuantAnswer {
        switch reading.intent {
        case .accuracy:
            figures(reading, .accuracy, Self.accuracyMeaning) { report in
                report.direction?.accuracy
            } subject: { cell in
                "\(CellSentences.name(cell)): accuracy of the predicted side"
            }
        case .highConfidence:
            figures(reading, .highConfidence, highConfidenceMeaning) { report in
                report.direction?.highConfidenceAccuracy
            } subject: { cell in
                "\(CellSentences.name(cell)): accuracy with high confidence"
            }
        case .error:
            figures(reading, .error, Self.errorMeaning) { report in
                report.impact?.errorPoints
            } subject: { cell in
                "\(CellSentences.name(cell)): mean error of predicted impact"
            }
        case .calibration: calibration(reading)
        case .notApplied: notApplied(reading)
        default: status(reading)
        }
    }

    // MARK: Slots

    /// The slots of the family and horizon; without a family all families, and all families together where
    /// there is none.
    private func cells(_ reading: QuestionReading) -> [CellReport] {
        let family = reading.filter.kind.family
        let ofHorizon = report.cells.filter { reading.horizon == nil || $0.cell.horizon == reading.horizon }
        let own = ofHorizon.filter { family == nil ? $0.cell.family != nil : $0.cell.family == family }
        return own.isEmpty && family == nil ? ofHorizon : own
    }

    private func scope(_ reading: QuestionReading) -> Sentence {
        let family = reading.filter.kind.family.map { Wording.name(of: $0) }
        let start: Sentence = family.map { "the family \(label: $0)" } ?? "any family"
        return reading.horizon.map { "\(start) at \(label: Wording.badge($0))" } ?? start
    }

    /// Says that figures are kept by family where a type, an item or a company was asked for.
    private func narrowing(_ reading: QuestionReading) -> [Sentence] {
        let isNarrower: Bool =
            switch reading.filter.kind {
            case .all, .family: reading.filter.ticker != nil
            case .type(let type): !EventFamily.isSingle(type.family)
            case .item, .group: true
            }
        return isNarrower ? ["Figures are kept by family and horizon, not by company, type or item."] : []
    }

    private func rest(_ count: Int) -> [Sentence] {
        guard count > Self.shownCells else { return [] }
        let left = NumberFact.count("slots_left_out", count - Self.shownCells)
        return ["\(left) more are on the \(.page(.backtesting, label: "Backtesting page"))."]
    }

    // MARK: Figures

    private static let accuracyMeaning: Sentence =
        "Accuracy is the share of events whose predicted side (above or below the benchmark) was right; "
        + "events without a side are not graded."

    private static let errorMeaning: Sentence =
        "The error is the mean distance of predicted from realized impact, in points of the impact scale."

    private var highConfidenceMeaning: Sentence {
        let points = NumberFact.score("high_confidence_adjustment", report.highConfidenceAdjustment)
        return
            "High confidence means that the model moved the base score by \(points) points or more, either "
            + "way."
    }

    private func figures(
        _ reading: QuestionReading,
        _ topic: Topic,
        _ meaning: Sentence,
        figure: (SampleReport) -> Figure?,
        subject: (Cell) -> Sentence
    ) -> RadarQuantAnswer {
        let cells = cells(reading)
        let told = cells.map { report in
            report.samples.compactMap { sample in
                figure(sample).map { FigureSentences.sentence($0, subject: subject(report.cell)) }
            }
        }.filter { !$0.isEmpty }
        guard !told.isEmpty else {
            return Declining.noData(
                topic,
                "No out-of-sample predictions are graded yet for \(scope(reading))."
            )
        }
        return RadarQuantAnswer(
            topic: topic,
            paragraphs: [
                Paragraph(nil, [meaning] + narrowing(reading)),
                Paragraph(nil, told.prefix(Self.shownCells).flatMap { $0 } + rest(told.count)),
                Paragraph(nil, ["\(word: Wording.metricsNotice)"]),
            ].compactMap { $0 }
        )
    }

    private func calibration(_ reading: QuestionReading) -> RadarQuantAnswer {
        let cells = cells(reading)
        let told = cells.map { report in
            report.samples.compactMap { sample -> Sentence? in
                guard let calibration = sample.calibration, let text = Quote.safe(calibration.text) else {
                    return nil
                }
                let n = NumberFact.count("n", calibration.n)
                return
                    "\(CellSentences.name(report.cell)), \(word: FigureSentences.words(sample.kind)), \(n) "
                    + "graded events: \(quote: text)."
            }
        }.filter { !$0.isEmpty }
        guard !told.isEmpty else {
            return Declining.noData(.calibration, "No probabilities are graded yet for \(scope(reading)).")
        }
        let share = NumberFact.measured("example_probability", 60, .percent, decimals: 0)
        let meaning: Sentence =
            "A model is calibrated where its probabilities come true as often as they say: of events stated "
            + "at \(share), \(share) go that way."
        return RadarQuantAnswer(
            topic: .calibration,
            paragraphs: [
                Paragraph(nil, [meaning] + narrowing(reading)),
                Paragraph(nil, told.prefix(Self.shownCells).flatMap { $0 } + rest(told.count)),
            ].compactMap { $0 }
        )
    }

    // MARK: Standing

    private func status(_ reading: QuestionReading) -> RadarQuantAnswer {
        let cells = cells(reading)
        guard !cells.isEmpty else {
            return Declining.noData(.modelStatus, "Nothing is known about a model for \(scope(reading)).")
        }
        let certificate: Sentence =
            report.certificate.map { standing in
                let text = Quote.safe(standing.text) ?? "no reason stored"
                return standing.isValid
                    ? "The validation certificate is valid: \(quote: text)."
                    : "The validation certificate is not valid: \(quote: text)."
            } ?? "There is no validation certificate."
        let told = cells.prefix(Self.shownCells).flatMap {
            [CellSentences.model($0), CellSentences.status($0)]
        }
        return RadarQuantAnswer(
            topic: .modelStatus,
            paragraphs: [
                Paragraph(nil, narrowing(reading) + told + rest(cells.count)), Paragraph(nil, [certificate]),
            ].compactMap { $0 }
        )
    }

    private func notApplied(_ reading: QuestionReading) -> RadarQuantAnswer {
        let reasons = NotAppliedReason.allCases.map { reason -> Sentence in
            "\(word: reason.text): \(word: ConceptReply.meaning(reason))."
        }
        let without = cells(reading).filter { ($0.model?.weight ?? 0) == 0 || $0.model?.status != .champion }
        let told = without.prefix(Self.shownCells).map(CellSentences.status)
        return RadarQuantAnswer(
            topic: .notApplied,
            paragraphs: [
                Paragraph("Reasons for which a score stays at its base score", reasons),
                Paragraph("Families without a model in use", told + rest(without.count)),
                Paragraph(nil, ["The explanation of an event names the reason at each horizon."]),
            ].compactMap { $0 }
        )
    }
}
