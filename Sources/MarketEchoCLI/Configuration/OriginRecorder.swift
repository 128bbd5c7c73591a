import Configuration
import Synchronization

/// Notes which provider answered the latest access.
final class OriginRecorder: AccessReporter {
    private let latest = Mutex<String?>(nil)

    /// Name of the provider that answered the latest access; nil where none did.
    var provider: String? { latest.withLock { $0 } }

    func report(_ event: AccessEvent) {
        let answering = event.providerResults.first { result in
            (try? result.result.get().value) != nil
        }
        latest.withLock { $0 = answering?.providerName }
    }
}
