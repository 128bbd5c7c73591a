/// Addresses of pages, with keys percent-encoded.
enum PageAddress {
    /// The page of an event.
    static func event(_ eventID: String) -> String {
        "/events/\(PercentDecoding.encoded(eventID))"
    }

    /// The page of a company.
    static func company(_ ticker: String) -> String {
        "/companies/\(PercentDecoding.encoded(ticker))"
    }

    /// The model card of a model.
    static func model(_ modelID: String) -> String {
        "/models/\(PercentDecoding.encoded(modelID))"
    }

    /// RadarQuant's explanation of an event.
    static func explanation(of eventID: String) -> String {
        "/radarquant?event=\(PercentDecoding.encoded(eventID))"
    }

    /// The JSON of an event's predictions.
    static func scores(of eventID: String) -> String {
        "/ml-scores/\(PercentDecoding.encoded(eventID))"
    }

    /// The events page with a query; parameters without a value are left out.
    static func events(_ parameters: [(name: String, value: String?)] = []) -> String {
        path("/events", parameters)
    }

    /// A path with a query; parameters without a value, or with an empty one, are left out.
    static func path(_ path: String, _ parameters: [(name: String, value: String?)]) -> String {
        let query = parameters.compactMap { name, value -> String? in
            guard let value, !value.isEmpty else { return nil }
            return "\(name)=\(PercentDecoding.encoded(value))"
        }
        return query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
    }
}
