import Boosting

/// A seeded stream of numbers, the same on every machine (SplitMix64).
struct SeededNumbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Uniform in 0..<1.
    mutating func unit() -> Float { Float(next() >> 40) / 16_777_216 }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// Made-up rows whose labels depend on the first three columns.
enum Samples {
    static func rows(
        _ count: Int,
        columns: Int = 5,
        seed: UInt64,
        missing: Float = 0.1
    ) throws -> DenseRows {
        var numbers = SeededNumbers(seed)
        var values: [Float] = []
        for _ in 0..<count * columns {
            let value = numbers.unit() * 4 - 2
            // Every other value is coarse, so that ties and equal split conditions occur.
            let kept = numbers.below(2) == 0 ? value : value.rounded()
            values.append(numbers.unit() < missing ? .nan : kept)
        }
        return try DenseRows(columns: (0..<columns).map { "column_\($0)" }, values: values)
    }

    static func labelled(
        _ count: Int,
        columns: Int = 5,
        seed: UInt64,
        objective: BoosterParameters.Objective
    ) throws -> LabelledRows {
        let rows = try rows(count, columns: columns, seed: seed)
        var numbers = SeededNumbers(seed &+ 1)
        let labels = (0..<count).map { index in
            let row = Array(rows.row(index)).map { $0.isNaN ? Float(0) : $0 }
            let level = row[0] * row[0] / 2 + row[1] - row[2] / 2 + numbers.unit() - 0.5
            return objective == .logistic ? (level > 0.5 ? 1 : 0) : level
        }
        return try LabelledRows(rows: rows, labels: labels)
    }

    static func parameters(
        _ objective: BoosterParameters.Objective,
        rounds: Int = 25,
        depth: Int = 3,
        seed: Int = 11
    ) throws -> BoosterParameters {
        try BoosterParameters(
            objective: objective,
            baseScore: objective == .logistic ? 0.4 : 0.6,
            depth: depth,
            learningRate: 0.2,
            rounds: rounds,
            minChildWeight: 2,
            seed: seed
        )
    }
}
