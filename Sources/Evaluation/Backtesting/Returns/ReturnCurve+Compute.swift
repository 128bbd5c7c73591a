import Events
import Market
import Models
import Outcomes
import Scores
import Statistics

extension ReturnCurve {
    /// Events below which there is no curve.
    static let minimumEvents = 20

    /// The curves of all groups that have events; none without a benchmark.
    static func all(
        _ input: BacktestInput,
        population: BacktestPopulation,
        settings: MonitoringSettings,
        window: EventWindow = EventWindow()
    ) -> [ReturnCurve] {
        guard let benchmark = input.benchmarkCloses else { return [] }
        var positions: [String: Int] = [:]
        for (position, closes) in input.closes.enumerated() { positions[closes.ticker] = position }
        let known = input.events.indices.filter {
            input.events[$0].reactionSession != nil && positions[input.events[$0].ticker] != nil
        }
        let paths = EventPaths(
            known.map { event in
                EventStudySubject(
                    series: positions[input.events[event].ticker] ?? 0,
                    reactionSession: input.events[event].reactionSession ?? 0
                )
            },
            series: input.closes.map { DailyAbnormalReturns(stock: $0, benchmark: benchmark) },
            window: window
        )
        let curves = ReturnCurves(paths: paths, events: paths.events.map { known[$0] }, input: input)
        let groups = curves.groups(population)
        return ParallelMap.map(count: groups.count, threads: settings.threads) { index in
            curves.curve(groups[index].group, groups[index].members, settings: settings)
        }.sorted { $0.group < $1.group }
    }
}

extension ReturnGroup: Comparable {
    /// Groups are ordered by sort, then by size of horizon, declared item group or name.
    public static func < (lhs: ReturnGroup, rhs: ReturnGroup) -> Bool { lhs.rank < rhs.rank }

    private var rank: (Int, Int, String) {
        switch self {
        case .all: (0, 0, "")
        case .ruleSide(let side):
            (1, RuleDirection.allCases.firstIndex { $0.rawValue == side } ?? 0, side)
        case .modelSide(let horizon, let side): (2, horizon.sessions, side == "up" ? "a" : "b")
        case .family(let family): (3, 0, family.rawValue)
        case .itemGroup(let group): (4, group.index, "")
        }
    }
}

/// The paths of all events, from which the curves of groups are averaged.
private struct ReturnCurves: Sendable {
    let paths: EventPaths
    /// Position in the input of each event with a path.
    let events: [Int]
    let input: BacktestInput

    /// Groups with their members as positions among the paths, the largest first.
    func groups(_ population: BacktestPopulation) -> [(group: ReturnGroup, members: [Int])] {
        var members: [ReturnGroup: [Int]] = [:]
        var pathOfEvent: [Int?] = Array(repeating: nil, count: input.events.count)
        for (path, event) in events.enumerated() {
            let facts = input.events[event]
            pathOfEvent[event] = path
            members[.all, default: []].append(path)
            members[.family(facts.type.family), default: []].append(path)
            members[.itemGroup(facts.itemGroup), default: []].append(path)
            if let rule = facts.ruleDirection { members[.ruleSide(rule.rawValue), default: []].append(path) }
        }
        for row in population.rows where row.graded.kind != .live {
            guard let side = row.graded.predictedSide, let event = row.event, let path = pathOfEvent[event]
            else { continue }
            members[.modelSide(row.graded.cell.horizon, side > 0 ? "up" : "down"), default: []].append(path)
        }
        return members.map { (group: $0.key, members: Array(Set($0.value)).sorted()) }
            .sorted { ($1.members.count, $0.group) < ($0.members.count, $1.group) }
    }

    /// The curve of one group.
    func curve(_ group: ReturnGroup, _ members: [Int], settings: MonitoringSettings) -> ReturnCurve {
        let days = members.map { input.events[events[$0]].reactionSession ?? 0 }
        let tickers = Set(members.map { input.events[events[$0]].ticker })
        let clusters = Clustering(days)
        return ReturnCurve(
            group: group,
            n: members.count,
            companies: tickers.count,
            days: clusters.count,
            points: members.count >= ReturnCurve.minimumEvents
                ? points(group, members, clusters, settings) : []
        )
    }

    private func points(
        _ group: ReturnGroup,
        _ members: [Int],
        _ clusters: Clustering,
        _ settings: MonitoringSettings
    ) -> [ReturnPoint] {
        let width = paths.window.count
        let ranked = members.map { paths.relativeSizes[$0 * width].isNaN ? 0.0 : 1 }
        var columns = [[Double](repeating: 1, count: members.count), ranked]
        for session in 0..<width {
            columns.append(members.map { 100 * paths.cumulative[$0 * width + session] })
        }
        for session in 0..<width {
            columns.append(
                zip(members, ranked).map { $1 > 0 ? paths.relativeSizes[$0 * width + session] : 0 }
            )
        }
        let bands = MeanBands(
            columns: columns,
            clusters: clusters,
            name: "return_curve.\(group.kind).\(group.name)",
            settings: settings
        )
        let known = Int(ranked.reduce(0, +))
        return (0..<width).map { session in
            ReturnPoint(
                session: paths.window.first + session,
                cumulative: bands.value(2 + session, over: 0, n: members.count),
                relativeMove: known >= ReturnCurve.minimumEvents
                    ? bands.value(2 + width + session, over: 1, n: known) : nil
            )
        }
    }
}
