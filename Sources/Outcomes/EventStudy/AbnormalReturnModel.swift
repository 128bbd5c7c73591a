/// What a stock would have returned without the event.
///
/// Sources: Brown and Warner, "Using Daily Stock Returns" (1985); MacKinlay, "Event Studies in Economics and Finance"
/// (1997), sections 3 and 4.
public enum AbnormalReturnModel: String, Sendable, Hashable, Codable, CaseIterable {
    /// Intercept and slope on the benchmark's return, by least squares over the estimation sessions.
    case market
    /// The benchmark's return of the same session; nothing is estimated but the variance.
    case marketAdjusted = "market_adjusted"
    /// The stock's own mean return over the estimation sessions.
    case meanAdjusted = "mean_adjusted"
}
