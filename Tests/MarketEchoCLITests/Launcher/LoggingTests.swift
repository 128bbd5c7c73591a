import Logging
import Market
import Testing

@testable import MarketEchoCLI

@Suite
struct LoggingTests {
    private func logger(_ buffer: ScreenBuffer, format: LogFormat, isTerminal: Bool = false) -> Logger {
        let now = UTCInstant(secondsSinceEpoch: 1_700_000_000)
        return Logger(label: "market-echo") { label in
            ScreenLogHandler(
                label: label,
                screen: buffer.screen(isTerminal: isTerminal),
                level: .info,
                format: format,
                now: { now }
            )
        }
    }

    @Test
    func textForPeople() {
        let buffer = ScreenBuffer()
        var logger = logger(buffer, format: .text)
        logger[metadataKey: "ticker"] = "MSFT"
        logger.info("skipped", metadata: ["count": "3"])
        logger.debug("not shown")
        #expect(buffer.text == "2023-11-14T22:13:20Z info: skipped count=3 ticker=MSFT\n")
    }

    @Test
    func onATerminalThereIsNoTime() {
        let buffer = ScreenBuffer()
        logger(buffer, format: .text, isTerminal: true).warning("slow")
        #expect(buffer.text == "warning: slow\n")
    }

    @Test
    func jsonForPrograms() {
        let buffer = ScreenBuffer()
        logger(buffer, format: .json).error("a \"b\"", metadata: ["n": "1"])
        #expect(
            buffer.text == """
                {"time":"2023-11-14T22:13:20Z","level":"error","logger":"market-echo",\
                "message":"a \\"b\\"","n":"1"}

                """
        )
    }
}
