import Evaluation
import Events
import Market
import Models
import Outcomes
import Scores

/// What words mean and how numbers are made.
enum ConceptReply {
    static func answer(_ concept: Concept) -> RadarQuantAnswer {
        RadarQuantAnswer(
            topic: .method,
            paragraphs: [
                Paragraph(nil, sentences(concept)),
                Paragraph(nil, ["\(.page(.about, label: "About")) describes the whole method."]),
            ].compactMap { $0 }
        )
    }

    /// What a kind of event is.
    static func answer(_ kind: EventKind) -> RadarQuantAnswer {
        let sentence: Sentence =
            switch kind {
            case .item(let item):
                "Item \(label: item.number) of an \(label: "8-K") reports: \(label: item.officialTitle)."
            case .type(let type):
                "\(label: Wording.name(of: type)) is an event type of the family "
                    + "\(label: Wording.name(of: type.family))."
            case .family(let family): members(of: family)
            case .all, .group: "Stored here are \(kind.words)."
            }
        return RadarQuantAnswer(
            topic: .method,
            paragraphs: [
                Paragraph(nil, [sentence]),
                Paragraph(nil, ["Ask how companies reacted to it, or for the latest events of this kind."]),
            ].compactMap { $0 }
        )
    }

    private static func members(of family: EventFamily) -> Sentence {
        let types = EventType.allCases.filter { $0.family == family }
        let name = Wording.name(of: family)
        guard types.count > 1 else { return "\(label: name) is a family of events with a single type." }
        let names = types.map { type -> Sentence in "\(label: Wording.name(of: type))" }
        return "The family \(label: name) has the event types \(names.joined())."
    }

    static func meaning(_ reason: NotAppliedReason) -> String {
        switch reason {
        case .noModel: "no model exists for the family and horizon, nor for all families together"
        case .insufficientData: "too few labelled events or companies to train or to trust a model"
        case .gateNotPassed: "out of sample the model was not better than simpler rules"
        case .lowConfidence: "the model is too unsure about the event"
        case .outOfDistribution: "the event is unlike those that the model learnt from"
        case .degraded: "live monitoring found that the model has become worse"
        }
    }

    // MARK: Numbers

    private static func points(_ name: String, _ value: Double) -> NumberFact {
        .measured(name, value, .points, decimals: 0)
    }

    private static func percent(_ name: String, _ value: Double) -> NumberFact {
        .measured(name, value, .percent, decimals: value < 1 ? 1 : 0)
    }

    private static let rules = OutcomeRules()

    private static var scale: Sentence { "\(points("scale_minimum", 0)) to \(points("scale_maximum", 100))" }

    private static var horizons: Sentence {
        Horizon.allCases.map { horizon -> Sentence in "\(label: Wording.badge(horizon))" }.joined()
    }

    // MARK: Sentences

    private static func sentences(_ concept: Concept) -> [Sentence] {
        switch concept {
        case .baseScore, .adjustedScore, .guardrail, .contribution, .method: scoreSentences(concept)
        case .realizedImpact, .abnormalReturn, .horizon, .label, .benchmark, .family:
            outcomeSentences(concept)
        case .gate, .outOfSample, .certificate, .baseline, .badge, .confidence, .range:
            modelSentences(concept)
        }
    }

    private static func scoreSentences(_ concept: Concept) -> [Sentence] {
        let limit = points("adjustment_limit", Guardrail.limit)
        switch concept {
        case .baseScore:
            return [
                "\(word: Wording.baseScoreLabel) is an estimate from \(scale) of how large the reaction to "
                    + "an event will be, made by fixed rules.",
                "It is a sum: points for the event type, for the items of an \(label: "8-K"), for sector and "
                    + "size where they are known, and for circumstances. Each term is shown with its reason.",
            ]
        case .adjustedScore:
            return [
                "\(word: Wording.adjustedScoreLabel) is the base score plus what a model adds or takes away.",
                "The model predicts the impact from what was known before the event; a weight that grows "
                    + "with sample size and proven skill decides how much of the difference is applied, at "
                    + "most \(limit) points either way.",
                "Where no model is applied, the score equals the base score and the reason is given.",
            ]
        case .guardrail:
            return [
                "The guardrail is the bound on what a model may do: it moves a base score by at most "
                    + "\(limit) points up or down, and the result stays between "
                    + "\(points("scale_minimum", 0)) and \(points("scale_maximum", 100)).",
                "No setting can widen it.",
            ]
        case .contribution:
            return [
                "Contributions split the adjustment that was applied into what each piece of information "
                    + "added (TreeSHAP); they add up to the adjustment."
            ]
        default:
            return [
                "Market Echo reads market events, gives each an impact estimate by fixed rules, watches what "
                    + "the price then really did, learns from it, and adjusts the estimate within a "
                    + "guardrail of \(limit) points either way.",
                "Answers here are made by fixed rules from stored facts.",
            ]
        }
    }

    private static func outcomeSentences(_ concept: Concept) -> [Sentence] {
        switch concept {
        case .realizedImpact:
            return [
                "Realized impact ranks the size of a move among the stock's own moves of the "
                    + "\(NumberFact.count("history_sessions", rules.historySessions)) sessions before, from "
                    + "\(scale).",
                "\(points("ordinary_move", 50)) is an ordinary move for that stock; "
                    + "\(points("large_move", 95)) is a move larger than \(percent("large_move_share", 95)) "
                    + "of its own. Fewer than \(NumberFact.count("minimum_history", rules.minimumHistory)) "
                    + "earlier moves give no realized impact.",
                "Scores, predictions and outcomes share this one scale.",
            ]
        case .abnormalReturn:
            return [
                "The abnormal return is the return of the stock minus that of the benchmark over the same "
                    + "sessions, from the last close before the event could be known.",
                "Within \(percent("neutral_band", 100 * rules.neutralBand)) of zero a move counts as having "
                    + "no side.",
            ]
        case .horizon:
            return [
                "Outcomes are measured at \(horizons): so many sessions from the first one that could react, "
                    + "which counts as the first.",
                "Other horizons are not measured.",
            ]
        case .label:
            return [
                "A label is the measured outcome of one event at one horizon: the abnormal return, its side "
                    + "and its size, and the realized impact.",
                "It is made only after enough sessions have closed; each attempt without a label is counted "
                    + "with its reason.",
            ]
        case .benchmark:
            return [
                "The benchmark is what a stock's return is compared with; a missing close of the benchmark "
                    + "means no label, never a raw return."
            ]
        default:
            let names = EventFamily.allCases.map { family -> Sentence in "\(label: Wording.name(of: family))"
            }
            return [
                "Every event has a type, and every type belongs to one family. Models are trained by family "
                    + "and horizon.",
                "The families: \(names.joined()).",
            ]
        }
    }

    private static func modelSentences(_ concept: Concept) -> [Sentence] {
        switch concept {
        case .gate:
            return [
                "The gate decides whether a newly trained model may be used: on events that it was not "
                    + "trained on it must be better than the base score, the median of the kind and the "
                    + "present model, beyond chance and corrected for the number of models tried.",
                "Each refusal is stored with its reason.",
            ]
        case .outOfSample:
            return [
                "Figures are computed only on events that the model had not seen: walk-forward in time, on a "
                    + "lock-box at the end that is looked at once per version, or live before the outcome."
            ]
        case .certificate:
            return [
                "The validation certificate says that the whole procedure was run on simulated worlds with "
                    + "known truth: without effect it finds none, a planted effect it finds, and its "
                    + "intervals cover the truth as often as they claim."
            ]
        case .baseline:
            return [
                "A baseline is what a simpler rule reaches on the same events: the majority class, the "
                    + "rules' direction, the base score or the median of the kind. A figure without it says "
                    + "little."
            ]
        case .badge:
            return [
                "\(word: HealthBadge.insufficientData.rawValue): below "
                    + "\(NumberFact.count("minimum_events", HealthAssessment.minimumEvents)) labelled events "
                    + "or \(NumberFact.count("minimum_companies", HealthAssessment.minimumCompanies)) "
                    + "companies.",
                "\(word: HealthBadge.productionReady.rawValue): only with "
                    + "\(NumberFact.count("production_events", HealthAssessment.productionEvents)) events, "
                    + "\(NumberFact.count("production_companies", HealthAssessment.productionCompanies)) "
                    + "companies and \(NumberFact.count("production_days", HealthAssessment.productionDays)) "
                    + "event days, the gate passed, calibration not rejected and a valid certificate.",
                "\(word: HealthBadge.prototype.rawValue): anything between.",
            ]
        case .confidence:
            let share = NumberFact.measured("example_probability", 60, .percent, decimals: 0)
            return [
                "A confidence is the calibrated probability of the stated side: of many events with "
                    + "\(share), about \(share) should go that way. It is shown beside the score and never "
                    + "moves it.",
                "Where only rules speak, there is a direction and no confidence.",
            ]
        default:
            let coverage = NumberFact.measured("range_coverage", 80, .percent, decimals: 0)
            return [
                "The predicted range is meant to cover \(coverage) of abnormal returns; its width comes from "
                    + "how far earlier predictions were off (split-conformal), in units of the stock's "
                    + "volatility.",
                "Intervals around figures are bootstrap intervals by event day or company, whichever is "
                    + "wider.",
            ]
        }
    }
}
