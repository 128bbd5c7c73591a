import Events
import Fetching
import Market
import Storage

/// The job that reads filings from EDGAR.
///
/// Events and the state of a company are written in one transaction: a run that is killed goes on where it was,
/// and a second run over the same answers writes no event.
public struct EdgarIngestJob: Sendable {
    let context: JobContext
    let options: EdgarIngestOptions

    /// Creates the job.
    public init(_ context: JobContext, options: EdgarIngestOptions) {
        self.context = context
        self.options = options
    }

    /// Reads what is due.
    ///
    /// - Parameter arguments: the command line for the run ledger.
    /// - Returns: what was stored and what could not be read.
    /// - Throws: `EdgarIngestError` where it cannot begin or EDGAR refuses, `FetchError` where EDGAR cannot be reached.
    public func run(arguments: String = "") async throws -> EdgarIngestReport {
        guard EdgarIngestOptions.isUserAgent(options.userAgent) else {
            throw EdgarIngestError.userAgent(options.userAgent)
        }
        return try await context.recorded(job: "ingest edgar", arguments: arguments) {
            let targets = try await targets()
            guard !targets.isEmpty else { throw EdgarIngestError.noCompanies }
            let report =
                switch options.mode {
                case .company: try await readCompanies(targets)
                case .current: try await readFeed(targets)
                }
            return JobResult(
                report: report,
                status: report.events.written == 0 ? .nothingToDo : .succeeded,
                message: "\(report.events.inserted) new, \(report.events.updated) updated, "
                    + "\(report.companies) companies read, \(report.unchanged) unchanged"
            )
        }.report
    }

    /// A request that says who asks.
    func request(_ url: String, condition: FetchCondition? = nil) -> FetchRequest {
        FetchRequest(url, headers: ["User-Agent": options.userAgent], condition: condition)
    }

    /// Company numbers with their symbol: stored instruments, and symbols that only EDGAR's list knows.
    private func targets() async throws -> [String: String] {
        let instruments = try context.store.read { try InstrumentStore($0).all() }
        let wanted = options.tickers ?? instruments.keys.sorted()
        var result: [String: String] = [:]
        var unknown: [String] = []
        for ticker in wanted {
            if let cik = instruments[ticker]?.cik.flatMap({ CompanyNumber.padded($0) }) {
                if result[cik] == nil { result[cik] = ticker }
            } else {
                unknown.append(ticker)
            }
        }
        guard options.tickers != nil, !unknown.isEmpty else { return result }
        let answer = try await context.fetcher.fetch(request("\(options.wwwURL)/files/company_tickers.json"))
        let numbers = try CompanyTickers(answer.body).companyNumbers()
        for ticker in unknown {
            guard let cik = numbers[ticker], result[cik] == nil else { continue }
            result[cik] = ticker
        }
        return result
    }

    static let source = EdgarImport.connector

    /// Whether EDGAR says that it does not want to be asked now.
    static func isRefusal(_ error: FetchError) -> Bool {
        [.status(403), .status(429), .status(503)].contains(error.reason)
    }
}
