/// A word of ours that can be asked for.
enum Concept: String, CaseIterable {
    case baseScore
    case guardrail
    case adjustedScore
    case realizedImpact
    case abnormalReturn
    case horizon
    case gate
    case confidence
    case range
    case outOfSample
    case label
    case benchmark
    case certificate
    case contribution
    case baseline
    case badge
    case family
    case method

    /// Terms that only we use.
    private var terms: [String] {
        switch self {
        case .baseScore: ["base score", "basescore"]
        case .guardrail: ["guardrail", "guard rail", "adjustment limit"]
        case .adjustedScore:
            ["adjusted score", "ai-adjusted score", "ai-adjusted", "ai score", "ml score", "impact estimate"]
        case .realizedImpact: ["realized impact", "realised impact", "impact score", "impact scale"]
        case .abnormalReturn: ["abnormal return"]
        case .gate: ["quality gate"]
        case .outOfSample:
            ["walk-forward", "walk forward", "out of sample", "out-of-sample", "lock-box", "lock box"]
        case .certificate: ["validation certificate"]
        case .contribution: ["shap", "treeshap"]
        case .badge: ["production ready"]
        case .family: ["event family", "event type"]
        case .method: ["market echo", "radarquant"]
        case .horizon, .confidence, .range, .label, .benchmark, .baseline: []
        }
    }

    /// Ordinary words, which mean ours only where nothing else is spoken of.
    private var everyday: [String] {
        switch self {
        case .adjustedScore: ["adjustment", "adjusted"]
        case .realizedImpact: ["impact"]
        case .horizon: ["horizon"]
        case .gate: ["gate"]
        case .confidence: ["confidence", "confidence level", "probability"]
        case .range: ["range", "interval", "predicted range"]
        case .label: ["label", "labelled", "labeled", "outcome"]
        case .benchmark: ["benchmark", "spy"]
        case .certificate: ["certificate"]
        case .contribution: ["contribution"]
        case .baseline: ["baseline", "majority class"]
        case .badge: ["prototype", "insufficient data"]
        case .family: ["family", "taxonomy"]
        case .method: ["method", "score", "this", "it", "prediction"]
        case .baseScore, .guardrail, .abnormalReturn, .outOfSample: []
        }
    }

    /// The first concept, in order of declaration, of which the words name a term of ours, or else an
    /// ordinary word with nothing beside it; nil where they name none.
    static func named(in words: [QuestionWord]) -> Concept? {
        allCases.first { words.contains(anyPhrase: $0.terms) }
            ?? allCases.first { concept in
                words.contains(anyPhrase: concept.everyday)
                    && NeutralWords.areAll(words, except: concept.everyday)
            }
    }
}
