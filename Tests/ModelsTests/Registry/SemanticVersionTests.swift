import Models
import Testing

@Suite
struct SemanticVersionTests {
    @Test(arguments: ["1.0.0", "0.0.0", "12.3.45"])
    func textReadsBack(text: String) {
        #expect(SemanticVersion(text: text)?.text == text)
    }

    @Test(arguments: [
        "", "1", "1.0", "1.0.0.0", "1.0.x", "-1.0.0", "1.00.0", "1..0", " 1.0.0", "1.0.99999999999999999999",
    ])
    func otherTextIsNoVersion(text: String) {
        #expect(SemanticVersion(text: text) == nil)
    }

    @Test
    func numbersAreComparedAsNumbers() throws {
        let versions = ["1.10.0", "1.9.9", "2.0.0", "1.9.10"].compactMap { SemanticVersion(text: $0) }
        #expect(versions.sorted().map(\.text) == ["1.9.9", "1.9.10", "1.10.0", "2.0.0"])
    }
}
