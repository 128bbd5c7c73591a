import Testing

@testable import Web

@Suite
struct ClientAddressTests {
    @Test(arguments: [
        ("10.1.2.3", "10.1.2.3", true),
        ("10.1.2.3", "10.1.2.4", false),
        ("::ffff:10.1.2.3", "10.1.2.3", true),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
        ("::1", "127.0.0.1", false),
        ("", "nonsense", true),
    ])
    func `an IPv6 client is its network, a mapped one its IPv4 address`(
        _ first: String,
        _ second: String,
        _ same: Bool
    ) {
        #expect((ClientAddress(text: first) == ClientAddress(text: second)) == same)
    }

    @Test
    func `addresses are written as usual`() {
        #expect("\(ClientAddress(text: "10.1.2.3"))" == "10.1.2.3")
        #expect("\(ClientAddress(text: "2001:db8:1:2::1"))" == "2001:db8:1:2::/64")
    }
}
