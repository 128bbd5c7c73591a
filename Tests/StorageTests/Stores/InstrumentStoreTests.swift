import EngineTestSupport
import Storage
import Testing

@Suite
struct InstrumentStoreTests {
    @Test
    func `what a later source leaves open stays known`() throws {
        let store = try TemporaryDatabase().store()
        let full = Instrument(
            ticker: "AAA",
            cik: "0000000001",
            name: "A",
            sic: 2834,
            sector: "pharma",
            sizeClass: "small"
        )
        try store.write {
            try InstrumentStore($0).upsert([full, Instrument(ticker: "BBB")], now: Stored.at(1))
        }
        #expect(
            try store.read { try InstrumentStore($0).all() } == [
                "AAA": full, "BBB": Instrument(ticker: "BBB"),
            ]
        )
        try store.write {
            try InstrumentStore($0).upsert([Instrument(ticker: "AAA", sizeClass: "large")], now: Stored.at(2))
        }
        var changed = full
        changed.sizeClass = "large"
        #expect(try store.read { try InstrumentStore($0).all()["AAA"] } == changed)
    }

    @Test
    func `a size that the rules do not know is refused`() throws {
        let store = try TemporaryDatabase().store()
        #expect(throws: StorageError.self) {
            try store.write {
                try InstrumentStore($0).upsert(
                    [Instrument(ticker: "AAA", sizeClass: "gigantic")],
                    now: Stored.at(1)
                )
            }
        }
    }
}
