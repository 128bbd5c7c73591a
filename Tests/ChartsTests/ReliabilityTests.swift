import Markup
import Testing

@testable import Charts

@Suite
struct ReliabilityTests {
    // R: qbinom(c(0.025, 0.975), n, p) / n
    @Test(arguments: [
        (100, 0.5, 40, 60), (10, 0.1, 0, 3), (20, 0.3, 2, 10), (1, 0.5, 0, 1), (1_000, 0.05, 37, 64),
    ])
    func `The band is the central part of the binomial distribution`(
        n: Int,
        probability: Double,
        low: Int,
        high: Int
    )
        throws
    {
        let band = try #require(BinomialBand.central95(probability: probability, n: n))
        #expect(band.lowerBound == Double(low) / Double(n))
        #expect(band.upperBound == Double(high) / Double(n))
    }

    @Test
    func `The band of large samples follows the normal distribution`() throws {
        let exact = try #require(BinomialBand.central95(probability: 0.3, n: 200_000))
        let normal = try #require(BinomialBand.central95(probability: 0.3, n: 200_001))
        #expect((exact.lowerBound - normal.lowerBound).magnitude < 1e-5)
        #expect((exact.upperBound - normal.upperBound).magnitude < 1e-5)
        #expect(BinomialBand.central95(probability: 0, n: 5) == 0...0)
        #expect(BinomialBand.central95(probability: .nan, n: 5) == nil)
        #expect(BinomialBand.central95(probability: 0.5, n: 0) == nil)
    }

    @Test
    func `Points, band and counts are all drawn`() throws {
        let bins = (0..<10).map { bin in
            let stated = (Double(bin) + 0.5) / 10
            return ReliabilityDiagram.Bin(
                stated: stated,
                observed: ChartEstimate(stated, lower: max(0, stated - 0.1), upper: min(1, stated + 0.1)),
                n: 10 + bin * 1_000
            )
        }
        let page = try MarkupReader(
            ReliabilityDiagram(heading: ChartHeading(id: "a", title: "T"), bins: bins.shuffled()).figure()
                .string
        )
        #expect(page.all("circle").filter { $0.attributes["class"] == "pt" }.count == 11)
        #expect(page.all("rect").filter { $0.attributes["class"] == "bar" }.count == 10)
        #expect(page.all("path").contains { $0.attributes["class"] == "band" })
        #expect(page.all("text").contains { $0.text == "9,010" })
    }
}
