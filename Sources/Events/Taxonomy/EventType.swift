/// What kind of event it is; the one taxonomy of connectors, rules, models and pages.
///
/// The raw value is the type's name on the command line, in the API and in the database.
public enum EventType: String, CaseIterable, Sendable, Comparable {
    /// `sec_8k` of family `sec_8k`.
    case sec8K = "sec_8k"
    /// `sec_10q` of family `sec_10q`.
    case sec10Q = "sec_10q"
    /// `sec_10k` of family `sec_10k`.
    case sec10K = "sec_10k"
    /// `earnings_release` of family `earnings`.
    case earningsRelease = "earnings_release"
    /// `earnings_call` of family `earnings`.
    case earningsCall = "earnings_call"
    /// `earnings_guidance` of family `earnings`.
    case earningsGuidance = "earnings_guidance"
    /// `fda_approval` of family `fda`.
    case fdaApproval = "fda_approval"
    /// `fda_rejection` of family `fda`.
    case fdaRejection = "fda_rejection"
    /// `fda_complete_response` of family `fda`.
    case fdaCompleteResponse = "fda_complete_response"
    /// `fda_adcom` of family `fda`.
    case fdaAdcom = "fda_adcom"
    /// `fda_clinical_hold` of family `fda`.
    case fdaClinicalHold = "fda_clinical_hold"
    /// `fda_safety_alert` of family `fda`.
    case fdaSafetyAlert = "fda_safety_alert"
    /// `fda_breakthrough_designation` of family `fda`.
    case fdaBreakthroughDesignation = "fda_breakthrough_designation"
    /// `fda_priority_review` of family `fda`.
    case fdaPriorityReview = "fda_priority_review"
    /// `merger` of family `mna`.
    case merger
    /// `acquisition` of family `mna`.
    case acquisition
    /// `divestiture` of family `mna`.
    case divestiture
    /// `spin_off` of family `mna`.
    case spinOff = "spin_off"
    /// `dividend` of family `capital_allocation`.
    case dividend
    /// `buyback` of family `capital_allocation`.
    case buyback
    /// `stock_split` of family `capital_allocation`.
    case stockSplit = "stock_split"
    /// `rights_offering` of family `capital_allocation`.
    case rightsOffering = "rights_offering"
    /// `product_launch` of family `product_business`.
    case productLaunch = "product_launch"
    /// `product_recall` of family `product_business`.
    case productRecall = "product_recall"
    /// `product_delay` of family `product_business`.
    case productDelay = "product_delay"
    /// `partnership` of family `product_business`.
    case partnership
    /// `contract_win` of family `product_business`.
    case contractWin = "contract_win"
    /// `contract_loss` of family `product_business`.
    case contractLoss = "contract_loss"
    /// `guidance_raise` of family `guidance`.
    case guidanceRaise = "guidance_raise"
    /// `guidance_lower` of family `guidance`.
    case guidanceLower = "guidance_lower"
    /// `guidance_withdraw` of family `guidance`.
    case guidanceWithdraw = "guidance_withdraw"
    /// `guidance_update` of family `guidance`.
    case guidanceUpdate = "guidance_update"
    /// `sec_def14a` of family `sec_other`.
    case secDEF14A = "sec_def14a"
    /// `sec_s1` of family `sec_other`.
    case secS1 = "sec_s1"
    /// `sec_s3` of family `sec_other`.
    case secS3 = "sec_s3"
    /// `sec_424b` of family `sec_other`.
    case sec424B = "sec_424b"
    /// `sec_13d` of family `sec_other`.
    case sec13D = "sec_13d"
    /// `sec_13g` of family `sec_other`.
    case sec13G = "sec_13g"
    /// `executive_change` of family `corporate`.
    case executiveChange = "executive_change"
    /// `lawsuit` of family `corporate`.
    case lawsuit
    /// `investigation` of family `corporate`.
    case investigation
    /// `restructuring` of family `corporate`.
    case restructuring
    /// `bankruptcy` of family `corporate`.
    case bankruptcy
    /// `press_release` of family `corporate`.
    case pressRelease = "press_release"

    /// The family that the type belongs to.
    public var family: EventFamily {
        switch self {
        case .sec8K:
            .sec8K
        case .sec10Q:
            .sec10Q
        case .sec10K:
            .sec10K
        case .earningsRelease, .earningsCall, .earningsGuidance:
            .earnings
        case .fdaApproval, .fdaRejection, .fdaCompleteResponse, .fdaAdcom,
            .fdaClinicalHold, .fdaSafetyAlert, .fdaBreakthroughDesignation, .fdaPriorityReview:
            .fda
        case .merger, .acquisition, .divestiture, .spinOff:
            .mna
        case .dividend, .buyback, .stockSplit, .rightsOffering:
            .capitalAllocation
        case .productLaunch, .productRecall, .productDelay, .partnership, .contractWin, .contractLoss:
            .productBusiness
        case .guidanceRaise, .guidanceLower, .guidanceWithdraw, .guidanceUpdate:
            .guidance
        case .secDEF14A, .secS1, .secS3, .sec424B, .sec13D, .sec13G:
            .secOther
        case .executiveChange, .lawsuit, .investigation, .restructuring, .bankruptcy, .pressRelease:
            .corporate
        }
    }

    /// Types are ordered by name.
    public static func < (lhs: EventType, rhs: EventType) -> Bool { lhs.rawValue < rhs.rawValue }
}
