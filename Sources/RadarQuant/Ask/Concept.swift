/// A word of ours that can be asked for.
enum Concept: String, CaseIterable {
    case baseScore
    case adjustedScore
    case guardrail
    case realizedImpact
    case abnormalReturn
    case horizon
    case gate
    case confidence
    case range
    case outOfSample
    case label
    case family
    case benchmark
    case certificate
    case contribution
    case baseline
    case badge
    case method

    /// The phrases by which it is known; the longer ones come first where concepts share words.
    var phrases: [String] {
        switch self {
        case .baseScore: ["base score", "basescore"]
        case .adjustedScore:
            ["adjusted score", "ai-adjusted score", "ai score", "ml score", "impact estimate"]
        case .guardrail: ["guardrail", "guard rail", "adjustment limit"]
        case .realizedImpact:
            [
                "realized impact", "realised impact", "impact score", "impact mean", "impact scale",
                "the impact",
            ]
        case .abnormalReturn: ["abnormal return"]
        case .horizon: ["horizon"]
        case .gate: ["gate", "quality gate"]
        case .confidence: ["confidence", "confidence level", "probability", "probability up"]
        case .range: ["predicted range", "interval", "conformal"]
        case .outOfSample:
            ["walk-forward", "walk forward", "out of sample", "out-of-sample", "lock-box", "lock box"]
        case .label: ["label", "labelled", "labeled", "outcome"]
        case .family: ["family", "event type", "taxonomy"]
        case .benchmark: ["benchmark", "spy"]
        case .certificate: ["validation certificate", "certificate"]
        case .contribution: ["contribution", "shap"]
        case .baseline: ["baseline", "majority class"]
        case .badge: ["prototype", "production ready", "insufficient data"]
        case .method:
            [
                "market echo", "radarquant", "method", "does it work", "does this work", "score work",
                "model work",
                "scores made", "scores computed", "score computed", "score calculated", "score",
            ]
        }
    }

    /// The concept that the words name first in order of declaration; nil where they name none.
    static func named(in words: [QuestionWord]) -> Concept? {
        allCases.first { words.contains(anyPhrase: $0.phrases) }
    }
}
