import Evaluation
import Events
import Market
import Models
import Testing

@Suite
struct AccuracyTableTests {
    /// 60 predictions: 40 of one company in January 2020, right in 30; 20 of two others in July, right in 5.
    private func report() throws -> BacktestReport {
        let winter = BacktestWorld.session("2020-01-02")
        let summer = BacktestWorld.session("2020-07-01")
        let predictions = (0..<60).map { index -> GradedPrediction in
            let isEarly = index < 40
            let isRight = isEarly ? index < 30 : index < 45
            return Graded.row(
                index,
                ticker: isEarly ? "AAA" : "B\(index % 2)",
                session: isEarly ? winter + index % 10 : summer + index % 5,
                impact: 50,
                up: isEarly ? 0.58 : 0.3,
                median: 55,
                abnormal: (isEarly == isRight) ? 0.01 : -0.01,
                realized: isEarly ? 60 : 45
            )
        }
        let events = (0..<60).map { index in
            BacktestWorld.event(
                "e\(index)",
                type: index < 40 ? .sec8K : .secS1,
                items: index < 20 ? ["2.02"] : ["5.02"],
                precision: index < 59 ? .exact : .day,
                phase: index < 30 ? "before_open" : index < 59 ? "after_close" : nil
            )
        }
        return try BacktestWorld.report(
            BacktestWorld.input(predictions, events: events, models: [try Records.record()])
        )
    }

    private func groups(_ groupBy: AccuracyGrouping) throws -> [AccuracyGroup] {
        try report().accuracy(AccuracyQuery(groupBy: groupBy)).groups
    }

    @Test(arguments: [
        (AccuracyGrouping.family, ["sec_8k"], [60]), (.horizon, ["5d"], [60]), (.year, ["2020"], [60]),
        (.quarter, ["2020-Q1", "2020-Q3"], [40, 20]), (.eventType, ["sec_8k", "sec_s1"], [40, 20]),
        (.itemGroup, ["sec_8k:2.02", "sec_8k:5.02_alone", "sec_s1"], [20, 20, 20]),
        (.ticker, ["AAA", "B0", "B1"], [40, 10, 10]), (.timePrecision, ["day", "exact"], [1, 59]),
        (.phase, ["after_close", "before_open", "unknown"], [29, 30, 1]),
        (.predictedSide, ["up", "down"], [40, 20]),
        (.confidenceBand, ["55-60", "70-80"], [40, 20]),
    ])
    func `every grouping divides the predictions`(
        groupBy: AccuracyGrouping,
        keys: [String],
        counts: [Int]
    ) throws {
        let groups = try groups(groupBy)
        #expect(groups.map(\.key) == keys)
        #expect(groups.map(\.n) == counts)
    }

    @Test
    func `figures are those of the group's own predictions`() throws {
        let groups = try groups(.quarter)
        let winter = try #require(groups.first)
        #expect(winter.accuracy?.value == 0.75 && winter.accuracy?.n == 40)
        #expect(winter.companies == 1 && winter.days == 10)
        // The training part's up rate of 0.52 names up: right in the 30 that went up.
        #expect(winter.accuracy?.baseline(named: "majority_class")?.value == 0.75)
        #expect(winter.impactError?.value == 10)
        #expect(winter.impactError?.baseline(named: "base_score")?.value == 0)
        #expect(winter.impactError?.baseline(named: "item_group_median")?.value == 5)
        // One company: no interval over companies, so none at all.
        #expect(winter.accuracy?.interval == nil)
        let summer = try #require(groups.last)
        #expect(summer.accuracy?.value == 0.25 && summer.companies == 2 && summer.days == 5)
        #expect(summer.accuracy?.baseline(named: "majority_class")?.value == 0.75)
        #expect(summer.impactError?.value == 5 && summer.accuracy?.interval != nil)
    }

    @Test
    func `groups below twenty are listed without a figure`() throws {
        let groups = try groups(.ticker)
        #expect(groups.map(\.tooFew) == [false, true, true])
        #expect(groups.last?.n == 10 && groups.last?.days == 5)
        #expect(AccuracyTable.minimumEvents == 20)
    }

    @Test
    func `a filter without predictions gives an empty table`() throws {
        let table = try report().accuracy(AccuracyQuery(groupBy: .year, family: .fda))
        #expect(table.groups.isEmpty && table.overall.n == 0 && table.overall.tooFew)
    }

    @Test
    func `stored tables are the computed ones`() throws {
        let report = try report()
        #expect(report.accuracyTables.map(\.query.groupBy) == AccuracyGrouping.allCases)
        for table in report.accuracyTables { #expect(try report.accuracy(table.query) == table) }
        // Asked for with a filter that lets all through, the numbers are computed anew.
        let again = try report.accuracy(AccuracyQuery(groupBy: .quarter, family: .sec8K, horizon: .fiveDay))
        let stored = try report.accuracy(AccuracyQuery(groupBy: .quarter))
        #expect(again.groups.map(\.accuracy?.value) == stored.groups.map(\.accuracy?.value))
    }
}
