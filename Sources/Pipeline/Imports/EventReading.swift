import Events
import Foundation
import Market
import Scores
import Storage

/// Reads event files of every kind into one list.
struct EventReading {
    private(set) var events: [MarketEvent] = []
    private(set) var instruments: [Instrument] = []
    private(set) var problems: [String] = []
    private(set) var refused: [String] = []
    private(set) var notes: [String] = []
    private(set) var files = 0
    private let now: UTCInstant
    private let ticker: String?
    private var submissions: [String: [(name: String, file: SubmissionsFile)]] = [:]
    private var headers: [SGMLHeader] = []

    init(now: UTCInstant, ticker: String?) {
        self.now = now
        self.ticker = ticker
    }

    /// Reads one file; one that is not what it claims is refused whole.
    mutating func read(_ path: String) {
        let name = (path as NSString).lastPathComponent
        do {
            try read(try ImportFiles.content(of: path), name: name)
            files += 1
        } catch {
            refused.append("\(name): \(error)")
        }
    }

    /// Turns what needs several files into events: submissions with their shards, and lone filings.
    mutating func finish() {
        var pinned: [String: PinnedTime] = [:]
        for header in headers { pinned[header.accession.text] = PinnedTime(header.acceptedAt) }
        var seen: Set<String> = []
        for (cik, parts) in submissions.sorted(by: { $0.key < $1.key }) {
            let importer = EdgarImport(now: now, ticker: ticker, cik: cik.isEmpty ? nil : cik, pinned: pinned)
            do {
                let result = try importer.events(in: parts.map(\.file))
                events += result.events
                seen.formUnion(result.events.map(\.eventID))
                take(result.company, names: parts.map(\.name))
                let label = parts.map(\.name).min() ?? cik
                problems += result.problems.map { "\(label): \($0)" }
                notes += result.notes.map { "\(label): \($0)" }
            } catch {
                refused.append("\(parts.map(\.name).joined(separator: ", ")): \(error)")
            }
        }
        let importer = EdgarImport(now: now)
        for header in headers where !seen.contains(header.accession.text) {
            guard let ticker else {
                problems.append("\(header.accession.text): a filing names no symbol; give it with --ticker")
                continue
            }
            if let event = importer.event(of: header, ticker: ticker) { events.append(event) }
        }
    }

    private mutating func read(_ bytes: [UInt8], name: String) throws {
        switch try EventFileFormat.recognise(bytes) {
        case .csv: take(try EventsCSV.parse(bytes, now: now), name: name)
        case .jsonLines: take(try EventsJSONL.parse(bytes, now: now), name: name)
        case .sgml: headers.append(try SGMLHeader(bytes))
        case .edgarSubmissions:
            let file = try SubmissionsFile(bytes)
            let cik = file.company?.cik ?? Self.companyNumber(inName: name) ?? ""
            submissions[cik, default: []].append((name, file))
        }
    }

    private mutating func take(_ parsed: ParsedEvents, name: String) {
        events += parsed.events
        problems += parsed.problems.map { "\(name): \($0)" }
        notes += parsed.notes.map { "\(name): \($0)" }
    }

    private mutating func take(_ company: CompanyRecord, names: [String]) {
        let sic = company.sic.flatMap { Int($0) }
        for ticker in ticker.map({ [$0] }) ?? company.tickers {
            instruments.append(
                Instrument(
                    ticker: ticker,
                    cik: company.cik,
                    name: company.name,
                    sic: sic,
                    sector: sic.flatMap(Sector.init(sic:))?.rawValue
                )
            )
        }
    }

    /// The company number in a name such as `CIK0000320193-submissions-001.json`.
    private static func companyNumber(inName name: String) -> String? {
        guard let start = name.range(of: "CIK") else { return nil }
        let digits = name[start.upperBound...].prefix { $0.isASCII && $0.isNumber }
        return CompanyNumber.padded(digits)
    }
}
