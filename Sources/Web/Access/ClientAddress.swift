import Foundation
import NIOCore

/// Who is counted as one client: an IPv4 address, or the first 64 bits of an IPv6 address, since one client has them all.
struct ClientAddress: Hashable, Sendable {
    private let bits: UInt64
    private let isIPv6: Bool

    /// The client behind a connection; all connections without an address are one.
    init(_ address: SocketAddress?) {
        self.init(text: address?.ipAddress ?? "")
    }

    /// The client of an address as it is usually written; texts that are no address are all one client.
    init(text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            bits = bytes[0..<4].reduce(0) { $0 << 8 | UInt64($1) }
            isIPv6 = false
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            let isMapped = bytes[0..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            bits = (isMapped ? bytes[12..<16] : bytes[0..<8]).reduce(0) { $0 << 8 | UInt64($1) }
            isIPv6 = !isMapped
        } else {
            bits = 0
            isIPv6 = false
        }
    }
}

extension ClientAddress: CustomStringConvertible {
    /// The address as it is usually written, an IPv6 one as its network.
    var description: String {
        if isIPv6 {
            let groups = stride(from: 48, through: 0, by: -16).map {
                String(bits >> UInt64($0) & 0xFFFF, radix: 16)
            }
            return groups.joined(separator: ":") + "::/64"
        }
        return stride(from: 24, through: 0, by: -8).map { String(bits >> UInt64($0) & 0xFF) }
            .joined(separator: ".")
    }
}
