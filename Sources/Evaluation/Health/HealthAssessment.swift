import Models
public import Scores

/// How far the model of a slot can be trusted, and why.
public struct HealthAssessment: Sendable, Equatable {
    /// The badge.
    public let badge: HealthBadge
    /// What is missing, or what was proven; never empty.
    public let reasons: [String]

    /// Creates an assessment.
    public init(badge: HealthBadge, reasons: [String]) {
        self.badge = badge
        self.reasons = reasons
    }

    /// The reasons in one line.
    public var reason: String { reasons.joined(separator: "; ") }

    /// Labelled events below which nothing is said.
    public static let minimumEvents = 50
    /// Companies below which nothing is said.
    public static let minimumCompanies = 10
    /// Labelled events for the best badge.
    public static let productionEvents = 150
    /// Companies for the best badge.
    public static let productionCompanies = 20
    /// Event days for the best badge.
    public static let productionDays = 60
}

extension HealthAssessment {
    /// Assesses a slot.
    ///
    /// `Insufficient Data` below 50 labelled events or 10 companies. `Production Ready` only with 150 events, 20 companies,
    /// 60 event days, the gate passed by the champion, calibration not rejected where its direction head is in use, and
    /// a valid validation certificate. `Prototype` in between.
    init(
        events: Int,
        companies: Int,
        days: Int,
        model: ModelRecord?,
        calibration: CalibrationReport.Verdict?,
        certificate: ValidationStanding?
    ) {
        if events < Self.minimumEvents || companies < Self.minimumCompanies {
            self.init(
                badge: .insufficientData,
                reasons: [
                    "\(events) labelled events of \(companies) companies; "
                        + "\(Self.minimumEvents) of \(Self.minimumCompanies) are needed to judge"
                ]
            )
            return
        }
        var missing: [String] = []
        func need(_ have: Int, _ wanted: Int, _ what: String) {
            if have < wanted { missing.append("\(have) \(what) of \(wanted)") }
        }
        need(events, Self.productionEvents, "labelled events")
        need(companies, Self.productionCompanies, "companies")
        need(days, Self.productionDays, "event days")
        if let model {
            if !model.evaluation.decision.passed {
                missing.append("gate not passed: \(model.evaluation.decision.reason)")
            } else if model.status != .champion {
                missing.append("the model passed its gate and is not in use")
            }
        } else {
            missing.append("no model trained")
        }
        if model?.usableHeads.contains(.direction) ?? false {
            switch calibration {
            case .notRejected: break
            case .rejected: missing.append("calibration rejected")
            case .tooFew, nil: missing.append("too few graded events to judge calibration")
            }
        }
        if let certificate {
            if !certificate.isValid {
                missing.append("validation certificate not valid: \(certificate.text)")
            }
        } else {
            missing.append("no validation certificate")
        }
        if missing.isEmpty {
            self.init(
                badge: .productionReady,
                reasons: [
                    "\(events) events of \(companies) companies on \(days) days, gate passed, certified"
                ]
            )
        } else {
            self.init(badge: .prototype, reasons: missing)
        }
    }
}
