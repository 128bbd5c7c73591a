import Testing

@testable import Features

/// Features by what a person reads together.
struct FeatureGroupTests {
    @Test
    func `Every feature belongs to a group and every group has a feature`() {
        let groups = FeatureSet.current.names.map { FeatureGroup(feature: $0) }
        #expect(!groups.contains(nil))
        #expect(Set(groups.compactMap { $0 }) == Set(FeatureGroup.allCases))
    }

    @Test(
        arguments: [
            ("abnormal_return_5d", FeatureGroup.returns), ("past_outcomes_ticker", .pastOutcomes),
            ("base_score", .baseScore),
        ]
    )
    func `A feature is where one looks for it`(name: String, group: FeatureGroup) throws {
        try #require(FeatureSet.current.index(of: name) != nil, "\(FeatureSet.current.names)")
        #expect(FeatureGroup(feature: name) == group)
    }

    @Test
    func `An unknown name has no group`() {
        #expect(FeatureGroup(feature: "") == nil)
        #expect(FeatureGroup(feature: "returns") == nil)
    }
}
