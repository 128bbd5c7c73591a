/// What is true in a simulated market.
public enum WorldKind: String, CaseIterable, Sendable {
    /// Events do nothing: sessions and companies are independent, and no move can be foretold.
    case null
    /// Events do nothing, and everything else is difficult: shared shocks on days and in sectors, fat tails, events in seasons.
    case clustered
    /// An event's surprise moves the price by a known amount.
    case planted
    /// The surprise moves the price at first, and the other way after two thirds of the time.
    case regimeShift = "regime_shift"
}
