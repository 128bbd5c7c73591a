import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
public import Pipeline
import ServiceLifecycle
import UnixSignals

/// The HTTP server: API and dashboard over one database.
public struct WebServer: Sendable {
    private let site: Site

    /// Makes a server; it listens from `run` on.
    ///
    /// - Parameters:
    ///   - job: database, engine settings, clock and log.
    ///   - settings: where to listen and what to let through.
    ///   - version: version of the program.
    public init(job: JobContext, settings: WebSettings, version: String) {
        site = Site(job: job, settings: settings, version: version)
    }

    /// Prepares a process that does nothing but serve: tasks run on the threads of the connections, so that an answer takes no
    /// change of threads, and the threads share the allocator's arenas.
    ///
    /// Once in a process, from its first thread, before any task has run.
    public static func prepareProcess() {
        ProcessMemory.shareArenas()
        NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
    }

    /// Listens until SIGTERM or SIGINT; requests in flight are answered first.
    ///
    /// - Parameter whenReady: receives the address of the overview, `http://127.0.0.1:8080/`.
    /// - Throws: `WebServerError` where the server may not or cannot listen.
    public func run(whenReady: @escaping @Sendable (String) -> Void) async throws {
        try checkAccess()
        let group = Self.group(
            site,
            routes: AllRoutes.all,
            signals: [.sigterm, .sigint],
            whenReady: whenReady
        )
        do {
            try await group.run()
        } catch let error as IOError {
            throw WebServerError(error, settings: site.settings)
        }
    }

    /// Everything that runs, with its end: the listening ends first, requests in flight have their time, then the rest.
    static func group(
        _ site: Site,
        routes: [Route],
        signals: [UnixSignal],
        whenReady: @escaping @Sendable (String) -> Void
    ) -> ServiceGroup {
        let application = application(site, routes: routes, whenReady: whenReady)
        var configuration = ServiceGroupConfiguration(
            services: [Heartbeat(site: site), application],
            gracefulShutdownSignals: signals,
            logger: libraryLog(site.job.logger)
        )
        configuration.maximumGracefulShutdownDuration = .seconds(site.settings.shutdownSeconds)
        return ServiceGroup(configuration: configuration)
    }

    private func checkAccess() throws {
        let tokens = try site.access.reload(site.job.store)
        guard site.access.needsToken, tokens == 0 else { return }
        throw WebServerError.noToken(host: site.settings.host, isLoopback: site.settings.isLoopback)
    }

    /// The application around a site.
    static func application(
        _ site: Site,
        routes: [Route],
        whenReady: @escaping @Sendable (String) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let settings = site.settings
        return Application(
            responder: FrontDoor(site: site, routes: routes),
            server: .http1(configuration: connections(settings)),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                serverName: nil,
                backlog: 512,
                availableConnectionsDelegate: .maximum(mostConnections, logger: libraryLog(site.job.logger))
            ),
            onServerRunning: { channel in
                whenReady(Self.address(settings, port: channel.localAddress?.port ?? settings.port))
            },
            logger: Self.libraryLog(site.job.logger)
        )
    }

    /// Connections at the same time; more wait until one ends.
    private static let mostConnections = 2_000

    /// What is let through on one connection.
    private static func connections(_ settings: WebSettings) -> HTTP1Channel.Configuration {
        let limits = RequestGuard.Limits(bodyBytes: settings.largestBody + 65_536)
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestGuard(limits)],
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                maxHeaderFieldSize: HeadLimits.fieldBytes,
                maxHeaderListSize: HeadLimits.listBytes,
                maxHeaderFieldCount: HeadLimits.fields
            )
        )
    }

    /// The library's own log: what it says of each connection is for its developers.
    private static func libraryLog(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }

    private static func address(_ settings: WebSettings, port: Int) -> String {
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        return "http://\(host):\(port)/"
    }
}
