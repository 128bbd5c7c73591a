/// Why a question got no answer.
public enum DeclineReason: String, CaseIterable, Sendable {
    /// It asks what to do with a security.
    case tradingAdvice = "trading_advice"
    /// It asks where a price will go or what a share is worth.
    case priceForecast = "price_forecast"
    /// It is not about stored events, their outcomes or the models.
    case outside
    /// It is empty or has no word.
    case empty
    /// It is not written in English.
    case language
    /// It names an event that is not stored.
    case unknownEvent = "unknown_event"
    /// It names a company of which no event is stored.
    case unknownCompany = "unknown_company"
    /// Nothing is stored that would answer it.
    case noData = "no_data"
}
