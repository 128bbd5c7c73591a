import Crypto

/// Random secrets of 256 bits, and the digests under which they are kept.
public enum AccessSecret {
    /// What every access token begins with, so that people and scanners know one when they see it.
    public static let prefix = "me_"

    /// Makes a new secret: 43 characters, letters, digits, `-` and `_`.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return base64URL(bytes)
    }

    /// Makes a new access token.
    public static func token() -> String { prefix + random() }

    /// The SHA-256 of a secret as it is stored, 64 hexadecimal digits.
    ///
    /// A secret of 256 random bits cannot be guessed from its digest, so a slow hash would add nothing.
    public static func digest(of secret: String) -> String {
        Hexadecimal.text(SHA256.hash(data: Array(secret.utf8)))
    }

    /// Whether two digests are equal, in a time that does not tell where they differ.
    static func equal(_ first: String, _ second: String) -> Bool {
        guard first.utf8.count == second.utf8.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(first.utf8, second.utf8) { difference |= one ^ other }
        return difference == 0
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var bits = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(letters[bits >> count & 63])
            }
            bits &= (1 << count) - 1
        }
        if count > 0 { text.append(letters[bits << (6 - count) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }
}
