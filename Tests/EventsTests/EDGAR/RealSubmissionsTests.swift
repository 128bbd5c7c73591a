import Archives
import Events
import Foundation
import Market
import TestSupport
import Testing

@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealSubmissionsTests {
    /// True acceptance instants of 8-K filings by accession number.
    static func truth() throws -> [String: UTCInstant] {
        let file = [UInt8](try Data(contentsOf: SharedData.url("events.csv")))
        let events = try EventsCSV.parse(file, now: farFuture).events.filter { $0.timePrecision == .exact }
        return Dictionary(uniqueKeysWithValues: events.map { ($0.eventID, $0.knownAt) })
    }

    /// Every decided instant equals the known one, and the same filing in files of both clocks gives one instant.
    @Test(arguments: RealSubmissions.sets)
    func decidedInstantsAreTrue(set: String) throws {
        let truth = try Self.truth()
        var counts = (right: 0, ambiguous: 0, exact: 0)
        for (name, result) in try RealSubmissions.results(set) {
            #expect(result.problems.isEmpty, "\(name): \(result.problems.prefix(3))")
            counts.ambiguous += result.timeSources[.ambiguous] ?? 0
            for event in result.events where event.timePrecision == .exact {
                counts.exact += 1
                guard let known = truth[event.eventID] else { continue }
                #expect(event.knownAt == known, "\(event.eventID) in \(name)")
                counts.right += 1
            }
        }
        #expect(counts.right > 1900)
        #expect(Double(counts.ambiguous) < 0.005 * Double(counts.exact), "\(counts)")
    }

    @Test
    func filesOfBothClocksAgree() throws {
        var decided: [String: UTCInstant] = [:]
        var sources: [String: Set<TimeSource>] = [:]
        for set in RealSubmissions.sets {
            for (name, result) in try RealSubmissions.results(set) {
                for event in result.events where event.timePrecision == .exact {
                    if let other = decided[event.eventID] {
                        #expect(other == event.knownAt, "\(event.eventID) in \(name)")
                    }
                    decided[event.eventID] = event.knownAt
                    sources[event.eventID, default: []].insert(event.timeSource)
                }
            }
        }
        #expect(sources.values.count { $0.count == 2 } > 2000, "filings that occur in both clocks")
    }

    @Test(arguments: [
        ("recorded/edgar_submissions/byte_exact/CIK-000000001.json", "an XML document titled 'NoSuchKey'"),
        (
            "recorded/edgar_errors/404_data_sec_gov_submissions_CIK_000000001_json.body",
            "an XML document titled 'NoSuchKey'"
        ),
        (
            "recorded/edgar_errors/403_www_sec_gov_Archives_edgar_full_index_2099_QTR1_form_gz.body",
            "an XML document titled 'AccessDenied'"
        ),
        (
            "recorded/edgar_errors/503_www_sec_gov_cgi_bin_browse_edgar_action_getcurrent_count_100.body",
            "an HTML page titled 'SEC.gov | File Unavailable'"
        ),
    ])
    func refusesErrorBodies(path: String, found: String) throws {
        let body = try RealSubmissions.bytes(SharedData.url(path))
        let error = #expect(throws: EventFileError.self) { try SubmissionsFile(body) }
        #expect(error.map { "\($0)" }?.contains(found) == true, "\(String(describing: error))")
    }
}
