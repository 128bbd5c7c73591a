public import Market

/// Reads the tables of the Drugs@FDA download into approvals.
public enum DrugsAtFDA {
    /// Names of the files of the archive that are read.
    public enum File: String, CaseIterable, Sendable {
        /// One row an application, with its sponsor.
        case applications = "Applications.txt"
        /// One row a product, with its name.
        case products = "Products.txt"
        /// One row a submission, with its status and day.
        case submissions = "Submissions.txt"
        /// The codes of the classes of submissions.
        case classes = "SubmissionClass_Lookup.txt"
    }

    /// The approvals of the tables.
    ///
    /// - Parameters:
    ///   - files: the bytes of each table.
    ///   - days: the days of interest; actions outside are neither events nor counted.
    /// - Returns: the approvals, what was left out by reason, and the rows that could not be read.
    /// - Throws: `EventFileError` for a table that is missing or is another one.
    public static func approvals(
        _ files: [File: [UInt8]],
        days: ClosedRange<TradingDay>
    ) throws(EventFileError) -> ApprovalList {
        var list = ApprovalList()
        let applications = try applications(table(.applications, files), &list)
        let drugs = try drugs(table(.products, files), &list)
        let classes = try classes(table(.classes, files), &list)
        let table = try table(.submissions, files)
        let place = SubmissionColumns(table)
        var seen: Set<String> = []
        table.forEach { row throws(RowProblem) in
            guard let day = try place.day(row) else {
                throw RowProblem(line: row.line, column: "SubmissionStatusDate", reason: "is empty")
            }
            guard days.contains(day) else { return }
            let number = row.fields[place.application] ?? ""
            guard let application = applications[number] else {
                throw RowProblem(
                    line: row.line,
                    column: "ApplNo",
                    value: number,
                    reason: "is not in Applications.txt"
                )
            }
            let type = row.fields[place.type] ?? ""
            let classCode = row.fields[place.classID].flatMap { classes[$0] }
            if let reason = ApprovalRule.leftOut(
                applicationType: application.type,
                submissionType: type,
                status: row.fields[place.status] ?? "",
                classCode: classCode
            ) {
                list.leftOut[reason, default: 0] += 1
                return
            }
            let action = ApprovalAction(
                application: application.type + number,
                submissionType: type,
                submissionNumber: try place.number(row),
                classCode: classCode,
                reviewPriority: row.fields[place.priority],
                day: day,
                sponsor: application.sponsor,
                drugs: drugs[number] ?? []
            )
            guard seen.insert(action.eventID).inserted else {
                throw RowProblem(line: row.line, value: action.eventID, reason: "is there twice")
            }
            list.actions.append(action)
        } problem: {
            list.problems.append($0)
        }
        list.sort()
        return list
    }

    private static func table(_ file: File, _ files: [File: [UInt8]]) throws(EventFileError) -> TabTable {
        guard let bytes = files[file] else {
            throw .malformed(format: "archive of Drugs@FDA", reason: "\(file.rawValue) is missing")
        }
        let columns =
            switch file {
            case .applications: ["ApplNo", "ApplType", "SponsorName"]
            case .products: ["ApplNo", "DrugName"]
            case .classes: ["SubmissionClassCodeID", "SubmissionClassCode"]
            case .submissions: SubmissionColumns.names
            }
        return try TabTable(bytes, needing: columns)
    }

    private static func applications(
        _ table: TabTable,
        _ list: inout ApprovalList
    ) throws(EventFileError) -> [String: (type: String, sponsor: String)] {
        let (key, type) = (table.column("ApplNo"), table.column("ApplType"))
        let sponsor = table.column("SponsorName")
        var result: [String: (type: String, sponsor: String)] = [:]
        table.forEach { row throws(RowProblem) in
            guard let number = row.fields[key] else {
                throw RowProblem(line: row.line, column: "ApplNo", reason: "is empty")
            }
            result[number] = (row.fields[type] ?? "", row.fields[sponsor] ?? "")
        } problem: {
            list.problems.append($0)
        }
        return result
    }

    private static func drugs(
        _ table: TabTable,
        _ list: inout ApprovalList
    ) throws(EventFileError) -> [String: [String]] {
        let (key, name) = (table.column("ApplNo"), table.column("DrugName"))
        var names: [String: Set<String>] = [:]
        table.forEach { row throws(RowProblem) in
            guard let number = row.fields[key], let drug = row.fields[name] else { return }
            names[number, default: []].insert(drug)
        } problem: {
            list.problems.append($0)
        }
        return names.mapValues { $0.sorted() }
    }

    private static func classes(
        _ table: TabTable,
        _ list: inout ApprovalList
    ) throws(EventFileError) -> [String: String] {
        let (key, code) = (table.column("SubmissionClassCodeID"), table.column("SubmissionClassCode"))
        var codes: [String: String] = [:]
        table.forEach { row throws(RowProblem) in
            guard let id = row.fields[key], let text = row.fields[code] else { return }
            codes[id] = text
        } problem: {
            list.problems.append($0)
        }
        return codes
    }
}

/// Where the columns of `Submissions.txt` lie.
private struct SubmissionColumns {
    static let names = [
        "ApplNo", "SubmissionClassCodeID", "SubmissionType", "SubmissionNo", "SubmissionStatus",
        "SubmissionStatusDate", "ReviewPriority",
    ]
    let application: Int
    let classID: Int
    let type: Int
    let status: Int
    let priority: Int
    private let numberColumn: Int
    private let dayColumn: Int

    init(_ table: TabTable) {
        application = table.column("ApplNo")
        classID = table.column("SubmissionClassCodeID")
        type = table.column("SubmissionType")
        status = table.column("SubmissionStatus")
        priority = table.column("ReviewPriority")
        numberColumn = table.column("SubmissionNo")
        dayColumn = table.column("SubmissionStatusDate")
    }

    func number(_ row: TabTable.Row) throws(RowProblem) -> Int {
        let text = row.fields[numberColumn] ?? ""
        guard let number = Int(text), number >= 0 else {
            throw RowProblem(
                line: row.line,
                column: "SubmissionNo",
                value: text,
                reason: "is no whole number"
            )
        }
        return number
    }

    /// The day of `2000-01-12 00:00:00`; nil where the field is empty.
    func day(_ row: TabTable.Row) throws(RowProblem) -> TradingDay? {
        guard let text = row.fields[dayColumn] else { return nil }
        guard let day = TradingDay(iso8601: text.prefix(10)) else {
            throw RowProblem(
                line: row.line,
                column: "SubmissionStatusDate",
                value: text,
                reason: "is no day; 2000-01-12 00:00:00 is accepted"
            )
        }
        return day
    }
}
