/// Adjusted closes of one instrument on a dense grid of exchange sessions.
///
/// Element `i` of every array belongs to session `firstSession + i` of the exchange calendar. A close that is
/// missing or quarantined is NaN in `adjusted` and in `close`; `quarantine` says which it is. All closes of a series are of one vintage.
public struct PriceSeries: Sendable {
    /// The instrument's symbol.
    public let ticker: String
    /// Calendar session index of element 0.
    public let firstSession: Int
    /// Closes adjusted for splits and dividends; NaN where there is no usable close.
    public let adjusted: [Double]
    /// Closes adjusted for splits only; NaN where there is no usable close.
    public let close: [Double]
    /// Shares traded; NaN where unknown.
    public let volume: [Double]
    /// Why a session's close is not used; nil where it is usable or simply absent.
    public let quarantine: [QuarantineReason?]
    /// Sessions at which the level of the series breaks for no market reason; no window may span one.
    public let breaks: [Int]
    /// Hash of everything that a label can depend on, for noticing that prices were revised.
    ///
    /// A `StableHash` over session, adjusted close, close and quarantine of every session that has any of them, then
    /// over the breaks; sessions without a bar at either end do not change it.
    public let vintage: UInt64

    /// Creates a series; all arrays have the same length.
    public init(
        ticker: String,
        firstSession: Int,
        adjusted: [Double],
        close: [Double],
        volume: [Double],
        quarantine: [QuarantineReason?],
        breaks: [Int]
    ) {
        precondition(
            adjusted.count == close.count && close.count == volume.count && volume.count == quarantine.count,
            "arrays of a price series differ in length"
        )
        self.ticker = ticker
        self.firstSession = firstSession
        self.adjusted = adjusted
        self.close = close
        self.volume = volume
        self.quarantine = quarantine
        self.breaks = breaks
        vintage = Self.vintage(
            firstSession: firstSession,
            adjusted: adjusted,
            close: close,
            quarantine: quarantine,
            breaks: breaks
        )
    }

    /// Calendar session index behind the last element.
    public var endSession: Int { firstSession + adjusted.count }

    /// The adjusted close of a calendar session; NaN where there is none.
    public func adjustedClose(at session: Int) -> Double {
        let index = session - firstSession
        return index >= 0 && index < adjusted.count ? adjusted[index] : .nan
    }

    /// Whether the level of the series breaks behind `base` and not behind `outcome`, both calendar sessions.
    public func hasBreak(after base: Int, through outcome: Int) -> Bool {
        breaks.contains { $0 > base && $0 <= outcome }
    }

    private static func vintage(
        firstSession: Int,
        adjusted: [Double],
        close: [Double],
        quarantine: [QuarantineReason?],
        breaks: [Int]
    ) -> UInt64 {
        var hash = StableHash()
        for index in adjusted.indices {
            let reason = quarantine[index]
            if reason == nil, adjusted[index].isNaN, close[index].isNaN { continue }
            hash.combine(firstSession + index)
            hash.combine(adjusted[index])
            hash.combine(close[index])
            hash.combine(reason?.code ?? 0)
        }
        for session in breaks { hash.combine(session) }
        return hash.value
    }
}
