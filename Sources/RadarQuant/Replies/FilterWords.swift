import Market

extension EventFilter {
    /// The filter in words: kind, company, period.
    var words: Sentence {
        var words = kind.words
        if let ticker { words = words + " of \(.company(ticker: ticker))" }
        switch (since, until) {
        case (let since?, let until?) where since == until: return words + " on \(label: since.iso8601)"
        case (let since?, let until?):
            return words + " from \(label: since.iso8601) to \(label: until.iso8601)"
        case (let since?, nil): return words + " since \(label: since.iso8601)"
        case (nil, let until?): return words + " until \(label: until.iso8601)"
        case (nil, nil): return words
        }
    }

    /// The same filter for another kind.
    func with(_ kind: EventKind) -> EventFilter {
        var filter = self
        filter.kind = kind
        return filter
    }

    /// The same filter for all companies.
    var ofAllCompanies: EventFilter {
        var filter = self
        filter.ticker = nil
        return filter
    }
}
