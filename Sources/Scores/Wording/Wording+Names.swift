public import Events

extension Wording {
    /// A family's name for people.
    public static func name(of family: EventFamily) -> String {
        switch family {
        case .sec8K: "8-K current report"
        case .sec10Q: "10-Q quarterly report"
        case .sec10K: "10-K annual report"
        case .earnings: "Earnings"
        case .fda: "FDA"
        case .mna: "Mergers and acquisitions"
        case .capitalAllocation: "Capital allocation"
        case .productBusiness: "Products and business"
        case .guidance: "Guidance"
        case .secOther: "Other SEC filing"
        case .corporate: "Corporate news"
        }
    }

    /// An event type's name for people.
    public static func name(of type: EventType) -> String { typeNames[type] ?? type.rawValue }

    static let typeNames: [EventType: String] = [
        .sec8K: "8-K current report", .sec10Q: "10-Q quarterly report", .sec10K: "10-K annual report",
        .earningsRelease: "Earnings release", .earningsCall: "Earnings call",
        .earningsGuidance: "Earnings guidance", .fdaApproval: "FDA approval", .fdaRejection: "FDA rejection",
        .fdaCompleteResponse: "FDA complete response letter", .fdaAdcom: "FDA advisory committee",
        .fdaClinicalHold: "FDA suspension of a clinical trial", .fdaSafetyAlert: "FDA safety alert",
        .fdaBreakthroughDesignation: "FDA breakthrough designation",
        .fdaPriorityReview: "FDA priority review", .merger: "Merger", .acquisition: "Acquisition",
        .divestiture: "Divestiture", .spinOff: "Spin-off", .dividend: "Dividend",
        .buyback: "Share repurchase", .stockSplit: "Stock split", .rightsOffering: "Rights offering",
        .productLaunch: "Product launch", .productRecall: "Product recall", .productDelay: "Product delay",
        .partnership: "Partnership", .contractWin: "Contract won", .contractLoss: "Contract lost",
        .guidanceRaise: "Guidance raised", .guidanceLower: "Guidance lowered",
        .guidanceWithdraw: "Guidance withdrawn", .guidanceUpdate: "Guidance updated",
        .secDEF14A: "Proxy statement (DEF 14A)", .secS1: "Registration statement (S-1)",
        .secS3: "Registration statement (S-3)", .sec424B: "Prospectus (424B)",
        .sec13D: "Ownership report (13D)", .sec13G: "Ownership report (13G)",
        .executiveChange: "Executive change", .lawsuit: "Lawsuit", .investigation: "Investigation",
        .restructuring: "Restructuring", .bankruptcy: "Bankruptcy", .pressRelease: "Press release",
    ]
}
