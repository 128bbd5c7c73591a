import Storage

extension Problem {
    /// The answer to an error: itself where it is a problem, 503 where the database cannot be reached or the server ends, else 500 without
    /// anything from inside.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case StorageError.missing, StorageError.inaccessible:
            self = .unavailable(
                "the database cannot be read; the server's log has the reason under this request_id"
            )
        case is CancellationError: self = .unavailable("the server is about to end")
        default: self = .failure
        }
    }
}
