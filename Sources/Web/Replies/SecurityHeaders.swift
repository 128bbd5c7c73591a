import HTTPTypes

/// The headers that every answer carries: nothing is loaded from elsewhere, nothing is framed, nothing is guessed.
enum SecurityHeaders {
    /// What a page may load: its own styles, scripts and pictures, and nothing inline.
    static let contentPolicy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    /// The fields in the order in which they are sent.
    static let fields: HTTPFields = [
        .contentSecurityPolicy: contentPolicy,
        .xContentTypeOptions: "nosniff",
        .referrerPolicy: "same-origin",
        .openerPolicy: "same-origin",
        .resourcePolicy: "same-origin",
        .permissionsPolicy: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ]
}
