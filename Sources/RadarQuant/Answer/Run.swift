public import JSONText

/// A piece of a sentence.
public enum Run: Sendable, Equatable {
    /// Words of our own, never with a digit.
    case text(String)
    /// A fixed name or a day, which may have digits: `8-K`, `5-Day`, `2024-05-02`.
    case label(String)
    /// Stored text, shown as it is.
    case quote(String)
    /// A number.
    case number(NumberFact)
    /// An event, to be shown as a link.
    case event(id: String, label: String)
    /// A company by its symbol, to be shown as a link.
    case company(ticker: String)
    /// A model by its key in the registry, to be shown as a link.
    case model(id: String, label: String)
    /// A page of the dashboard, to be shown as a link.
    case page(PageName, label: String)
}

extension Run {
    /// What a page shows of the run.
    public var shown: String {
        switch self {
        case .text(let text), .label(let text), .quote(let text): text
        case .number(let fact): fact.text
        case .event(_, let label), .model(_, let label), .page(_, let label): label
        case .company(let ticker): ticker
        }
    }

    /// What plain text has in its place: an event also with its key, since there is no link.
    var plain: String {
        if case .event(let id, let label) = self, id != label { return "\(label) (\(id))" }
        return shown
    }

    /// The numbers in it.
    var facts: [NumberFact] {
        switch self {
        case .text(let text), .label(let text): Self.named("label", text, .label)
        case .number(let fact): fact.text.contains(where: \.isNumber) ? [fact] : []
        case .quote(let text):
            NumberScanner.tokens(in: text).map { .named("quoted", $0.raw, .quoted) }
        case .event(let id, let label):
            [.named("event_id", id, .identifier)] + Self.named("label", label, .label)
        case .model(let id, let label):
            [.named("model_id", id, .identifier)] + Self.named("label", label, .label)
        case .company(let text): Self.named("ticker", text, .identifier)
        case .page(_, let label): Self.named("label", label, .label)
        }
    }

    private static func named(_ name: String, _ text: String, _ unit: NumberUnit) -> [NumberFact] {
        text.contains(where: \.isNumber) ? [.named(name, text, unit)] : []
    }
}

extension Run: JSONWritable {
    /// Writes the run as an object with its kind and what is shown.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .text: json.member("kind", "text")
            case .label: json.member("kind", "label")
            case .quote: json.member("kind", "quote")
            case .number: json.member("kind", "number")
            case .event: json.member("kind", "event")
            case .company: json.member("kind", "company")
            case .model: json.member("kind", "model")
            case .page: json.member("kind", "page")
            }
            json.member("text", shown)
            switch self {
            case .event(let id, _): json.member("event_id", id)
            case .company(let ticker): json.member("ticker", ticker)
            case .model(let id, _): json.member("model_id", id)
            case .page(let page, _): json.member("page", page.rawValue)
            case .text, .label, .quote, .number: break
            }
        }
    }
}
