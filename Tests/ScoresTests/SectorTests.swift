import Scores
import Testing

@Suite("Sectors")
struct SectorTests {
    @Test(
        "Industry codes of the SEC's list map to a sector",
        arguments: [
            (2834, Sector.pharmaBiotech), (2836, .pharmaBiotech), (8731, .pharmaBiotech), (3845, .healthCare),
            (3571, .technology), (3674, .technology), (7372, .technology), (1311, .energy), (2911, .energy),
            (4911, .utilities), (6798, .realEstate), (6022, .financials), (4813, .communication),
            (2080, .consumerStaples), (5411, .consumerStaples), (3711, .consumerDiscretionary),
            (5812, .consumerDiscretionary), (2821, .materials), (3721, .industrials), (4512, .industrials),
        ]
    )
    func known(_ code: Int, _ sector: Sector) {
        #expect(Sector(sic: code) == sector)
    }

    @Test("A code outside the list's divisions has no sector", arguments: [0, -1, 99, 9995, 100_000])
    func unknown(_ code: Int) {
        #expect(Sector(sic: code) == nil)
    }
}
