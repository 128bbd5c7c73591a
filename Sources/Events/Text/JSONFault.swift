/// Why bytes are no JSON, or not the JSON that was asked for.
struct JSONFault: Error, Equatable {
    /// Byte offset at which reading stopped.
    let offset: Int
    /// What is wrong there.
    let reason: String
}
