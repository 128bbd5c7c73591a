import Foundation
import Models
import Testing

@Suite
struct TrainingConfigurationTests {
    @Test(arguments: [
        "seed", "lockBox", "blocks", "embargo", "depth", "rate", "candidates", "slices", "share", "rows",
        "level",
        "accuracy", "features", "canary",
    ])
    func everySettingChangesTheFingerprint(setting: String) {
        var configuration = TrainingConfiguration.standard
        switch setting {
        case "seed": configuration.seed += 1
        case "lockBox": configuration.policy.lockBoxShare = 0.2
        case "blocks": configuration.policy.blocks = 7
        case "embargo": configuration.policy.embargoSessions = 6
        case "depth": configuration.magnitude[0].depth = 2
        case "rate": configuration.direction[0].learningRate = 0.05
        case "candidates": configuration.magnitude.append(HeadParameters(depth: 2))
        case "slices": configuration.slices = 2
        case "share": configuration.sliceShare = 0.1
        case "rows": configuration.minimumSliceRows = 20
        case "level": configuration.gate.level = 0.01
        case "accuracy": configuration.gate.incredibleAccuracy = 0.6
        case "features": configuration.gate.explainingFeatures = []
        default: configuration.canaryRounds += 1
        }
        #expect(configuration.fingerprint != TrainingConfiguration.standard.fingerprint)
        #expect(configuration.fingerprint.utf8.count == 32)
    }

    @Test
    func defaultsAreTheDocumentedOnes() {
        let configuration = TrainingConfiguration.standard
        #expect(
            configuration.policy
                == WalkForwardPolicy(
                    lockBoxShare: 0.15,
                    firstTrainingShare: 0.4,
                    minimumTrainingRows: 50,
                    blocks: 6,
                    embargoSessions: 5
                )
        )
        for parameters in configuration.magnitude + configuration.direction {
            #expect((2...4).contains(parameters.depth))
            #expect((0.03...0.1).contains(parameters.learningRate))
            #expect(parameters.rowShare < 1 && parameters.columnShare < 1)
        }
        #expect(configuration.gate.level == 0.05)
        #expect(configuration.gate.incredibleAccuracy == 0.57 && configuration.gate.credibleEvents == 1_000)
    }

    @Test
    func aConfigurationReadsBackFromItsJSON() throws {
        var configuration = TrainingConfiguration.quick
        configuration.gate.canaryLevel = 0.002
        let bytes = try JSONEncoder().encode(configuration)
        let again = try JSONDecoder().decode(TrainingConfiguration.self, from: bytes)
        #expect(again == configuration && again.fingerprint == configuration.fingerprint)
    }
}
