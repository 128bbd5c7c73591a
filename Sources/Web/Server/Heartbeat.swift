import Logging
import Pipeline
import ServiceLifecycle
import Storage
import Synchronization

/// Looks twice a second whether the data have changed and whether the reports are due.
struct Heartbeat: Service {
    let site: Site
    private let latest = LatestToken()

    init(site: Site) {
        self.site = site
    }

    /// Runs until the server shuts down.
    func run() async throws {
        site.reports.refresh()
        try await cancelWhenGracefulShutdown {
            do {
                while true {
                    try await Task.sleep(for: .milliseconds(500))
                    try await site.offload { look() }
                }
            } catch is CancellationError {
                // The server shuts down.
            }
        }
    }

    /// Looks once; blocks for some microseconds.
    func look() {
        do {
            let token = try site.job.store.changeToken()
            if latest.isNew(token) {
                try site.access.reload(site.job.store)
                site.responses.dataChanged()
            }
        } catch {
            if latest.isFirstFailure() {
                site.job.logger.error("the database cannot be watched", metadata: ["error": "\(error)"])
            }
        }
        site.reports.refreshIfDue(minutes: site.settings.reportMinutes)
    }
}

/// What the latest look saw.
private final class LatestToken: Sendable {
    private let token = Mutex<ChangeToken?>(nil)
    private let hasFailed = Mutex(false)

    /// Notes that the look failed.
    ///
    /// - Returns: whether the one before did not, so that a long trouble is told once.
    func isFirstFailure() -> Bool {
        hasFailed.withLock { hasFailed in
            defer { hasFailed = true }
            return !hasFailed
        }
    }

    /// Takes in a token.
    ///
    /// - Returns: whether it differs from the one before; true for the first one, since writes may lie before it.
    func isNew(_ new: ChangeToken) -> Bool {
        hasFailed.withLock { $0 = false }
        return token.withLock { token in
            defer { token = new }
            return token != new
        }
    }
}
