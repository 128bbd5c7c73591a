import HTTPTypes
import HummingbirdCore

/// The fields of a form in a request's body.
struct FormBody: Sendable {
    private let fields: [String: String]

    /// Reads `application/x-www-form-urlencoded`.
    ///
    /// - Parameters:
    ///   - visit: the request.
    ///   - accepted: the names of fields; others are left out.
    /// - Throws: `Problem` 415 for another media type, 413 for a body that is too long, 400 for a broken encoding.
    init(_ visit: Visit, accepted: [String]) async throws {
        let type = visit.request.headers[.contentType]?.split(separator: ";").first?.lowercased()
        guard type == "application/x-www-form-urlencoded" else {
            throw Problem(
                .unsupportedMediaType,
                kind: "unsupported-media-type",
                title: "The body has a media type that is not accepted.",
                detail:
                    "Content-Type is '\(Problem.shortened(type ?? ""))'; accepted is application/x-www-form-urlencoded"
            )
        }
        let bytes = try await visit.body(upTo: min(visit.site.settings.largestBody, 16_384))
        let parameters = try QueryParameters(
            String(decoding: bytes, as: UTF8.self),
            accepted: accepted,
            isStrict: false
        )
        var fields: [String: String] = [:]
        for name in accepted { fields[name] = try parameters.text(name, longest: 2_000) }
        self.fields = fields
    }

    /// A field's value; nil where it is missing or empty.
    subscript(name: String) -> String? { fields[name] }
}
