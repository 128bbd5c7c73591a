import Events
import Market
import Models
import Testing

@Suite
struct ModelRegistryTests {
    private let cell = Records.cell

    // MARK: - Versions

    @Test
    func firstModelIsOne() {
        let decision = ModelRegistry.nextVersion(
            after: [],
            dataHash: "d",
            configurationFingerprint: "c",
            featureSetVersion: "f",
            labelVersion: "1"
        )
        #expect(decision == .new(.initial, reason: "first model of the slot"))
    }

    @Test(arguments: [
        ("data", "conf", "fs1", "1", String?.none), ("new", "conf", "fs1", "1", "1.5.0"),
        ("data", "new", "fs1", "1", "1.5.0"), ("data", "conf", "fs2", "1", "2.0.0"),
        ("data", "conf", "fs1", "2", "2.0.0"), ("new", "new", "fs2", "2", "2.0.0"),
    ])
    func changesRaiseTheRightNumber(
        data: String,
        configuration: String,
        features: String,
        labels: String,
        expected: String?
    ) throws {
        let records = try [Records.record(3), Records.record(4), Records.record(1)]
        let decision = ModelRegistry.nextVersion(
            after: records,
            dataHash: data,
            configurationFingerprint: configuration,
            featureSetVersion: features,
            labelVersion: labels
        )
        switch decision {
        case .unchanged(let record):
            #expect(expected == nil)
            #expect(record.version.text == "1.4.0")
        case .new(let version, let reason):
            #expect(version.text == expected)
            #expect(!reason.isEmpty)
        }
    }

    // MARK: - Promotion and rollback

    @Test
    func promotionArchivesThePreviousChampion() throws {
        var records = try [Records.record(0), Records.record(1)]
        records = Records.merge(
            try ModelRegistry.promote(
                id: records[0].id,
                in: records,
                reason: "gate passed",
                at: Records.at(2)
            ),
            into: records
        )
        let changed = try ModelRegistry.promote(
            id: records[1].id,
            in: records,
            reason: "gate passed",
            at: Records.at(3)
        )
        #expect(changed.map(\.status) == [.archived, .champion])
        #expect(changed.first?.history.last?.reason == "replaced by market-echo-sec_8k-5d@1.1.0")
        records = Records.merge(changed, into: records)
        #expect(records.count { $0.status == .champion } == 1)
        #expect(ModelRegistry.champion(of: cell, in: records)?.version.text == "1.1.0")
    }

    @Test
    func otherSlotsAreLeftAlone() throws {
        let other = Cell(family: .earnings, horizon: .fiveDay)
        var records = try [Records.record(0), Records.record(0, cell: other)]
        for record in records {
            records = Records.merge(
                try ModelRegistry.promote(id: record.id, in: records, reason: "r", at: Records.at(2)),
                into: records
            )
        }
        #expect(records.map(\.status) == [.champion, .champion])
    }

    @Test
    func refusedPromotionsSayWhy() throws {
        let refused = try Records.record(0, passed: false)
        #expect(throws: RegistryError.gateRefused(id: refused.id, reason: "no skill")) {
            try ModelRegistry.promote(id: refused.id, in: [refused], reason: "r", at: Records.at(2))
        }
        #expect(throws: RegistryError.unknownModel(id: "x")) {
            try ModelRegistry.promote(id: "x", in: [refused], reason: "r", at: Records.at(2))
        }
        var records = try [Records.record(0, day: 5)]
        #expect(throws: RegistryError.outOfOrder(id: records[0].id, at: Records.at(4), last: Records.at(5))) {
            try ModelRegistry.promote(id: records[0].id, in: records, reason: "r", at: Records.at(4))
        }
        records = try ModelRegistry.promote(id: records[0].id, in: records, reason: "r", at: Records.at(6))
        #expect(throws: RegistryError.alreadyChampion(id: records[0].id)) {
            try ModelRegistry.promote(id: records[0].id, in: records, reason: "r", at: Records.at(7))
        }
    }

    @Test
    func rollbackRestoresAndGoesFurtherBack() throws {
        var records = try (0..<3).map { try Records.record($0) }
        for (day, record) in records.enumerated() {
            records = Records.merge(
                try ModelRegistry.promote(id: record.id, in: records, reason: "r", at: Records.at(10 + day)),
                into: records
            )
        }
        for (step, expected) in ["1.1.0", "1.0.0"].enumerated() {
            let changed = try ModelRegistry.rollback(
                cell: cell,
                in: records,
                reason: "worse live",
                at: Records.at(20 + step)
            )
            #expect(changed.map(\.status) == [.archived, .champion])
            #expect(changed.last?.version.text == expected)
            #expect(changed.last?.history.last?.reason == "restored: worse live")
            records = Records.merge(changed, into: records)
            #expect(records.count { $0.status == .champion } == 1)
        }
        #expect(throws: RegistryError.noPreviousChampion(cell: cell)) {
            try ModelRegistry.rollback(cell: cell, in: records, reason: "r", at: Records.at(30))
        }
        #expect(throws: RegistryError.noChampion(cell: Cell(family: nil, horizon: .oneDay))) {
            try ModelRegistry.rollback(
                cell: Cell(family: nil, horizon: .oneDay),
                in: records,
                reason: "r",
                at: Records.at(30)
            )
        }
    }

    @Test
    func twoChampionsAreReported() throws {
        let champion = [StatusChange(status: .champion, reason: "r", at: Records.at(1))]
        let records = try [
            Records.record(0, history: champion), Records.record(1, history: champion), Records.record(2),
        ]
        #expect(throws: RegistryError.severalChampions(cell: cell, ids: [records[0].id, records[1].id])) {
            try ModelRegistry.promote(id: records[2].id, in: records, reason: "r", at: Records.at(2))
        }
    }

    @Test
    func recordsNeedAHistoryAndAWeight() {
        #expect(throws: RegistryError.emptyHistory(id: "market-echo-sec_8k-5d@1.0.0")) {
            try Records.record(0, history: [])
        }
    }

    // MARK: - Who was live when

    @Test
    func timelineAnswersForEveryDay() throws {
        var records = try (0..<2).map { try Records.record($0) }
        records = Records.merge(
            try ModelRegistry.promote(id: records[0].id, in: records, reason: "first", at: Records.at(10)),
            into: records
        )
        records = Records.merge(
            try ModelRegistry.promote(id: records[1].id, in: records, reason: "second", at: Records.at(20)),
            into: records
        )
        records = Records.merge(
            try ModelRegistry.rollback(cell: cell, in: records, reason: "back", at: Records.at(30)),
            into: records
        )
        let timeline = ModelTimeline(records)
        let live = [9, 10, 19, 20, 29, 30, 400].map { day in
            timeline.live(cell: cell, on: TradingDay(daysSinceEpoch: Int32(day)))?.version.text ?? "none"
        }
        #expect(live == ["none", "1.0.0", "1.0.0", "1.1.0", "1.1.0", "1.0.0", "1.0.0"])
        #expect(
            timeline.live(cell: cell, at: Records.at(20).advanced(bySeconds: -1))?.version.text == "1.0.0"
        )
        #expect(timeline.periods(cell: cell).map(\.reason) == ["first", "second", "restored: back"])
        #expect(
            timeline.live(cell: Cell(family: nil, horizon: .fiveDay), on: TradingDay(daysSinceEpoch: 15))
                == nil
        )
    }
}
