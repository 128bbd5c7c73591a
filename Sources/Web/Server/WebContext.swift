import Hummingbird
import NIOCore

/// What the server knows of a request beside the request: the connection's other end.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Who is at the other end.
    var client: ClientAddress { ClientAddress(channel.remoteAddress) }
}
