import HTTPTypes
import Hummingbird
import Logging
import Pipeline
import Storage

/// Every request comes in here: it is checked, answered from memory or by its route, dressed, counted and logged.
struct FrontDoor: HTTPResponder {
    typealias Context = WebContext

    /// What answers are made from.
    let site: Site
    private let table: RouteTable
    private let hosts: HostRule
    private let limiter: RateLimiter
    private let numbers = RequestNumbers.shared

    /// Opens the door to routes.
    init(site: Site, routes: [Route] = AllRoutes.all) {
        self.site = site
        table = RouteTable(routes)
        hosts = HostRule(site.settings)
        limiter = RateLimiter(perMinute: site.settings.requestLimit)
    }

    /// Answers a request; errors become answers too.
    func respond(to request: Request, context: WebContext) async throws -> Response {
        let start = ContinuousClock.now
        let head = RequestHead(request.head)
        let requestID = RequestNumbers.accepted(head.requestID) ?? numbers.make()
        site.metrics.begin()
        var arrival = Arrival(head: head, requestID: requestID, start: start, context: context)
        var response: Response
        do {
            response = try await answer(request, &arrival)
        } catch {
            response = errorResponse(error, arrival)
        }
        response.headers.append(HTTPField(name: .requestID, value: requestID))
        finish(arrival, response)
        return head.method == .head ? response.createHeadResponse() : response
    }

    // MARK: Answering

    private func answer(_ request: Request, _ arrival: inout Arrival) async throws -> Response {
        let head = arrival.head
        try hosts.check(head.host)
        if limiter.isActive { try limit(arrival) }
        let context = arrival.context
        let visitor = try site.access.visitor(head, client: context.client)
        arrival.visitor = visitor
        guard head.isGet else { return try await route(request, &arrival, epoch: nil) }
        let key = ResponseCache.Key(
            target: head.target,
            page: arrival.prefersPage,
            visitor: visitor,
            gzip: head.acceptsGzip
        )
        if let stored = site.responses.find(key, now: arrival.start) {
            arrival.route = stored.route
            return response(stored, head)
        }
        if head.acceptsGzip, let stored = compressed(key, now: arrival.start) {
            arrival.route = stored.route
            return response(stored, head)
        }
        arrival.key = key
        return try await route(request, &arrival, epoch: site.responses.epoch)
    }

    private func limit(_ arrival: Arrival) throws(Problem) {
        guard arrival.head.target != "/health", arrival.head.target != "/ready" else { return }
        let wait = limiter.take(arrival.context.client, now: AccessControl.seconds)
        guard let wait else { return }
        site.metrics.count { $0.rateLimited += 1 }
        let accepted = "\(site.settings.requestLimit) requests a minute are accepted"
        throw .tooMany(accepted, retryAfterSeconds: wait)
    }

    private func route(
        _ request: Request,
        _ arrival: inout Arrival,
        epoch: ResponseCache.Epoch?
    ) async throws -> Response {
        let head = arrival.head
        let target = try RequestTarget(head.target)
        guard let match = table.match(target.segments) else { throw Problem.noSuchPath(target.path) }
        let method: HTTPRequest.Method = head.method == .head ? .get : head.method
        guard let endpoint = match.endpoints.first(where: { $0.method == method }) else {
            return try other(method, match, target)
        }
        let isBoth = endpoint.page != nil && endpoint.api != nil
        let wanted = arrival.prefersPage ? endpoint.page ?? endpoint.api : endpoint.api ?? endpoint.page
        guard let index = wanted else { throw Problem.noSuchPath(target.path) }
        let route = table.routes[index]
        arrival.route = index
        arrival.kind = route.kind
        if target.endsWithSlash {
            guard route.kind == .page, head.isGet else { throw Problem.noSuchPath(target.path) }
            return plain(.redirect(to: target.withoutSlash, status: .permanentRedirect))
        }
        if !head.isGet { try OriginRule.check(head) }
        if route.audience == .insiders, !arrival.visitor.isInsider {
            guard route.kind == .page, head.isGet else {
                throw Problem.unauthorised("\(route.path) is for visitors with an access token only")
            }
            return plain(.redirect(to: "/sign-in?next=\(PercentDecoding.encoded(head.target))"))
        }
        let visit = Visit(
            site: site,
            request: request,
            requestID: arrival.requestID,
            visitor: arrival.visitor,
            client: arrival.context.client,
            query: try QueryParameters(
                target.query,
                accepted: route.parameters,
                isStrict: route.kind == .api
            ),
            path: table.parameters(of: index, match.values)
        )
        let reply = try await route.answer(visit)
        return response(reply, route, arrival, isBoth: isBoth, epoch: epoch)
    }

    /// Answers a method that the path does not have.
    private func other(
        _ method: HTTPRequest.Method,
        _ match: RouteTable.Match,
        _ target: RequestTarget
    ) throws(Problem) -> Response {
        var methods = match.endpoints.map(\.method.rawValue)
        if methods.contains("GET") { methods.append("HEAD") }
        let allowed = (methods + ["OPTIONS"]).sorted().joined(separator: ", ")
        guard method == .options else { throw .method(method.rawValue, target.path, allowed: allowed) }
        var fields = SecurityHeaders.fields
        fields[.allow] = allowed
        return Response(status: .noContent, headers: fields)
    }

    // MARK: Responses

    /// A reply that is not kept.
    private func plain(_ reply: Reply) -> Response {
        ResponseDress.response(
            reply,
            ResponseDress.Rules(caching: .never, variesByAccept: false, isPersonal: false)
        )
    }

    /// An answer from memory, or 304 where the client has it.
    private func response(_ stored: StoredResponse, _ head: RequestHead) -> Response {
        if let known = head.ifNoneMatch, EntityTag.matches(known, stored.tag) {
            return ResponseDress.notModified(stored.headers)
        }
        return Response(
            status: .ok,
            headers: stored.headers,
            body: ResponseBody(byteBuffer: stored.body)
        )
    }

    private func response(
        _ reply: Reply,
        _ route: Route,
        _ arrival: Arrival,
        isBoth: Bool,
        epoch: ResponseCache.Epoch?
    ) -> Response {
        var reply = reply
        var rules = ResponseDress.Rules(
            caching: reply.isWhole ? route.caching : .never,
            variesByAccept: isBoth,
            isPersonal: arrival.visitor.isPersonal
        )
        guard let epoch, let key = arrival.key, reply.status == .ok, rules.caching != .never else {
            _ = compress(&reply, arrival)
            return ResponseDress.response(reply, rules)
        }
        let tag = tag(of: reply, route, epoch, arrival.visitor)
        let isCompressed = compress(&reply, arrival)
        rules.tag = isCompressed ? EntityTag.compressed(tag) : tag
        let response = ResponseDress.response(reply, rules)
        let stored = StoredResponse(
            route: arrival.route ?? 0,
            headers: response.headers,
            body: reply.body,
            tag: tag,
            expires: route.caching == .untilReportChanges ? arrival.start + .seconds(1) : nil
        )
        site.responses.store(stored, key, madeIn: epoch)
        return self.response(stored, arrival.head)
    }

    /// The tag of an answer: of its bytes, or of the state that it shows and for whom.
    private func tag(
        of reply: Reply,
        _ route: Route,
        _ epoch: ResponseCache.Epoch,
        _ visitor: Visitor
    ) -> String {
        guard route.caching == .untilReportChanges else { return EntityTag.strong(reply.body) }
        let form = "\(route.kind)\(visitor.isInsider ? "-in" : "")\(visitor.canSignOut ? "-session" : "")"
        return "W/\"\(numbers.prefix)-\(epoch.data)-\(epoch.reports)-\(form)\""
    }

    /// The compressed form of an answer that is in memory as it is; nil where it is not.
    private func compressed(_ key: ResponseCache.Key, now: ContinuousClock.Instant) -> StoredResponse? {
        var plainKey = key
        plainKey.gzip = false
        let epoch = site.responses.epoch
        guard let plain = site.responses.peek(plainKey), plain.expires.map({ now < $0 }) ?? true else {
            return nil
        }
        var stored = plain
        if Gzip.isWorthIt(plain.body, mediaType: plain.headers[.contentType] ?? ""),
            let body = Gzip.compressed(plain.body)
        {
            var headers = plain.headers
            headers[.contentLength] = String(body.readableBytes)
            headers[.contentEncoding] = "gzip"
            headers[.eTag] = EntityTag.compressed(plain.tag)
            stored = StoredResponse(
                route: plain.route,
                headers: headers,
                body: body,
                tag: plain.tag,
                expires: plain.expires
            )
        }
        site.responses.store(stored, key, madeIn: epoch)
        return stored
    }

    /// Compresses a reply where the client takes it and it is worth it.
    private func compress(_ reply: inout Reply, _ arrival: Arrival) -> Bool {
        guard arrival.head.acceptsGzip, Gzip.isWorthIt(reply.body, mediaType: reply.mediaType),
            let compressed = Gzip.compressed(reply.body)
        else { return false }
        reply.body = compressed
        reply.headers[.contentEncoding] = "gzip"
        return true
    }

    private func errorResponse(_ error: any Error, _ arrival: Arrival) -> Response {
        let problem = Problem(error)
        if problem.status.code >= 500 {
            site.job.logger.error(
                "a request failed",
                metadata: ["request_id": "\(arrival.requestID)", "error": "\(error)"]
            )
        }
        if problem.status == .unauthorized, arrival.head.authorization != nil {
            site.metrics.count { $0.refusedTokens += 1 }
        }
        let path = String(arrival.head.target.prefix { $0 != "?" })
        guard (arrival.kind ?? (arrival.prefersPage ? .page : .api)) == .page else {
            let document = ProblemReply(
                problem: problem,
                instance: ProblemReply.reference(to: path),
                requestID: arrival.requestID
            )
            return plain(document.reply)
        }
        let facts = PageForms.ErrorFacts(
            problem: problem,
            path: path,
            requestID: arrival.requestID,
            canSignOut: arrival.visitor.canSignOut,
            version: site.version
        )
        var reply = Reply.html(site.forms.errorPage(facts), status: problem.status)
        reply.headers = problem.headers
        return plain(reply)
    }

    // MARK: Afterwards

    private func finish(_ arrival: Arrival, _ response: Response) {
        let seconds = (ContinuousClock.now - arrival.start) / .seconds(1)
        let route = arrival.route.map { table.routes[$0] }
        let method = arrival.head.method
        site.metrics.end(
            Metrics.Series(
                route: route?.path ?? "unmatched",
                method: Self.known.contains(method.rawValue) ? method.rawValue : "OTHER",
                status: response.status.code
            ),
            seconds: seconds
        )
        let isSlow = seconds > 1
        if isSlow { site.metrics.count { $0.slow += 1 } }
        site.job.logger.log(
            level: isSlow ? .warning : .info,
            isSlow ? "slow request" : "request",
            metadata: [
                "request_id": "\(arrival.requestID)",
                "method": "\(Problem.shortened(method.rawValue))",
                "route": "\(route?.path ?? "unmatched")",
                "status": "\(response.status.code)",
                "bytes": "\(response.body.contentLength ?? 0)",
                "milliseconds": "\((seconds * 1e5).rounded() / 100)",
                "client": "\(arrival.context.client)",
            ]
        )
    }

    private static let known: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
}
