/// The cookie of a session.
enum SessionCookie {
    /// Its name.
    static let name = "market_echo_session"

    /// Its value among the cookies of a request; nil where it is not there.
    static func value(in cookies: [String]) -> String? {
        for field in cookies {
            for pair in field.split(separator: ";") {
                let text = pair.drop { $0 == " " }
                guard text.hasPrefix("\(name)=") else { continue }
                let value = text.dropFirst(name.count + 1)
                return (20...100).contains(value.utf8.count) ? String(value) : nil
            }
        }
        return nil
    }

    /// The header that sets it: out of reach of scripts, sent to this server's own pages only.
    static func setting(_ secret: String, isSecure: Bool) -> String {
        attributes(secret, seconds: SessionBook.hours * 3_600, isSecure: isSecure)
    }

    /// The header that removes it.
    static func removing(isSecure: Bool) -> String {
        attributes("", seconds: 0, isSecure: isSecure)
    }

    private static func attributes(_ value: String, seconds: Int64, isSecure: Bool) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict\(isSecure ? "; Secure" : "")"
    }
}
