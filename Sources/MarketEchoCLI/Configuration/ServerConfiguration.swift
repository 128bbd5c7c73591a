import Web

/// When the server asks for an access token.
enum TokenRule: String, CaseIterable, Sendable {
    /// Where it can be reached from other machines.
    case auto
    /// Everywhere, for example behind a reverse proxy on the same machine.
    case always
}

/// The server, as it is configured.
struct ServerConfiguration: Sendable, Equatable {
    /// What the server takes as it is.
    var web = WebSettings()
    /// Requests a minute and client, where they are limited.
    var requestsPerMinute = WebSettings.standardRequestsPerMinute
    /// When a token is asked for.
    var tokenRule = TokenRule.auto
    /// Names under which the server may be addressed, with commas between.
    var allowedHosts = ""
    /// The language model; none where its address is empty.
    var languageModel = LanguageModelSettings(baseURL: "", model: "")

    /// The settings that the server is started with.
    ///
    /// - Parameter limitIsSet: whether somebody set the request limit; on loopback there is none otherwise.
    /// - Returns: the settings.
    func settings(limitIsSet: Bool) -> WebSettings {
        var settings = web
        settings.alwaysRequiresToken = tokenRule == .always
        settings.allowedHosts = Self.names(in: allowedHosts)
        settings.languageModel = languageModel.baseURL.isEmpty ? nil : languageModel
        settings.requestsPerMinute = limitIsSet ? requestsPerMinute : nil
        return settings
    }

    /// The names in a list with commas between.
    static func names(in list: String) -> [String] {
        list.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    }
}
