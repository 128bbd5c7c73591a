public import Foundation

/// Draws that are the same on every platform for the same generator state.
///
/// The standard library does not fix how `Double.random(in:)` and `shuffled()` use their generator; these do.
extension RandomNumberGenerator {
    /// A uniform draw from [0, 1) with 53 random bits.
    @inlinable
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A uniform draw from 0..<count without bias.
    ///
    /// Source: Lemire, "Fast Random Integer Generation in an Interval" (2019). `count` must be positive.
    @inlinable
    public mutating func bounded(_ count: Int) -> Int {
        precondition(count > 0, "a bounded draw needs a positive bound, not \(count)")
        let bound = UInt64(count)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    /// True with the given probability.
    @inlinable
    public mutating func bernoulli(_ probability: Double) -> Bool {
        uniform() < probability
    }

    /// A standard normal draw by Marsaglia's polar method.
    @inlinable
    public mutating func normal() -> Double {
        while true {
            let x = 2 * uniform() - 1
            let y = 2 * uniform() - 1
            let square = x * x + y * y
            if square < 1, square > 0 { return x * (-2 * log(square) / square).squareRoot() }
        }
    }

    /// An exponential draw with mean 1.
    @inlinable
    public mutating func exponential() -> Double {
        -log(1 - uniform())
    }

    /// A draw from Student's t with the given positive degrees of freedom.
    ///
    /// Its variance is f / (f - 2) for f above 2. Source: Bailey, "Polar Generation of Random Variates with
    /// the t-Distribution" (1994).
    @inlinable
    public mutating func studentT(degreesOfFreedom: Double) -> Double {
        while true {
            let x = 2 * uniform() - 1
            let y = 2 * uniform() - 1
            let square = x * x + y * y
            guard square < 1, square > 0 else { continue }
            let stretch = degreesOfFreedom * (pow(square, -2 / degreesOfFreedom) - 1)
            return x * (stretch / square).squareRoot()
        }
    }

    /// Puts the values in random order (Fisher and Yates), every order equally likely.
    @inlinable
    public mutating func permute<Element>(_ values: inout [Element]) {
        guard values.count > 1 else { return }
        for last in stride(from: values.count - 1, to: 0, by: -1) {
            values.swapAt(last, bounded(last + 1))
        }
    }

    /// The numbers 0..<count in random order.
    @inlinable
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        permute(&order)
        return order
    }
}
