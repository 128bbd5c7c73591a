extension MarketEvent {
    /// True for an 8-K that reports results of operations: item 2.02, before 2004-08-23 item 12.
    public var reportsResults: Bool {
        type == .sec8K && items.contains { $0 == "2.02" || $0 == "12" }
    }
}
