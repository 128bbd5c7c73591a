import JSONText
import Market
import Storage

/// A new access token, the only time that it is shown.
struct NewTokenPresentation: Presentation {
    let token: AccessToken
    let secret: String

    func print(to results: ResultPrinter) throws {
        try results.print(secret)
        try results.print(
            sentence:
                "This is the access token '\(token.name)'. It is shown this once only; keep it like a password."
        )
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", token.name)
            json.member("token", secret)
            json.member("created_at", token.createdAt.iso8601)
        }
    }
}

/// Access tokens without what opens.
struct TokenListPresentation: Presentation {
    let tokens: [AccessToken]

    func print(to results: ResultPrinter) throws {
        guard !tokens.isEmpty else {
            try results.print("There is no access token. Make one with 'market-echo tokens create NAME'.")
            return
        }
        var table = TextTable([.text("name"), .text("made (UTC)"), .text("state")])
        for token in tokens {
            table.add([
                token.name, token.createdAt.minuteText,
                token.revokedAt.map { "revoked \($0.minuteText)" } ?? "live",
            ])
        }
        try results.print(table)
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member(
                "tokens",
                array: { json in
                    for token in tokens {
                        json.object { json in
                            json.member("name", token.name)
                            json.member("created_at", token.createdAt.iso8601)
                            json.member("revoked_at", token.revokedAt?.iso8601)
                        }
                    }
                }
            )
        }
    }
}
