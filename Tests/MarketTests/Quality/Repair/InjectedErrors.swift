import Foundation
import Market

/// A kind of error that sources make, put into clean bars.
enum InjectedError: String, CaseIterable, Sendable {
    case dividendHundredfold = "dividend recorded a hundred times too large"
    case dividendHundredfoldApplied = "the same, adjusted closes too"
    case dividendHundredthApplied = "dividend a hundred times too small, adjusted closes too"
    case notAdjusted = "closes before not adjusted for a dividend"
    case adjustedForHundredth = "closes before adjusted for a hundredth of all dividends"
    case phantom = "dividend given twice, adjusted for once"
    case phantomApplied = "dividend given twice, adjusted for twice"
    case unitRun = "five days in a unit of a hundredth"
    case unitField = "one low in a unit of a hundredth"
    case splitRun = "ten days without a recorded split"
    case splitBefore = "all days before a recorded split without it"
    case zeroLow = "a low of zero"
    case missingAdjusted = "no adjusted close on one day"

    /// The bars with the error at a bar, and the last bar that it touches.
    func inject(into clean: [Bar], at index: Int) -> [Bar] {
        var bars = clean
        let before = clean[index - 1]
        let amount = clean[index].dividend
        func rescale(_ end: Int, from old: Double, to new: Double) {
            for earlier in 0..<end { bars[earlier].adjustedClose *= new / old }
        }
        let factor = 1 - amount / before.close
        switch self {
        case .dividendHundredfold: bars[index].dividend = amount * 100
        case .dividendHundredfoldApplied:
            bars[index].dividend = amount * 100
            rescale(index, from: factor, to: 1 - amount * 100 / before.close)
        case .dividendHundredthApplied:
            bars[index].dividend = amount / 100
            rescale(index, from: factor, to: 1 - amount / 100 / before.close)
        case .notAdjusted: rescale(index, from: factor, to: 1)
        case .adjustedForHundredth:
            for other in clean.indices.dropFirst() where clean[other].dividend > 0 {
                let close = clean[other - 1].close
                rescale(
                    other,
                    from: 1 - clean[other].dividend / close,
                    to: 1 - clean[other].dividend / 100 / close
                )
            }
        case .phantom: bars[index - 3].dividend = amount
        case .phantomApplied:
            bars[index - 3].dividend = amount
            rescale(index - 3, from: 1, to: 1 - amount / clean[index - 4].close)
        case .unitRun: bars.scale(index..<(index + 5), by: 0.01)
        case .unitField: bars[index].low *= 0.01
        case .splitRun:
            bars[index + 1].splitFactor = 4
            bars.scale((index - 10)..<index, by: 4, volume: true)
        case .splitBefore:
            bars[index].splitFactor = 3
            bars.scale(0..<index, by: 3, volume: true)
            for earlier in 0..<index { bars[earlier].dividend *= 3 }
        case .zeroLow: bars[index].low = 0
        case .missingAdjusted: bars[index].adjustedClose = .nan
        }
        return bars
    }

    /// Whether a field has its former value again, to the rounding of the source's adjusted closes.
    func isBack(_ new: Bar, _ old: Bar, _ field: PriceField) -> Bool {
        switch (self, field) {
        case (.zeroLow, .low) where new.low.isNaN: true
        case (.splitRun, .splitFactor), (.splitBefore, .splitFactor): true
        case (_, .dividend): abs(new.dividend - old.dividend) <= 0.000_1 * old.close
        default: abs(new[field] - old[field]) <= 0.000_5 * abs(old[field])
        }
    }

    /// Where to put errors into bars: up to two places each.
    func places(in clean: [Bar]) -> [Int] {
        guard clean.count > 1500 else { return [] }
        guard needsDividend else { return [300, clean.count / 2] }
        let dividends = clean.indices.filter { clean[$0].dividend > 0 && $0 > 100 && $0 < clean.count - 100 }
        return dividends.enumerated().filter { $0.offset % 9 == 4 }.map(\.element).suffix(2)
    }

    /// Whether the error is one of a dividend.
    var needsDividend: Bool {
        switch self {
        case .dividendHundredfold, .dividendHundredfoldApplied, .dividendHundredthApplied, .notAdjusted,
            .adjustedForHundredth, .phantom, .phantomApplied:
            true
        default: false
        }
    }
}

/// What became of errors of one kind.
struct InjectionScore: Equatable, Sendable {
    /// Errors put in.
    var made = 0
    /// Errors after whose repair every value is the former one again.
    var right = 0
    /// Other errors near which something is set aside.
    var quarantined = 0
    /// Errors of which nothing was noticed.
    var missed = 0
    /// Errors for which a wrong value was put in.
    var wrong = 0

    /// Adds one error, given what the bars were before it.
    mutating func add(clean: [Bar], broken: [Bar], at index: Int, kind: InjectedError) {
        made += 1
        let repaired = PriceRepairer.repair(broken)
        let isRight = zip(repaired.bars, clean).allSatisfy { new, old in
            PriceField.allCases.allSatisfy { kind.isBack(new, old, $0) }
        }
        if isRight {
            right += 1
        } else if PriceScreening.findings(repaired.bars).contains(where: {
            abs($0.day.daysSinceEpoch - clean[index].day.daysSinceEpoch) <= 21 && $0.reason != .staleRun
        }) {
            quarantined += 1
        } else if repaired.repairs.isEmpty {
            missed += 1
        } else {
            wrong += 1
        }
    }
}
