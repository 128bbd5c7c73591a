/// A request on its way through the server: what was learned of it so far.
struct Arrival {
    /// What its headers say.
    let head: RequestHead
    /// Its name in answers and in the log.
    let requestID: String
    /// When it came.
    let start: ContinuousClock.Instant
    /// The connection.
    let context: WebContext
    /// Whether a page is preferred to a document for programs.
    let prefersPage: Bool
    /// Who sends it.
    var visitor = Visitor(isInsider: false)
    /// Under which key its answer is kept; nil where it was not looked for.
    var key: ResponseCache.Key?
    /// Position of its route; nil where none was found.
    var route: Int?
    /// What its route gives; nil where none was found.
    var kind: RouteKind?

    init(head: RequestHead, requestID: String, start: ContinuousClock.Instant, context: WebContext) {
        self.head = head
        self.requestID = requestID
        self.start = start
        self.context = context
        prefersPage = AcceptHeader.prefersPage(head.accept)
    }
}
