import Foundation
import Pipeline
import Storage
import Web

/// Runs the server for a verb until it is told to stop.
///
/// Verbs are synchronous: the calling thread waits, and the server runs on its own threads.
enum ServerRun {
    private enum Message: Sendable {
        case ready(String)
        case ended((any Error)?)
    }

    /// What each connection of a server keeps in memory: answers are kept whole, so that pages of the file need not be.
    static let cacheKilobytes = 6_000

    /// Serves a database until SIGTERM or SIGINT.
    ///
    /// - Parameters:
    ///   - session: configuration, results, log.
    ///   - store: the database.
    ///   - opensBrowser: whether to show the dashboard in the browser once it is there.
    /// - Throws: `WebServerError` where it may not or cannot listen, and what printing the address throws.
    static func serve(_ session: Session, _ store: Store, opensBrowser: Bool = false) throws {
        session.finishProgress()
        let server = WebServer(
            job: try session.jobContext(store),
            settings: session.serverSettings,
            version: MarketEcho.version
        )
        let mailbox = Mailbox<Message>()
        let task = Task.detached {
            do {
                try await server.run { mailbox.put(.ready($0)) }
                mailbox.put(.ended(nil))
            } catch {
                mailbox.put(.ended(error))
            }
        }
        while true {
            switch mailbox.take() {
            case .ready(let address):
                do {
                    try session.results.print("Market Echo is at \(address)")
                    try session.results.sink.finish()
                } catch {
                    // Nobody learns the address: there is no use in serving.
                    task.cancel()
                    throw error
                }
                if opensBrowser { open(address) }
            case .ended(let error):
                if let error { throw error }
                return
            }
        }
    }

    /// Shows a page in the browser of the desktop; where there is none the printed address has to do.
    private static func open(_ address: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        #if os(macOS)
        process.arguments = ["open", address]
        #else
        process.arguments = ["xdg-open", address]
        #endif
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try? process.run()
    }
}

extension Session {
    /// The settings of the server.
    var serverSettings: WebSettings {
        settings.server.settings(
            limitIsSet: configuration.origins["server.requests_per_minute"] != nil
        )
    }
}
