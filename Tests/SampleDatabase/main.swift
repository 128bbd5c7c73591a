// Makes a database of a made-up market that has gone through the whole engine, for tests of the running program:
// labels, models, predictions made before their outcomes, an event that a page must escape.
//
// Usage: SampleDatabase PATH
import EngineTestSupport
import Events
import Foundation
import Logging
import Market
import Models
import Pipeline
import Storage

let world = SyntheticWorld(
    .init(
        seed: 2,
        companies: 25,
        unpriced: 1,
        delisted: 1,
        sessions: 1400,
        surpriseEffect: 0.006,
        sessionsPerFiling: 150
    )
)

/// Learns what is known on an evening, and runs the jobs of that evening.
func live(throughSession session: Int, in folder: String, _ store: Store, trains: Bool) throws {
    let now = world.evening(ofSession: session)
    let context = JobContext(
        store: store,
        settings: EngineSettings(),
        now: { now },
        logger: Logger(label: "sample") { _ in SwiftLogNoOpLogHandler() }
    )
    let known = "\(folder)/known-\(session)"
    try FileManager.default.createDirectory(atPath: "\(known)/prices", withIntermediateDirectories: true)
    for (ticker, bars) in world.bars {
        let text = PricesText.csv(Array(bars.prefix(session + 1)))
        try Data(text.utf8).write(to: URL(filePath: "\(known)/prices/\(ticker).csv"))
    }
    var events = world.events.filter { $0.knownAt <= now }
    if let last = events.indices.last {
        events[last].title = "<script>alert(1)</script> \"quoted\" & 'single' <b>bold</b>"
        events[last].sourceURL = "https://www.example.com/filing?id=1&part=2"
    }
    try Data(EventsCSVWriter.file(events)).write(to: URL(filePath: "\(known)/events.csv"))
    _ = try PriceImportJob(context).run(path: "\(known)/prices")
    _ = try EventImportJob(context).run(path: "\(known)/events.csv")
    _ = try LabelJob(context).run(LabelOptions())
    if trains { _ = try TrainJob(context).run(TrainOptions()) }
    _ = try ScoreJob(context).run()
}

guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: SampleDatabase PATH\n".utf8))
    exit(2)
}
let path = CommandLine.arguments[1]
let folder = FileManager.default.temporaryDirectory.appending(path: "market-echo-sample-\(UUID().uuidString)")
    .path
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: folder) }
let store = try Store(path: path)
// Models know the first part; predictions of the second are made before their outcomes.
try live(throughSession: 1200, in: folder, store, trains: true)
for session in stride(from: 1204, through: 1399, by: 13) {
    try live(throughSession: session, in: folder, store, trains: false)
}
try store.close()
