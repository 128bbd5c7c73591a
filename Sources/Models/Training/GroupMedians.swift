/// The strong baseline: the median realized impact of an event's item group in a training part.
struct GroupMedians: Codable, Hashable, Sendable {
    /// Median of all rows, impact points 0...100.
    let overall: Double
    /// Medians of groups with enough rows.
    let byGroup: [String: Double]

    /// Rows that a group needs for a median of its own.
    static let minimumRows = 10

    init(rows: [TrainingRow], part: [Int]) {
        var impacts: [String: [Double]] = [:]
        var all: [Double] = []
        for index in part {
            guard let impact = rows[index].realizedImpact else { continue }
            impacts[rows[index].itemGroup, default: []].append(impact)
            all.append(impact)
        }
        overall = HeadData.median(all) ?? 50
        byGroup = impacts.filter { $0.value.count >= Self.minimumRows }.compactMapValues(HeadData.median)
    }

    /// The median of a group, the overall one where the group has too few rows.
    func median(of group: String) -> Double { byGroup[group] ?? overall }
}
