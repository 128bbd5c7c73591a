/// How the engine reaches services outside: two functions, made in the composition root and replaced in tests.
///
/// Tries, waits and limits per host are inside: who calls gets an answer or a final error.
public struct Fetcher: Sendable {
    /// Fetches a document into memory.
    ///
    /// Throws `FetchError`.
    public var fetch: @Sendable (FetchRequest) async throws -> FetchResponse
    /// Fetches a document into a new file at a path, in pieces; on an error no file is left.
    ///
    /// Throws `FetchError`.
    public var download: @Sendable (_ request: FetchRequest, _ path: String) async throws -> FetchResponse

    /// Creates a fetcher.
    public init(
        fetch: @escaping @Sendable (FetchRequest) async throws -> FetchResponse,
        download: @escaping @Sendable (_ request: FetchRequest, _ path: String) async throws -> FetchResponse
    ) {
        self.fetch = fetch
        self.download = download
    }

    /// A fetcher without any service: every request fails with the reason `badAddress`.
    public static let offline = Fetcher(
        fetch: { throw FetchError(url: $0.url, reason: .badAddress, detail: "no service is configured") },
        download: { request, _ in
            throw FetchError(url: request.url, reason: .badAddress, detail: "no service is configured")
        }
    )
}
