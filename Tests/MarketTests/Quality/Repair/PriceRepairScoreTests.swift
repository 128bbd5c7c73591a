import Foundation
import Market
import TestSupport
import Testing

/// Repair on real files; docs/reference/price-repair.md holds the figures, `RECORD_GOLDEN=1` writes them anew.
@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct PriceRepairScoreTests {
    @Test
    func `every error of the recorded files is repaired or set aside, and nothing else is changed`() throws {
        let rows = try PriceRepairPage.recorded()
        #expect(rows.count == 29)
        for row in rows {
            guard let score = row.score else { continue }
            #expect(score.missed == 0 && score.touched == 0, "\(row.name): \(score)")
            #expect(score.errors == score.right + score.quarantined, "\(row.name): \(score)")
            if row.isClean { #expect(score.errors == 0 && score.reasons.isEmpty, "\(row.name): \(score)") }
        }
        #expect(rows.compactMap(\.refusal).allSatisfy { if case .notDaily = $0 { true } else { false } })
    }

    @Test
    func `nothing is repaired and no dividend is doubted in the clean files`() throws {
        var bars = 0
        var dividends = 0
        for ticker in try CleanPrices.tickers() {
            let clean = try CleanPrices.bars(ticker)
            bars += clean.count
            dividends += clean.count { $0.dividend > 0 }
            #expect(PriceRepairer.repair(clean).repairs == [], "\(ticker)")
            let doubts = PriceScreening.findings(clean).filter { $0.reason == .suspectDividend }
            #expect(doubts.isEmpty, "\(ticker): \(doubts)")
        }
        #expect(bars == 539_035)
        #expect(dividends > 4000)
    }

    @Test
    func `the page shows the score`() throws {
        let url = SharedData.packageRoot.appending(path: "docs/reference/price-repair.md")
        let marker = "<!-- measured -->\n"
        let page = try String(contentsOf: url, encoding: .utf8)
        let head = try #require(page.range(of: marker), "\(url.lastPathComponent) has no marker")
        let injected = try PriceRepairPage.injected()
        #expect(injected.values.reduce(0) { $0 + $1.wrong } <= 1)
        let expected =
            page[..<head.upperBound] + "\n## Recorded files\n\n"
            + PriceRepairPage.markdown(try PriceRepairPage.recorded())
            + "\n## Errors put into clean files\n\n" + PriceRepairPage.markdown(injected)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(expected.utf8).write(to: url)
        }
        #expect(
            page == expected,
            "write the page with RECORD_GOLDEN=1 make test TEST_FLAGS=\"--filter PriceRepairScoreTests\""
        )
    }
}
