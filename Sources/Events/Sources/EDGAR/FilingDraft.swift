import Market

/// An event of a filing with what is needed to link amendments.
struct FilingDraft {
    var event: MarketEvent
    let reportDate: TradingDay?
}
