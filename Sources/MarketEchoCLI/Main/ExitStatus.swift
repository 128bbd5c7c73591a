import Models

/// How the program ends, as its exit code.
enum ExitStatus: Int32, CaseIterable, Sendable {
    /// It did what it was asked.
    case done = 0
    /// It could not.
    case failed = 1
    /// It was not asked properly.
    case usage = 2
    /// There was nothing to do.
    case nothingToDo = 3
    /// A gate refused a model.
    case refused = 4

    /// The status for an error that ended a verb.
    init(of error: any Error) {
        if case RegistryError.gateRefused = error { self = .refused } else { self = .failed }
    }
}
