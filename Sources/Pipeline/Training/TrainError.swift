/// Why a training run cannot be stored.
public enum TrainError: Error, Equatable, CustomStringConvertible {
    /// Versions were stored, promoted or rolled back while this run was training.
    case registryChanged

    /// The error with what to do.
    public var description: String {
        switch self {
        case .registryChanged:
            "another run changed the registry while this one was training, so nothing of it was stored; run it again"
        }
    }
}
