/// Which submissions of Drugs@FDA are events.
///
/// Counted are approvals (status `AP`) of new drug applications and biologics (`NDA`, `BLA`): every original application
/// and every supplement of class `EFFICACY`, which adds a use, a population or evidence of benefit. Everything else is left
/// out with its reason, since thousands of labelling and manufacturing supplements a year say nothing new of a company.
/// Refusals are not in Drugs@FDA at all.
public enum ApprovalRule {
    /// Why a submission is no event.
    public enum LeftOut: String, CaseIterable, Sendable, Comparable {
        /// A generic (`ANDA`) or an application of another kind.
        case generic
        /// A tentative approval (`TA`), which does not allow marketing yet.
        case tentative
        /// Any other status, such as pending or withdrawn.
        case notApproved = "not_approved"
        /// A supplement of class `LABELING`.
        case labelling
        /// A supplement of class `MANUF (CMC)`.
        case manufacturing
        /// A supplement of any other class, such as `REMS` or `BIOEQUIV`, or an original one of such a class.
        case otherClass = "other_class"
        /// An application for a medical gas.
        case medicalGas = "medical_gas"

        /// Reasons are ordered by name.
        public static func < (lhs: LeftOut, rhs: LeftOut) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// The reason for which a submission is no event; nil for one that is.
    ///
    /// - Parameters:
    ///   - applicationType: `NDA`, `BLA`, `ANDA`.
    ///   - submissionType: `ORIG` or `SUPPL`.
    ///   - status: `AP`, `TA`.
    ///   - classCode: the class of the submission; nil where there is none.
    /// - Returns: the reason.
    public static func leftOut(
        applicationType: String,
        submissionType: String,
        status: String,
        classCode: String?
    ) -> LeftOut? {
        guard applicationType == "NDA" || applicationType == "BLA" else { return .generic }
        if status == "TA" { return .tentative }
        guard status == "AP" else { return .notApproved }
        switch (submissionType, classCode) {
        case (_, "LABELING"): return .labelling
        case (_, "MANUF (CMC)"): return .manufacturing
        case (_, "MEDGAS"): return .medicalGas
        case (_, "REMS"), (_, "BIOEQUIV"): return .otherClass
        case ("ORIG", _), ("SUPPL", "EFFICACY"): return nil
        default: return .otherClass
        }
    }
}
