public import Market

/// One page of openFDA's `drug/drugsfda` endpoint.
public struct OpenFDAPage: Sendable, Equatable {
    /// The approvals of the page.
    public var approvals: ApprovalList
    /// Applications on the page.
    public var applications: Int
    /// Applications that the question matches in all.
    public var total: Int

    /// Parses an answer.
    ///
    /// - Parameters:
    ///   - bytes: the JSON document: `meta.results.total`, `results` with `application_number`, `sponsor_name`, `products`
    ///     and `submissions`.
    ///   - days: the days of interest; an application comes with all its submissions, most of them older.
    /// - Throws: `EventFileError` for a document of another shape, with openFDA's own message where it has one.
    public init(_ bytes: [UInt8], days: ClosedRange<TradingDay>) throws(EventFileError) {
        let document: JSONTree
        do {
            document = try JSONTree(parsing: bytes)
        } catch {
            throw .malformed(format: "answer of openFDA", reason: "\(error)")
        }
        if let message = document.present("error") {
            let words = [message["code"]?.text, message["message"]?.text].compactMap { $0 }
            throw .malformed(format: "answer of openFDA", reason: words.joined(separator: ": "))
        }
        guard let total = document["meta"]?["results"]?["total"]?.integer,
            let results = document.present("results")
        else {
            throw .malformed(
                format: "answer of openFDA",
                reason: "it has no meta.results.total or no results"
            )
        }
        self.total = total
        applications = results.elements.count
        approvals = ApprovalList()
        for (index, application) in results.elements.enumerated() {
            take(application, number: index + 1, days: days)
        }
        approvals.sort()
    }

    /// An answer without any match, which openFDA gives as status 404.
    public static let empty = OpenFDAPage()

    private init() {
        approvals = ApprovalList()
        applications = 0
        total = 0
    }

    private mutating func take(_ application: JSONTree, number: Int, days: ClosedRange<TradingDay>) {
        guard let key = application["application_number"]?.text, key.contains(where: \.isNumber) else {
            approvals.problems.append(
                RowProblem(line: number, column: "application_number", reason: "is missing")
            )
            return
        }
        let drugs = Set((application["products"]?.elements ?? []).compactMap { $0["brand_name"]?.text })
        for submission in application["submissions"]?.elements ?? [] {
            do throws(RowProblem) {
                guard let day = try Self.day(submission, number), days.contains(day) else { continue }
                let type = submission["submission_type"]?.text ?? ""
                let classCode = submission["submission_class_code"]?.text
                if let reason = ApprovalRule.leftOut(
                    applicationType: String(key.prefix { !$0.isNumber }),
                    submissionType: type,
                    status: submission["submission_status"]?.text ?? "",
                    classCode: classCode
                ) {
                    approvals.leftOut[reason, default: 0] += 1
                    continue
                }
                approvals.actions.append(
                    ApprovalAction(
                        application: key,
                        submissionType: type,
                        submissionNumber: try Self.number(submission, number),
                        classCode: classCode,
                        reviewPriority: submission["review_priority"]?.text,
                        day: day,
                        sponsor: application["sponsor_name"]?.text ?? "",
                        drugs: drugs.sorted()
                    )
                )
            } catch {
                approvals.problems.append(error)
            }
        }
    }

    /// The day of `20000112`; nil for a submission without one, which is not decided.
    private static func day(_ submission: JSONTree, _ line: Int) throws(RowProblem) -> TradingDay? {
        guard let text = submission["submission_status_date"]?.text else { return nil }
        let digits = Array(text.utf8)
        guard digits.count == 8, let number = Int(text),
            let day = TradingDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        else {
            throw RowProblem(
                line: line,
                column: "submission_status_date",
                value: text,
                reason: "is no day; 20000112 is accepted"
            )
        }
        return day
    }

    private static func number(_ submission: JSONTree, _ line: Int) throws(RowProblem) -> Int {
        let text = submission["submission_number"]?.text ?? ""
        guard let number = Int(text), number >= 0 else {
            throw RowProblem(
                line: line,
                column: "submission_number",
                value: text,
                reason: "is no whole number"
            )
        }
        return number
    }
}
