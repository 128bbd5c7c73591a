import EngineTestSupport
import Evaluation
import Testing

@testable import Pipeline

@Suite
struct WorldRunTests {
    @Test(arguments: [WorldKind.null, .planted])
    func `a world goes through the whole engine`(_ kind: WorldKind) throws {
        let folder = try TemporaryDatabase()
        let design = WorldDesign(kind: kind, seed: 7, number: 0, effect: kind == .planted ? 1.5 : 0)
        let result = try WorldRun(design: design, folder: folder.folder, resamples: 200).result()
        #expect(result.outcomes > 1_500)
        #expect(result.judged == 12)
        #expect(result.promotedDirection == (kind == .planted))
        #expect(result.promoted.isEmpty == (kind == .null))
    }
}
