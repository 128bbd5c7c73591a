import Foundation
import Testing

@testable import Boosting

@Suite("Runtime and errors")
struct RuntimeTests {
    @Test("the library is found, recent enough and works")
    func check() {
        let findings = BoostingRuntime.check(environment: ["OMP_WAIT_POLICY": "passive"])
        #expect(findings.map(\.level) == [.fine, .fine, .fine])
        #expect(findings.first?.text == "XGBoost \(BoostingRuntime.version)")
        #expect(BoostingRuntime.version.split(separator: ".").count == 3)
    }

    @Test("spinning threads are advised against", arguments: [[:], ["OMP_WAIT_POLICY": "ACTIVE"]])
    func waiting(_ environment: [String: String]) {
        let finding = BoostingRuntime.check(environment: environment)[1]
        #expect(finding.level == .advice)
        #expect(finding.text.hasPrefix("OMP_WAIT_POLICY is \(environment["OMP_WAIT_POLICY"] ?? "not set")"))
    }

    @Test("OpenMP's threads are limited during a call and as before after it")
    func threads() {
        let before = OpenMPThreads.limit
        #expect(OpenMPThreads.limited(to: 1) { OpenMPThreads.limit } == before.map { _ in 1 })
        #expect(OpenMPThreads.limited(to: 3) { OpenMPThreads.limit } == before.map { _ in 3 })
        #expect(OpenMPThreads.limit == before)
    }

    @Test(
        "of XGBoost's message the first line is kept, without its clock",
        arguments: [
            (
                "[12:34:56] ./src/a.cc:12: Check failed: x\nStack trace:\n  [bt] (0) /lib/x",
                "./src/a.cc:12: Check failed: x"
            ),
            ("plain", "plain"), ("", "no reason given"), ("[12:34:56]", "[12:34:56]"),
        ]
    )
    func firstLine(_ text: String, _ line: String) {
        #expect(XGBoostCall.firstLine(of: text) == line)
    }

    @Test("an error of XGBoost comes through as one line")
    func message() throws {
        let rows = try DenseRows(columns: ["a"], values: [1])
        let matrix = try MatrixHandle(rows, threads: 1)
        let error = #expect(throws: BoostingError.self) { try matrix.set("no_such_field", [1]) }
        let text = try #require(error?.description)
        #expect(text.hasPrefix("XGBoost XGDMatrixSetFloatInfo(no_such_field): "))
        #expect(text.split(whereSeparator: \.isNewline).count == 1)
    }

    @Test("a metric that is not finite ends the training")
    func metric() throws {
        var stopping = EarlyStopping(patience: 2)
        #expect(throws: BoostingError.self) { try stopping.record(.nan) }
    }

    @Test("ties choose the earlier round, and patience counts from the best")
    func patience() throws {
        var stopping = EarlyStopping(patience: 2)
        let ends = try [3, 2, 2, 2.5].map { try stopping.record($0) }
        #expect(ends == [false, false, false, true])
        #expect(stopping.best?.iteration == 1)
        #expect(stopping.best?.score == 2)
    }

    @Test("rounds get seeds of their own, within XGBoost's range")
    func seeds() {
        let seeds = (0..<500).map { MedianTraining.seed(3, round: $0) }
        #expect(Set(seeds).count == 500)
        #expect(seeds.allSatisfy { (0...Int(Int32.max)).contains($0) })
        #expect(Set(seeds).isDisjoint(with: (0..<500).map { MedianTraining.seed(4, round: $0) }))
    }
}
