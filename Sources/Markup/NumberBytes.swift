import Foundation

extension NumberText {
    /// Appends a whole number with thousands separators.
    static func append(count value: Int, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(contentsOf: "\u{2212}".utf8) }
        append(whole: UInt64(value.magnitude), to: &bytes)
    }

    /// Appends a number with exactly so many decimals (0...15), rounded half to even of its exact binary value.
    ///
    /// What is beyond 2^63 is written in powers of ten, as `1e+20`.
    static func append(_ value: Double?, decimals: Int, isSigned: Bool = false, to bytes: inout [UInt8]) {
        guard let value, value.isFinite else { return bytes.append(contentsOf: missing.utf8) }
        let magnitude = value.magnitude
        guard magnitude < 0x1p63 else {
            bytes.append(contentsOf: (value < 0 ? "\u{2212}" : isSigned ? "+" : "").utf8)
            return bytes.append(contentsOf: "\(magnitude)".utf8)
        }
        let digits = min(max(decimals, 0), 15)
        let (whole, fraction) = rounded(magnitude, digits: digits)
        if whole != 0 || fraction != 0 {
            bytes.append(contentsOf: (value < 0 ? "\u{2212}" : isSigned ? "+" : "").utf8)
        }
        append(whole: whole, to: &bytes)
        guard digits > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var place = powersOfTen[digits] / 10
        for _ in 0..<digits {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / place % 10))
            place /= 10
        }
    }

    /// The whole part and so many digits of the fraction as an integer, after rounding.
    ///
    /// The product `fraction * 10^digits` may itself be rounded; the residual of a fused multiply-add says on
    /// which side of a half the exact value lies.
    private static func rounded(_ magnitude: Double, digits: Int) -> (whole: UInt64, fraction: UInt64) {
        let floor = magnitude.rounded(.down)
        let part = magnitude - floor
        let power = Double(powersOfTen[digits])
        let product = part * power
        let residual = (-product).addingProduct(part, power)
        let lower = product.rounded(.down)
        let excess = product - lower
        var whole = UInt64(floor)
        var fraction = UInt64(lower)
        let isOdd = digits == 0 ? whole % 2 == 1 : fraction % 2 == 1
        let isAbove = excess > 0.5 || excess == 0.5 && (residual > 0 || residual == 0 && isOdd)
        if isAbove { fraction += 1 }
        if fraction == powersOfTen[digits] {
            fraction = 0
            whole += 1
        }
        return (whole, fraction)
    }

    private static func append(whole: UInt64, to bytes: inout [UInt8]) {
        var place: UInt64 = 1
        var count = 1
        while whole / place >= 10 {
            place *= 10
            count += 1
        }
        while count > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole / place % 10))
            count -= 1
            place /= 10
            if count > 0, count % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
        }
    }

    private static let powersOfTen: [UInt64] = (0...15).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}
