import Events

/// Words for families, types and items, from the taxonomy and from everyday language.
enum KindVocabulary {
    /// The most special kind that the words name; nil where they name none.
    static func kind(in words: [QuestionWord]) -> EventKind? {
        var found: [EventKind] = words.compactMap { item($0.lower) ?? form($0.lower) }
        var index = 0
        while index < words.count {
            if let (kind, length) = longest(at: index, in: words) {
                found.append(kind)
                index += length
            } else {
                index += 1
            }
        }
        return found.min { rank($0) < rank($1) }
    }

    private static func rank(_ kind: EventKind) -> Int {
        switch kind {
        case .item: 0
        case .group: 1
        case .type(let type): EventFamily.isSingle(type.family) ? 3 : 2
        case .family: 3
        case .all: 4
        }
    }

    private static func item(_ word: String) -> EventKind? {
        guard word.contains("."), let item = FilingItem(number: word) else { return nil }
        return .item(item)
    }

    private static let shortForms = ["8k": "8-K", "10k": "10-K", "10q": "10-Q", "s1": "S-1", "s3": "S-3"]

    private static func form(_ word: String) -> EventKind? {
        guard word.contains(where: \.isNumber) else { return nil }
        let name = word.hasSuffix("s") ? String(word.dropLast()) : word
        return (try? FilingForm(shortForms[name] ?? name)).map { kind(of: $0.type) }
    }

    /// A type that is alone in its family is asked for as the family.
    private static func kind(of type: EventType) -> EventKind {
        EventFamily.isSingle(type.family) ? .family(type.family) : .type(type)
    }

    private static let longestPhrase = 4

    private static func longest(at index: Int, in words: [QuestionWord]) -> (EventKind, Int)? {
        for length in stride(from: min(longestPhrase, words.count - index), to: 0, by: -1) {
            let phrase = words[index..<(index + length)].map(\.stem).joined(separator: " ")
            if let kind = phrases[phrase] { return (kind, length) }
        }
        return nil
    }

    private static let phrases: [String: EventKind] = {
        var table: [String: EventKind] = [:]
        func add(_ phrase: String, _ kind: EventKind) {
            table[QuestionWord.stems(phrase).joined(separator: " ")] = kind
        }
        for family in EventFamily.allCases {
            add(family.rawValue, .family(family))
            add(family.rawValue.replacing("_", with: " "), .family(family))
        }
        for type in EventType.allCases {
            add(type.rawValue, kind(of: type))
            add(type.rawValue.replacing("_", with: " "), kind(of: type))
            add(type.rawValue.replacing("_", with: "-"), kind(of: type))
            if type.family == .fda {
                add(String(type.rawValue.dropFirst(4)).replacing("_", with: " "), .type(type))
            }
        }
        for (phrase, kind) in everyday { add(phrase, kind) }
        return table
    }()

    private static let everyday: [(String, EventKind)] = {
        var table: [(String, EventKind)] = [
            ("current report", .family(.sec8K)), ("quarterly report", .family(.sec10Q)),
            ("annual report", .family(.sec10K)), ("quarterly earnings", .family(.earnings)),
            ("fda event", .family(.fda)), ("drug approval", .type(.fdaApproval)),
            ("fda approved", .type(.fdaApproval)), ("fda rejected", .type(.fdaRejection)),
            ("complete response letter", .type(.fdaCompleteResponse)),
            ("advisory committee", .type(.fdaAdcom)), ("breakthrough", .type(.fdaBreakthroughDesignation)),
            ("m&a", .family(.mna)), ("mergers and acquisitions", .family(.mna)),
            ("takeover", .type(.acquisition)),
            ("spinoff", .type(.spinOff)), ("share repurchase", .type(.buyback)),
            ("repurchase", .type(.buyback)),
            ("recall", .type(.productRecall)), ("raised guidance", .type(.guidanceRaise)),
            ("guidance raised", .type(.guidanceRaise)), ("lowered guidance", .type(.guidanceLower)),
            ("guidance lowered", .type(.guidanceLower)), ("guidance cut", .type(.guidanceLower)),
            ("withdrawn guidance", .type(.guidanceWithdraw)), ("ceo change", .type(.executiveChange)),
            ("proxy statement", .type(.secDEF14A)), ("corporate news", .family(.corporate)),
        ]
        if let results = FilingItem(number: "2.02") {
            table += [("results of operations", .item(results)), ("quarterly results", .item(results))]
        }
        if let officers = FilingItem(number: "5.02") {
            table += [("officer change", .item(officers)), ("director change", .item(officers))]
        }
        return table
    }()
}

extension EventFamily {
    /// Whether the family has one type only.
    static func isSingle(_ family: EventFamily) -> Bool {
        EventType.allCases.count { $0.family == family } == 1
    }
}
