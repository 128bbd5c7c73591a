import Features
import Models
import Synchronization

/// Matrices for tests.
enum FeatureMatrixOf {
    static func constant(names: [String], rows: Int) -> FeatureMatrix {
        FeatureMatrix(names: names, values: [Float](repeating: 1, count: names.count * rows))
    }
}

/// Collects progress from any thread.
final class Seen: Sendable {
    private let steps = Mutex<[TrainingProgress]>([])
    func add(_ step: TrainingProgress) { steps.withLock { $0.append(step) } }
    var all: [TrainingProgress] { steps.withLock { $0 } }
}
