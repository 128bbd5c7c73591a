import Evaluation
import Events
import Market
import Models
import Storage

extension OverviewPage {
    /// Reads the overview.
    ///
    /// - Parameters:
    ///   - reading: Where from.
    ///   - report: The latest monitoring report; nil while it is computed for the first time.
    ///   - isInsider: Whether the visitor may see the internal pages.
    init(_ reading: PageReading, report: MonitoringReport?, isInsider: Bool) {
        self.init(
            counts: reading.counts(),
            registry: reading.shared("The models") { try RegistryReader($0).view() },
            families: report?.families,
            latest: reading.part("The latest events") { connection in
                let newest = try EventQuery(limit: Self.latestEvents)
                return try EventReader(connection).page(newest).rows
            },
            sources: reading.shared("The sources of events") { try DataQualityReader($0).sources() },
            runs: reading.part("The runs of jobs") { try RunStore($0).recent(limit: 100) },
            isInsider: isInsider,
            now: reading.now
        )
    }
}

extension CompanyPage {
    /// Reads everything about a company.
    ///
    /// - Throws: `Problem` 404 for a symbol of which nothing is stored; the error of the storage where it cannot be read.
    init(_ reading: PageReading, ticker: String) throws {
        guard let overview = try reading.store.read({ try CompanyReader($0).overview(ticker: ticker) }) else {
            throw Problem.notFound("company", ticker, hint: "symbols are written in capitals, such as AAPL")
        }
        self.init(
            counts: reading.noticeCounts(),
            overview: overview,
            closes: reading.part("The prices") { try CompanyReader($0).closes(ticker: ticker) },
            events: reading.part("The events") { try Self.newest(ofTicker: ticker, $0) },
            outcomes: reading.part("The outcomes") { connection in
                let reader = KindReader(connection, calendar: reading.calendar)
                return try overview.eventCounts.map { count in
                    let selection = KindSelection(ticker: ticker, kind: .family(count.family))
                    return FamilyOutcomes(family: count.family, histories: try reader.histories(selection))
                }
            }
        )
    }

    /// The newest events, as many as the picture marks.
    private static func newest(ofTicker ticker: String, _ connection: SQLConnection) throws -> [EventListRow]
    {
        var rows: [EventListRow] = []
        var cursor: EventCursor?
        repeat {
            let limit = min(EventQuery.limits.upperBound, marked - rows.count)
            let page = try EventReader(connection).page(
                EventQuery(ticker: ticker, limit: limit, cursor: cursor)
            )
            rows += page.rows
            cursor = page.next
        } while cursor != nil && rows.count < marked
        return rows
    }
}

extension ModelCardPage {
    /// Reads a model's card.
    ///
    /// - Throws: `Problem` 404 for an unknown key; the error of the storage where the registry cannot be read.
    init(_ reading: PageReading, modelID: String, report: MonitoringReport?) throws {
        let registry = try reading.store.read { try RegistryReader($0).view() }
        guard let model = registry.model(modelID) else {
            throw Problem.notFound("model", modelID, hint: "/ml-scores/models lists what is stored")
        }
        let cell = model.record.cell
        let slot = report?.cell(cell)
        self.init(
            counts: reading.noticeCounts(),
            model: model,
            versions: registry.models.map(\.record).filter { $0.cell == cell },
            report: slot?.model?.id == modelID ? slot : nil
        )
    }
}

extension AboutPage {
    /// Reads the counts of the page.
    init(_ reading: PageReading) {
        self.init(
            counts: reading.counts(),
            sources: reading.shared("The sources of events") { try DataQualityReader($0).sources() },
            prices: reading.shared("The prices of all") { try DataQualityReader($0).prices() },
            precision: reading.shared("The precision of times") { try PrecisionReader($0).counts() },
            benchmark: reading.benchmark
        )
    }
}
