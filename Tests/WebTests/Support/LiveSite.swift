import EngineTestSupport
import Logging
import Market
import Pipeline
import ServiceLifecycle

@testable import Web

/// A server that listens, for what cannot be seen without a socket.
enum LiveSite {
    /// What a test works with.
    struct Running: Sendable {
        let port: Int
        let group: ServiceGroup
        let site: Site
    }

    /// Starts a server on a free port, works with it, and ends it.
    static func run<Value: Sendable>(
        routes: [Route],
        settings: WebSettings = WebSettings(),
        log: LogLines = LogLines(),
        _ work: @escaping @Sendable (Running) async throws -> Value
    ) async throws -> Value {
        var settings = settings
        settings.port = 0
        let clock = TestClock()
        let store = try TemporaryDatabase().store()
        let site = Site(
            job: JobContext(store: store, now: { clock.now }, logger: log.logger),
            settings: settings,
            version: "0.0.0-test",
            computation: { _ in }
        )
        let (addresses, address) = AsyncStream.makeStream(of: String.self)
        let group = WebServer.group(site, routes: routes, signals: []) { address.yield($0) }
        return try await withThrowingTaskGroup(of: Value?.self) { tasks in
            tasks.addTask {
                defer { address.finish() }
                try await group.run()
                return nil
            }
            tasks.addTask {
                for await address in addresses {
                    let port = address.split(separator: ":").last.flatMap { Int($0.dropLast()) } ?? 0
                    let value = try await work(Running(port: port, group: group, site: site))
                    await group.triggerGracefulShutdown()
                    return value
                }
                return nil
            }
            var result: Value?
            for try await value in tasks { result = value ?? result }
            guard let result else { throw CancellationError() }
            return result
        }
    }
}
