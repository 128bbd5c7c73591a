/// What is known of a document from an earlier answer, so that an unchanged one need not be sent again.
public struct FetchCondition: Sendable, Hashable {
    /// The entity tag of the earlier answer.
    public var entityTag: String?
    /// Its `Last-Modified` field.
    public var lastModified: String?

    /// Creates a condition.
    public init(entityTag: String? = nil, lastModified: String? = nil) {
        self.entityTag = entityTag
        self.lastModified = lastModified
    }
}
