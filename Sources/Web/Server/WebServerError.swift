import Foundation
import NIOCore

/// Why the server does not listen.
public enum WebServerError: Error, Equatable, CustomStringConvertible {
    /// A token is needed and there is none.
    case noToken(host: String, isLoopback: Bool)
    /// Another program listens there.
    case portInUse(host: String, port: Int)
    /// The system does not let it.
    case cannotListen(host: String, port: Int, reason: String)

    /// The error in one line, with what to do.
    public var description: String {
        switch self {
        case .noToken(let host, let isLoopback):
            "the server does not start on \(host) without an access token\(isLoopback ? ", which server.require_token asks for" : ""); "
                + "make one with 'market-echo tokens create NAME'"
        case .portInUse(let host, let port):
            "port \(port) of \(host) is in use by another program; name another one with --port"
        case .cannotListen(let host, let port, let reason):
            "the server cannot listen on port \(port) of \(host): \(reason)"
        }
    }

    /// What the system says about listening.
    init(_ error: IOError, settings: WebSettings) {
        switch error.errnoCode {
        case EADDRINUSE: self = .portInUse(host: settings.host, port: settings.port)
        default:
            self = .cannotListen(
                host: settings.host,
                port: settings.port,
                reason: String(cString: strerror(error.errnoCode))
            )
        }
    }
}
