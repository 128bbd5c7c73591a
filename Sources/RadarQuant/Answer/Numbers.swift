extension NumberFact {
    /// Points of a single score or of a part of it.
    static func score(_ name: String, _ value: Double, isSigned: Bool = false) -> NumberFact {
        .measured(name, value, .points, decimals: Digits.score(value), isSigned: isSigned)
    }

    /// A share 0...1 as percent, with as many decimals as its sample deserves.
    static func share(_ name: String, _ fraction: Double, n: Int) -> NumberFact {
        .measured(name, 100 * fraction, .percent, decimals: Digits.share(n), n: n)
    }

    /// A mean in points, with as many decimals as its sample deserves.
    static func meanPoints(_ name: String, _ value: Double, n: Int) -> NumberFact {
        .measured(name, value, .points, decimals: Digits.points(n), n: n)
    }

    /// A return as a fraction, written in percent with sign.
    static func move(_ name: String, _ fraction: Double) -> NumberFact {
        .measured(name, 100 * fraction, .percent, decimals: 1, isSigned: true)
    }

    /// A probability 0...1 of one event, in whole percent.
    static func probability(_ name: String, _ value: Double) -> NumberFact {
        .measured(name, 100 * value, .percent, decimals: 0)
    }
}
