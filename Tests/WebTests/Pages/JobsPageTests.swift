import EngineTestSupport
import Events
import Foundation
import HTTPTypes
import Market
import Scores
import Storage
import Testing

@testable import Web

@Suite
struct JobsPageTests {
    @Test
    func `the ledger lists runs newest first with counts and durations`() async throws {
        let world = try WebWorld()
        let page = try await world.site().page("/jobs").text
        let runs = try world.store.read { try RunStore($0).recent(limit: 100) }
        let rows = PageText.table("Runs; times are New York", in: page)
        #expect(rows.map { $0[0] } == runs.map { "\($0.id)" })
        #expect(rows.map { $0[1] } == runs.map(\.job))
        #expect(rows.allSatisfy { $0[2] == "succeeded" && $0[4] == "< 1 s" })
        let labels = try #require(rows.first { $0[1].hasPrefix("label") })
        #expect(labels[6].contains("labelled"))
        #expect(MarkupFaults.of(page) == [])
        #expect(WordingCheck.violations(in: PageText.plain(page)).isEmpty)
        #expect(page.utf8.count < 150_000)
    }

    @Test
    func `a run's page has every count by family and horizon`() async throws {
        let world = try WebWorld()
        let (run, counts) = try world.store.read { connection in
            let store = RunStore(connection)
            let run = try #require(try store.recent(limit: 100).first { $0.job.hasPrefix("label") })
            return (run, try store.counts(ofRun: run.id))
        }
        let page = try await world.site().page("/jobs/\(run.id)").text
        #expect(MarkupFaults.of(page) == [])
        let rows = PageText.table("What happened to how many", in: page)
        var family = ""
        var found: [String: [String]] = [:]
        for row in rows {
            if row.count == 1 { family = row[0] } else { found["\(family) \(row[0])"] = row }
        }
        let horizons = Horizon.allCases.filter { horizon in counts.contains { $0.horizon == horizon.code } }
        for count in counts where !count.family.isEmpty && !count.horizon.isEmpty {
            let name = Wording.name(of: try #require(EventFamily(rawValue: count.family)))
            let row = try #require(found["\(name) \(count.outcome.replacing("_", with: " "))"])
            let column = try #require(horizons.firstIndex { $0.code == count.horizon })
            #expect(row[row.count - horizons.count + column].replacing(",", with: "") == "\(count.n)")
        }
    }

    @Test
    func `a failed run shows its error and what to do`() async throws {
        let world = try WebWorld()
        let now = WebWorld.world.now
        let number = try world.store.write { connection in
            let store = RunStore(connection)
            let number = try store.begin(job: "label-events", arguments: "--x", process: 1, now: now)
            try store.finish(
                number,
                status: .failed,
                message: "the file <prices.csv> is damaged",
                counts: [],
                now: now.advanced(bySeconds: 125)
            )
            return number
        }
        let site = world.site()
        let list = try await site.page("/jobs").text
        #expect(list.contains("run-status is-failed\">failed"))
        #expect(list.contains("&lt;prices.csv&gt;"))
        #expect(PageText.table("Runs; times", in: list).first?[4] == "2 min 5 s")
        let page = try await site.page("/jobs/\(number)").text
        #expect(page.contains("class=\"failed\""))
        #expect(page.contains("&lt;prices.csv&gt; is damaged"))
        #expect(MarkupFaults.of(page) == [])
        let failed = try await site.page("/jobs?status=failed").text
        #expect(PageText.table("Runs; times", in: failed).count == 1)
    }

    @Test
    func `runs go on page by page`() async throws {
        let world = try WebWorld()
        try world.store.write { connection in
            let store = RunStore(connection)
            for second in 0..<40 {
                let now = WebWorld.world.now.advanced(bySeconds: Int64(second))
                let number = try store.begin(job: "score", arguments: "", process: 1, now: now)
                try store.finish(number, status: .nothingToDo, message: "", counts: [], now: now)
            }
        }
        let site = world.site()
        var target: String? = "/jobs?job=score"
        var numbers: [String] = []
        while let address = target {
            let page = try await site.page(address).text
            numbers += PageText.table("Runs; times", in: page).map { $0[0] }
            target = MarkupFaults.internalLinks(of: page).first { $0.contains("before=") }
            try #require(numbers.count < 100)
        }
        #expect(numbers.count == 41)
        #expect(Set(numbers).count == 41)
    }

    @Test
    func `data quality has the numbers of the database`() async throws {
        let world = try WebWorld()
        let page = try await world.site().page("/jobs").text
        let quality = try world.store.read { try DataQualityReader($0).quality() }
        let sources = PageText.table("Events by source", in: page)
        #expect(sources.map { $0[0] } == quality.sources.map(\.source))
        #expect(
            sources.map { $0[1].replacing(",", with: "") } == quality.sources.map { "\($0.events)" }
        )
        #expect(PageText.plain(page).contains("Price series \(quality.prices.series) "))
        let share = try #require(quality.unlabelledShare)
        #expect(PageText.plain(page).contains(String(format: "%.1f\u{A0}%% of all attempts", share * 100)))
        let years = PageText.table("Share of events without an outcome by family and year", in: page)
        #expect(years.count { $0.count == 1 } == Set(quality.survivorship.map(\.family)).count)
        #expect(
            years.count { $0.count > 1 }
                == Set(quality.survivorship.map { "\($0.family)\($0.year)" }).count
        )
    }

    @Test
    func `an empty database says what fills it`() async throws {
        let page = try await TestSite.empty().page("/jobs").text
        #expect(MarkupFaults.of(page) == [])
        #expect(page.contains("No job has run on this database yet."))
        #expect(page.contains("No price is stored yet."))
        #expect(page.contains("market-echo import events PATH"))
        #expect(!page.contains("<table"))
    }

    @Test
    func `data quality as a page is a part of the jobs page`() async throws {
        let answer = try await TestSite.empty().page("/data-quality")
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/jobs#data-quality")
    }

    @Test(arguments: [("0", 400), ("abc", 400), ("-1", 400), ("999999", 404), ("99999999999", 400)])
    func `a run that is not there is not found`(number: String, status: Int) async throws {
        #expect(try await TestSite.empty().page("/jobs/\(number)").status == status)
    }
}
