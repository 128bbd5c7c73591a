import Events
import Testing

@Suite
struct ItemGroupTests {
    private static let filings: [([String], String)] = [
        (["2.02"], "sec_8k:2.02"), (["2.02", "5.02", "9.01"], "sec_8k:2.02"), (["12"], "sec_8k:2.02"),
        (["12", "7"], "sec_8k:2.02"), (["2.05", "2.02"], "sec_8k:2.02"),
        (["2.05", "9.01"], "sec_8k:2.05"), (["2.01", "2.05", "5.02"], "sec_8k:2.05"),
        (["2.01", "3.03"], "sec_8k:2.01"), (["3.03", "5.03", "9.01"], "sec_8k:3.03"),
        (["5.02"], "sec_8k:5.02_alone"), (["5.02", "9.01"], "sec_8k:5.02_alone"),
        (["9.01", "7.01"], "sec_8k:7.01_alone"), (["8.01"], "sec_8k:8.01_alone"),
        (["1.01", "9.01"], "sec_8k:1.01_alone"), (["5.07"], "sec_8k:5.07_alone"),
        (["9.01"], "sec_8k:9.01_only"), (["7.01", "8.01"], "sec_8k:other"),
        (["1.01", "2.03"], "sec_8k:other"),
        (["5.03"], "sec_8k:other"), (["5"], "sec_8k:other"), (["7"], "sec_8k:other"), ([], "sec_8k:other"),
    ]

    @Test(arguments: filings)
    func groupOfAFiling(items: [String], name: String) {
        #expect(ItemGroup(type: .sec8K, items: items).name == name)
        #expect(ItemGroup(type: .sec8K, items: items.reversed()).name == name)
    }

    @Test
    func otherTypesAreGroupsOfTheirOwn() {
        for type in EventType.allCases where type != .sec8K {
            #expect(ItemGroup(type: type, items: []).name == type.rawValue)
            #expect(ItemGroup(type: type, items: ["2.02"]).name == type.rawValue)
        }
    }

    @Test
    func namesAndPositionsAgree() {
        #expect(ItemGroup.all.count == ItemGroup.count)
        #expect(Set(ItemGroup.all.map(\.name)).count == ItemGroup.count)
        #expect(ItemGroup.count == 11 + EventType.allCases.count - 1)
        for (position, group) in ItemGroup.all.enumerated() {
            #expect(group.index == position)
            #expect(ItemGroup(name: group.name) == group)
        }
        #expect(ItemGroup(name: "sec_8k") == nil)
        #expect(ItemGroup.results == ItemGroup(type: .sec8K, items: ["2.02"]))
        #expect(ItemGroup.all == ItemGroup.all.sorted())
    }
}
