import Events
import Foundation
import Market
import TestSupport
import Testing

/// The made-up company of the `edgar` fixtures.
enum EdgarFixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Fixture.data("edgar/\(name)"))
    }

    static func file(_ name: String) throws -> SubmissionsFile {
        try SubmissionsFile(bytes(name))
    }

    /// True acceptance instants of every filing by accession number.
    static func truth() throws -> [String: UTCInstant] {
        let lines = String(decoding: try bytes("truth.csv"), as: UTF8.self).split(separator: "\n").dropFirst()
        var truth: [String: UTCInstant] = [:]
        for line in lines {
            let fields = line.split(separator: ",")
            truth[String(fields[0])] = try instant(String(fields[2]))
        }
        return truth
    }

    /// A small submissions file with the given columns.
    static func json(columns: String) -> [UInt8] {
        EventsTests.bytes(
            #"{"cik":"9900001","name":"N","tickers":["NWI"],"filings":{"recent":{"# + columns
                + #"},"files":[]}}"#
        )
    }
}
