public import Market

/// Moves the start of a run by some seconds, so that many engines do not ask a service at the same second.
public enum Jitter {
    /// Seconds from 0 to `most` that follow from the seed, the job and the firing alone.
    public static func seconds(seed: Int, job: String, firing: UTCInstant, most: Int) -> Int {
        guard most > 0 else { return 0 }
        var hash = StableHash()
        hash.combine(seed)
        hash.combine(job)
        hash.combine(Int(firing.secondsSinceEpoch))
        return Int(hash.value % UInt64(most + 1))
    }
}
