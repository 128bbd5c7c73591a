import Market

extension FeatureMatrix {
    /// A hash of a row's values, the same in every process; every NaN counts as the same value.
    ///
    /// It is stored with a prediction, so that it can be told whether the same features were used again.
    public func fingerprint(ofRow index: Int) -> UInt64 {
        var hash = StableHash()
        for value in row(index) { hash.combine(Double(value)) }
        return hash.value
    }
}
