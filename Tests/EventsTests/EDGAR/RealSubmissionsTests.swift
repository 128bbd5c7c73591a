import Archives
import Events
import Foundation
import Market
import TestSupport
import Testing

@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealSubmissionsTests {
    /// True acceptance instants by accession number.
    static func truth() throws -> [String: UTCInstant] {
        let file = [UInt8](try Data(contentsOf: SharedData.url("events.csv")))
        let parsed = try EventsCSV.parse(file, now: farFuture)
        return Dictionary(
            uniqueKeysWithValues: parsed.events.filter { $0.timePrecision == .exact }.map {
                ($0.eventID, $0.knownAt)
            }
        )
    }

    @Test
    func decidedInstantsAreTrueAndAgree() throws {
        let truth = try Self.truth()
        var decided: [String: (instant: UTCInstant, file: String)] = [:]
        var report: [String] = []
        for set in RealSubmissions.sets {
            var counts = (right: 0, wrong: 0, ambiguous: 0, exact: 0, dayOnly: 0)
            for url in try RealSubmissions.urls(set) {
                let result = try RealSubmissions.events(url)
                #expect(result.problems.isEmpty, "\(url.lastPathComponent): \(result.problems.prefix(3))")
                for event in result.events {
                    switch event.timeSource {
                    case .ambiguous: counts.ambiguous += 1
                    case .none: counts.dayOnly += 1
                    default:
                        counts.exact += 1
                        if let other = decided[event.eventID] {
                            if other.instant != event.knownAt {
                                print("disagree", event.eventID, event.knownAt, other, url.lastPathComponent)
                            }
                            #expect(
                                other.instant == event.knownAt,
                                "\(event.eventID) in \(url.lastPathComponent)"
                            )
                        }
                        decided[event.eventID] = (event.knownAt, url.lastPathComponent)
                        if let known = truth[event.eventID] {
                            if known == event.knownAt {
                                counts.right += 1
                            } else {
                                counts.wrong += 1
                                print("wrong", event.eventID, event.knownAt, known, url.lastPathComponent)
                            }
                        }
                    }
                }
            }
            report.append("\(set): \(counts)")
        }
        print(report.joined(separator: "\n"))
    }
}
