import Market
import Testing

/// The day of an ISO text; a test with a malformed day fails where it is written.
func day(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> TradingDay {
    try #require(TradingDay(iso8601: text), sourceLocation: sourceLocation)
}

/// The instant of an ISO text.
func instant(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> UTCInstant {
    try #require(UTCInstant(iso8601: text), sourceLocation: sourceLocation)
}

/// A present that lies behind every event of the tests.
let farFuture = UTCInstant(secondsSinceEpoch: 4_102_444_800)

/// The UTF-8 bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
