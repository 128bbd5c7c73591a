import Events
import Features
import Market
import Models
import Statistics
import Testing

@Suite
struct DatasetTests {
    @Test
    func orderOfRowsDoesNotMatter() throws {
        let (rows, features) = SyntheticWorld(events: 200).rows()
        let original = try dataset(rows, features)
        var random = RandomStream(seed: 5)
        for _ in 0..<5 {
            var shuffled = rows
            random.permute(&shuffled)
            let again = try dataset(shuffled, features)
            #expect(again.dataHash == original.dataHash)
            #expect(again.rows == original.rows)
            #expect(bits(again.features) == bits(original.features))
        }
        let order = random.permutation(rows.count)
        var moved = rows
        for (new, old) in order.enumerated() { moved[old].featureRow = new }
        let again = try dataset(moved, features.selecting(rows: order))
        #expect(again.dataHash == original.dataHash)
    }

    @Test
    func rowsAreSortedByKnowledgeThenKey() throws {
        let data = try SyntheticWorld(events: 300, sessions: 40).dataset()
        for (left, right) in zip(data.rows, data.rows.dropFirst()) {
            #expect((left.knownAt, left.eventID) < (right.knownAt, right.eventID))
        }
        #expect(data.rows.map(\.featureRow) == Array(data.rows.indices))
    }

    @Test(arguments: [
        "eventID", "ticker", "itemGroup", "groupKey", "knownAt", "reaction", "outcome", "base", "rule",
        "return",
        "direction", "impact", "volatility", "feature", "name", "featureVersion", "labelVersion", "horizon",
    ])
    func everyFieldChangesTheHash(field: String) throws {
        var (rows, features) = SyntheticWorld(events: 30).rows()
        let original = try dataset(rows, features).dataHash
        var (featureVersion, labelVersion, horizon) = ("fs-test", "1", Horizon.fiveDay)
        switch field {
        case "eventID": rows[3].eventID += "x"
        case "ticker": rows[3].ticker += "x"
        case "itemGroup": rows[3].itemGroup += "x"
        case "groupKey": rows[3].groupKey += "x"
        case "knownAt": rows[3].knownAt = rows[3].knownAt.advanced(bySeconds: 1)
        case "reaction": rows[3].reactionSession -= 1
        case "outcome": rows[3].outcomeSession += 1
        case "base": rows[3].baseScore += 0.5
        case "rule": rows[3].ruleDirection = 0
        case "return": rows[3].abnormalReturn += 1e-12
        case "direction": rows[3].direction = -rows[3].direction
        case "impact": rows[3].realizedImpact = nil
        case "volatility": rows[3].volatility = .nan
        case "feature":
            var values = features.values
            values[17] += 0.25
            features = FeatureMatrix(names: features.names, values: values)
        case "name":
            features = FeatureMatrix(names: ["g"] + features.names.dropFirst(), values: features.values)
        case "featureVersion": featureVersion += "x"
        case "labelVersion": labelVersion += "x"
        default: horizon = .twentyDay
        }
        let changed = try Dataset(
            horizon: horizon,
            rows: rows,
            features: features,
            featureSetVersion: featureVersion,
            labelVersion: labelVersion
        )
        #expect(changed.dataHash != original, "\(field)")
        #expect(changed.dataHash.utf8.count == 32)
    }

    @Test
    func hashIsStableAcrossProcesses() throws {
        let row = TrainingRow(
            eventID: "a",
            ticker: "T",
            type: .sec8K,
            itemGroup: "g",
            groupKey: "a",
            knownAt: UTCInstant(secondsSinceEpoch: 1_700_000_000),
            reactionSession: 10,
            outcomeSession: 14,
            baseScore: 65,
            ruleDirection: nil,
            featureRow: 0,
            abnormalReturn: 0.01,
            direction: 1,
            realizedImpact: 70,
            volatility: 0.02
        )
        let data = try dataset([row], FeatureMatrix(names: ["f"], values: [.nan]))
        #expect(data.dataHash == "eb2eb204f84b1b0728dbe6a437031765")
    }

    @Test
    func wrongRowsAreRefusedByName() throws {
        let (rows, features) = SyntheticWorld(events: 5).rows()
        func refusal(_ change: (inout [TrainingRow]) -> Void, _ matrix: FeatureMatrix? = nil) -> String {
            var changed = rows
            change(&changed)
            do {
                _ = try dataset(changed, matrix ?? features)
                return "accepted"
            } catch {
                return "\(error)"
            }
        }
        #expect(refusal { _ in } == "accepted")
        #expect(refusal { $0[1].eventID = $0[0].eventID }.contains("event-0 is in the training data twice"))
        #expect(refusal { $0[1].featureRow = 5 }.contains("feature row 5"))
        #expect(refusal { $0[1].baseScore = 101 }.contains("base score of event event-1 is 101.0"))
        #expect(refusal { $0[1].baseScore = .nan }.contains("base score"))
        #expect(refusal { $0[1].realizedImpact = -1 }.contains("realized impact"))
        #expect(refusal { $0[1].direction = 2 }.contains("direction"))
        #expect(refusal { $0[1].ruleDirection = 5 }.contains("rule direction"))
        #expect(refusal { $0[1].abnormalReturn = .nan }.contains("abnormal return"))
        #expect(refusal { $0[1].volatility = -0.1 }.contains("volatility"))
        #expect(refusal { $0[1].outcomeSession = 0 }.contains("outcome session"))
        var values = features.values
        values[7] = .infinity
        let infinite = FeatureMatrix(names: features.names, values: values)
        #expect(refusal({ _ in }, infinite).contains("feature f2 of event event-1 is infinite"))
    }

    @Test
    func familiesAreSelectedWithTheirFeatures() throws {
        let data = try SyntheticWorld(events: 100, families: [.sec8K, .merger, .earningsRelease]).dataset()
        let earnings = data.selecting(family: .earnings)
        #expect(earnings.count == 33)
        #expect(earnings.rows.allSatisfy { $0.type == .earningsRelease })
        let first = try #require(data.rows.firstIndex { $0.type == .earningsRelease })
        #expect(
            Array(earnings.features.row(0)).map(\.bitPattern)
                == Array(data.features.row(first)).map(\.bitPattern)
        )
        #expect(data.selecting(family: nil).dataHash == data.dataHash)
        #expect(earnings.dataHash != data.dataHash)
    }

    private func dataset(_ rows: [TrainingRow], _ features: FeatureMatrix) throws -> Dataset {
        try Dataset(
            horizon: .fiveDay,
            rows: rows,
            features: features,
            featureSetVersion: "fs-test",
            labelVersion: "1"
        )
    }

    private func bits(_ matrix: FeatureMatrix) -> [UInt32] { matrix.values.map(\.bitPattern) }
}
