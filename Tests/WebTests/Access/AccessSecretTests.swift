import Testing

@testable import Web

@Suite
struct AccessSecretTests {
    @Test
    func `tokens are 256 random bits in letters that need no escaping`() {
        let tokens = (0..<200).map { _ in AccessSecret.token() }
        #expect(Set(tokens).count == 200)
        for token in tokens {
            #expect(token.hasPrefix("me_"))
            #expect(token.utf8.count == 3 + 43)
            #expect(PercentDecoding.encoded(token) == token)
        }
        // Each of the 64 letters occurs where bits are random.
        #expect(Set(tokens.joined()).count == 64)
    }

    @Test
    func `digests are SHA-256 in hexadecimal`() {
        // FIPS 180-2, appendix B.1: the digest of "abc".
        #expect(
            AccessSecret.digest(of: "abc")
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }

    @Test(arguments: [
        ("ab", "ab", true), ("ab", "ac", false), ("ab", "abc", false), ("", "", true), ("a", "", false),
    ])
    func `comparison looks at everything`(_ first: String, _ second: String, _ same: Bool) {
        #expect(AccessSecret.equal(first, second) == same)
    }
}
