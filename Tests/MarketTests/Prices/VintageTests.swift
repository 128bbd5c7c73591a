import Market
import Testing

@Suite("Vintage of a price series")
struct VintageTests {
    private func series(
        first: Int = 100,
        adjusted: [Double] = [1, 2, .nan, 4],
        close: [Double] = [1, 2, .nan, 4],
        quarantine: [QuarantineReason?] = [nil, nil, nil, nil],
        breaks: [Int] = []
    ) -> PriceSeries {
        PriceSeries(
            ticker: "A",
            firstSession: first,
            adjusted: adjusted,
            close: close,
            volume: adjusted.map { _ in .nan },
            quarantine: quarantine,
            breaks: breaks
        )
    }

    @Test("changes with every close, session, quarantine and break")
    func changes() {
        let vintages = [
            series(), series(first: 101), series(adjusted: [1, 2, .nan, 4.0.nextUp]),
            series(close: [1, 2, .nan, 5]),
            series(adjusted: [2, 1, .nan, 4]), series(quarantine: [nil, nil, .staleRun, nil]),
            series(quarantine: [nil, nil, .unitError, nil]), series(breaks: [103]),
        ].map(\.vintage)
        #expect(Set(vintages).count == vintages.count)
    }

    @Test("does not change with empty sessions at the ends or with the kind of NaN")
    func stays() {
        let padded = series(
            first: 99,
            adjusted: [.nan, 1, 2, .nan, 4, .nan],
            close: [.nan, 1, 2, .nan, 4, .nan],
            quarantine: [nil, nil, nil, nil, nil, nil]
        )
        #expect(padded.vintage == series().vintage)
        let signalling = series(adjusted: [1, 2, .signalingNaN, 4], quarantine: [nil, nil, .staleRun, nil])
        #expect(signalling.vintage == series(quarantine: [nil, nil, .staleRun, nil]).vintage)
    }

    @Test("is the same in every version")
    func golden() {
        #expect(series().vintage == 12_927_558_668_977_898_870)
        var hash = StableHash()
        hash.combine(1)
        #expect(hash.value == 489_277_189_545_881_747)
    }
}
