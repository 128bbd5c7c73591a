import Evaluation
import Events
import Market
import Models
import Scores
import Testing

@Suite
struct HealthAssessmentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var events = 400
        var companies = 30
        var days = 90
        var passed = true
        var status = ModelStatus.champion
        var hasModel = true
        var certificate: Bool? = true
        var distortion = 1.0
        var heads: Set<Head> = [.magnitude, .direction]
        let badge: HealthBadge
        let reason: String
        var testDescription: String { "\(badge.rawValue): \(reason)" }
    }

    static let cases = [
        Case(
            badge: .productionReady,
            reason: "400 events of 30 companies on 90 days, gate passed, certified"
        ),
        Case(
            events: 49,
            badge: .insufficientData,
            reason: "49 labelled events of 30 companies; 50 of 10 are needed"
        ),
        Case(companies: 9, badge: .insufficientData, reason: "400 labelled events of 9 companies"),
        Case(events: 149, badge: .prototype, reason: "149 labelled events of 150"),
        Case(companies: 19, badge: .prototype, reason: "19 companies of 20"),
        Case(days: 59, badge: .prototype, reason: "59 event days of 60"),
        Case(passed: false, badge: .prototype, reason: "gate not passed: no skill"),
        Case(status: .staging, badge: .prototype, reason: "the model passed its gate and is not in use"),
        Case(hasModel: false, badge: .prototype, reason: "no model trained"),
        Case(certificate: nil, badge: .prototype, reason: "no validation certificate"),
        Case(
            certificate: false,
            badge: .prototype,
            reason: "validation certificate not valid: made for another version"
        ),
        Case(distortion: 1.9, badge: .prototype, reason: "calibration rejected"),
        Case(distortion: 1.9, heads: [.magnitude], badge: .productionReady, reason: "gate passed, certified"),
    ]

    @Test(arguments: cases)
    func badgeAndReasonFollowTheRules(_ expected: Case) throws {
        let counts = [Horizon?.none, .fiveDay].map {
            LabelledCount(
                family: .sec8K,
                horizon: $0,
                events: expected.events,
                companies: expected.companies,
                days: expected.days
            )
        }
        let models =
            expected.hasModel
            ? [try Records.record(passed: expected.passed, heads: expected.heads, status: expected.status)]
            : []
        let report = try MonitoringReport(
            Graded.input(
                Graded.world(events: 1_500, distortion: expected.distortion),
                models: models,
                certificate: expected.certificate.map { Records.certificate(valid: $0) },
                counts: counts
            ),
            settings: Graded.quick
        )
        let health = try #require(report.cell(Graded.cell)).health
        #expect(health.badge == expected.badge)
        #expect(health.reason.contains(expected.reason), "\(health.reason)")
        let family = try #require(report.families.first)
        #expect(family.health.badge == expected.badge)
        #expect(family.health.reason.hasPrefix("5-Day: "))
    }
}
