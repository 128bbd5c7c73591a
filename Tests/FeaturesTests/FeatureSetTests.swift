import Features
import Testing

@Suite
struct FeatureSetTests {
    private let definition = FeatureDefinition(
        name: "a",
        definition: "An a",
        unit: .count,
        availability: .event,
        codes: ["x", "y"]
    )

    @Test
    func namesAreUniqueAndInOneStyle() {
        let names = FeatureSet.current.names
        #expect(Set(names).count == names.count)
        for name in names {
            #expect(name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(name)")
            #expect(FeatureSet.current.index(of: name) == names.firstIndex(of: name))
        }
        #expect(FeatureSet.current.index(of: "ticker_hash") == nil)
    }

    @Test
    func everySentenceSaysSomething() {
        for feature in FeatureSet.current.definitions {
            #expect(feature.definition.count > 7, "\(feature.name)")
            #expect(!feature.definition.contains("|"), "\(feature.name) would break the table")
            #expect(!feature.definition.hasSuffix("."), "\(feature.name)")
            #expect(feature.dependsOnHorizon == (feature.availability == .closedOutcomes), "\(feature.name)")
        }
    }

    @Test
    func versionFollowsFromTheDeclarations() {
        let reference = FeatureSet(revision: 1, definitions: [definition]).version
        #expect(reference.wholeMatch(of: /fs1-[0-9a-f]{16}/) != nil)
        #expect(FeatureSet(revision: 1, definitions: [definition]).version == reference)
        #expect(FeatureSet.current.version.wholeMatch(of: /fs[0-9]+-[0-9a-f]{16}/) != nil)
        let others = [
            FeatureDefinition(
                name: "b",
                definition: "An a",
                unit: .count,
                availability: .event,
                codes: ["x", "y"]
            ),
            FeatureDefinition(
                name: "a",
                definition: "A",
                unit: .count,
                availability: .event,
                codes: ["x", "y"]
            ),
            FeatureDefinition(
                name: "a",
                definition: "An a",
                unit: .code,
                availability: .event,
                codes: ["x", "y"]
            ),
            FeatureDefinition(
                name: "a",
                definition: "An a",
                unit: .count,
                availability: .baseClose,
                codes: ["x", "y"]
            ),
            FeatureDefinition(
                name: "a",
                definition: "An a",
                unit: .count,
                availability: .event,
                dependsOnHorizon: true,
                codes: ["x", "y"]
            ),
            FeatureDefinition(
                name: "a",
                definition: "An a",
                unit: .count,
                availability: .event,
                codes: ["y", "x"]
            ),
            FeatureDefinition(
                name: "a",
                definition: "An a",
                unit: .count,
                availability: .event,
                codes: ["xy"]
            ),
        ].map { FeatureSet(revision: 1, definitions: [$0]).version }
        #expect(Set(others + [reference]).count == others.count + 1)
        #expect(FeatureSet(revision: 2, definitions: [definition]).version != reference)
    }

    @Test
    func orderOfColumnsIsPartOfTheVersion() {
        let other = FeatureDefinition(name: "b", definition: "A b", unit: .count, availability: .event)
        #expect(
            FeatureSet(revision: 1, definitions: [definition, other]).version
                != FeatureSet(revision: 1, definitions: [other, definition]).version
        )
    }

    @Test
    func tableHasOneLinePerFeature() {
        let lines = FeatureSet.current.markdownTable.split(separator: "\n")
        #expect(lines.count == FeatureSet.current.count + 2)
        for (feature, line) in zip(FeatureSet.current.definitions, lines.dropFirst(2)) {
            #expect(line.contains("| `\(feature.name)` | \(feature.definition)"))
            #expect(line.split(separator: "|").count == 6, "\(line)")
        }
    }

    @Test
    func fingerprintTellsRowsApart() {
        let matrix = FeatureMatrix(names: ["a", "b"], values: [1, .nan, 1, -.nan, .nan, 1, 1, 2])
        #expect(matrix.fingerprint(ofRow: 0) == matrix.fingerprint(ofRow: 1))
        #expect(Set((1..<4).map(matrix.fingerprint)).count == 3)
    }
}
