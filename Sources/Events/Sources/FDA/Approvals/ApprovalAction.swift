public import Market

/// One action of the FDA on one submission of a drug application, as Drugs@FDA and openFDA both state it.
public struct ApprovalAction: Sendable, Equatable {
    /// Kind and number of the application, `NDA020812`.
    public var application: String
    /// Kind of submission, `ORIG` or `SUPPL`.
    public var submissionType: String
    /// Number of the submission within its kind.
    public var submissionNumber: Int
    /// Class of the submission, `TYPE 1` or `EFFICACY`; nil where the FDA gives none.
    public var classCode: String?
    /// `PRIORITY`, `STANDARD`; nil where the FDA gives none.
    public var reviewPriority: String?
    /// The day of the action.
    public var day: TradingDay
    /// The present sponsor of the application in the FDA's spelling; an earlier owner is not named.
    public var sponsor: String
    /// Names of the drug's products, sorted, each once.
    public var drugs: [String]

    /// Creates an action.
    public init(
        application: String,
        submissionType: String,
        submissionNumber: Int,
        classCode: String? = nil,
        reviewPriority: String? = nil,
        day: TradingDay,
        sponsor: String,
        drugs: [String] = []
    ) {
        self.application = application
        self.submissionType = submissionType
        self.submissionNumber = submissionNumber
        self.classCode = classCode
        self.reviewPriority = reviewPriority
        self.day = day
        self.sponsor = sponsor
        self.drugs = drugs
    }

    /// The event's key, the same from every source: `fda:NDA020812-SUPPL3`.
    public var eventID: String { "fda:\(application)-\(submissionType)\(submissionNumber)" }

    /// The event of a company, with day precision: Drugs@FDA states no time of day.
    public func event(ticker: String) -> MarketEvent {
        MarketEvent(
            eventID: eventID,
            ticker: ticker,
            companyName: sponsor,
            type: .fdaApproval,
            occurredOn: day,
            knownAt: NewYork.instant(day: day, secondOfDay: 0),
            timePrecision: .day,
            timeSource: .none,
            title: title,
            summary: summary,
            source: Self.connector,
            sourceURL: Self.address + application.drop { !$0.isNumber },
            facts: EventFacts(decision: "approved")
        )
    }

    /// The connector's name, also for actions that came from openFDA.
    public static let connector = "fda"

    private static let address =
        "https://www.accessdata.fda.gov/scripts/cder/daf/index.cfm?event=overview.process&ApplNo="

    private var title: String {
        let names = drugs.isEmpty ? "a drug" : drugs.prefix(3).joined(separator: ", ")
        return submissionType == "ORIG" ? "FDA approves \(names)" : "FDA approves a further use of \(names)"
    }

    private var summary: String {
        let kind =
            submissionType == "ORIG"
            ? "Original application \(application)" : "Supplement \(submissionNumber) to \(application)"
        var parts = ["\(kind) of \(sponsor)"]
        if let classCode { parts.append("class \(classCode)") }
        if let reviewPriority { parts.append("review \(reviewPriority.lowercased())") }
        return parts.joined(separator: ", ") + "."
    }
}
