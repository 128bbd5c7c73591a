public import Market

/// An acceptance time that is known for certain, with where it comes from.
public struct PinnedTime: Hashable, Sendable {
    /// The instant of acceptance.
    public var instant: UTCInstant
    /// `sgml` for a header, else what an earlier file settled.
    public var source: TimeSource

    /// Creates a time; a header's unless another source is named.
    public init(_ instant: UTCInstant, source: TimeSource = .sgml) {
        self.instant = instant
        self.source = source
    }
}
