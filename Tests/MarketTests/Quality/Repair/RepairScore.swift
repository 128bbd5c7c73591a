import Market

/// How repair and quarantine did on a broken price file whose repaired twin is known.
///
/// Counted in cells: one field of one day.
struct RepairScore: Equatable {
    /// Cells in which the broken file differs from its twin.
    var errors = 0
    /// Errors that now have the twin's value, or the one that the twin should hold.
    var right = 0
    /// Other errors whose bar is set aside, or that lie before or on a day that no window may span.
    var quarantined = 0
    /// Errors that are left.
    var missed = 0
    /// Other repaired cells in which the twin contradicts its own prices or dividends.
    var beyond = 0
    /// Cells that were right and are no more.
    var touched = 0
    /// Repairs by reason.
    var reasons: [PriceRepairReason: Int] = [:]
    /// Factor between the units of the repaired file and the twin.
    var unit = 1.0

    /// Largest relative difference between two equal prices: sources write single precision, people six digits.
    static let tolerance = 0.000_02

    /// Scores a file; the twin's fields that are unknown do not count.
    init(broken: [Bar], twin: [Bar]) {
        let repaired = PriceRepairer.repair(broken)
        let findings = PriceScreening.findings(repaired.bars)
        let aside = Set(findings.filter { !$0.reason.breaksLevel }.map(\.day))
        let lastBreak = findings.last { $0.reason.breaksLevel }?.day
        let raw = Dictionary(repaired.raw.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
        let new = Dictionary(repaired.bars.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
        let reference = TwinReference(twin)
        unit = Self.unit(new, twin)
        for repair in repaired.repairs { reasons[repair.reason, default: 0] += 1 }
        for bar in twin {
            guard let old = raw[bar.day], let now = new[bar.day] else { continue }
            for field in PriceField.allCases {
                let factor = field == .volume || field == .splitFactor ? 1 : unit
                let isError = !Self.same(old[field], bar[field])
                let isRight = Self.same(now[field] * factor, bar[field])
                let isTouched = !Self.same(old[field] * factor, now[field] * factor) || factor != 1
                let isBeyond = reference.corrects(now[field] * factor, field, on: bar.day)
                if isError {
                    errors += 1
                    if isRight || isBeyond {
                        right += 1
                    } else if aside.contains(bar.day) || lastBreak.map({ bar.day <= $0 }) == true {
                        quarantined += 1
                    } else {
                        missed += 1
                    }
                } else if isTouched, !isRight {
                    if isBeyond { beyond += 1 } else { touched += 1 }
                }
            }
        }
    }

    /// Whether two values are the same to the precision of a source.
    static func same(_ one: Double, _ other: Double) -> Bool {
        if one.isNaN || other.isNaN { return one.isNaN && other.isNaN }
        return abs(one - other) <= tolerance * max(abs(one), abs(other))
    }

    /// A whole file in another unit gives the same returns; the unit is the one in which most closes agree.
    private static func unit(_ new: [TradingDay: Bar], _ twin: [Bar]) -> Double {
        func agreeing(_ factor: Double) -> Int {
            twin.count { bar in same((new[bar.day]?.close ?? .nan) * factor, bar.close) }
        }
        return [1, 100, 0.01].max { agreeing($0) < agreeing($1) } ?? 1
    }
}

/// What a twin should hold by its own closes and dividends, where it contradicts itself.
struct TwinReference {
    private var expected: [TradingDay: Bar] = [:]

    /// Works out the values from the twin alone, in another way than the repair does.
    init(_ twin: [Bar]) {
        // Prices a hundred times off the middle of the file.
        let closes = twin.map(\.close).filter { $0 > 0 }.sorted()
        guard let middle = closes.dropFirst(closes.count / 2).first else { return }
        var bars = twin.sorted { $0.day < $1.day }
        for index in bars.indices {
            let ratio = bars[index].close / middle
            let factor = ratio > 30 ? 0.01 : ratio < 1 / 30.0 ? 100 : 1
            for field in [PriceField.open, .high, .low, .close, .adjustedClose, .dividend] {
                bars[index][field] *= factor
            }
        }
        // Adjusted closes as the closes and dividends demand, from the newest day back.
        var factor = 1.0
        for index in bars.indices.reversed() {
            let adjusted = bars[index].adjustedClose * factor
            if bars[index].dividend > 0, index > 0 {
                let before = bars[index - 1]
                let applied =
                    before.adjustedClose / before.close / (bars[index].adjustedClose / bars[index].close)
                let demanded = 1 - bars[index].dividend / before.close
                if abs(applied / demanded - 1) > 0.000_1 { factor *= demanded / applied }
            }
            bars[index].adjustedClose = adjusted
        }
        for bar in bars { expected[bar.day] = bar }
    }

    /// Whether a value is the one that the twin should hold.
    func corrects(_ value: Double, _ field: PriceField, on day: TradingDay) -> Bool {
        expected[day].map { RepairScore.same(value, $0[field]) } ?? false
    }
}
