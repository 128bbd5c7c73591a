import Pipeline
import Testing

@testable import MarketEchoCLI

@Suite
struct ProgressMeterTests {
    private let clock = ManualClock()
    private let buffer = ScreenBuffer()

    private func meter(isTerminal: Bool, columns: Int = 80) -> ProgressMeter {
        let clock = clock
        return ProgressMeter(
            screen: buffer.screen(isTerminal: isTerminal, columns: columns),
            clock: { clock.now }
        )
    }

    private func update(_ done: Int, of total: Int = 1000, stage: String = "labels") -> ProgressUpdate {
        ProgressUpdate(stage: stage, done: done, total: total, detail: "MSFT")
    }

    @Test
    func withoutATerminalThereIsALineEveryTwoSeconds() {
        let meter = meter(isTerminal: false)
        for step in 0..<40 {
            meter.report(update(step * 25))
            clock.advance(by: 0.25)
        }
        meter.report(update(1000))
        #expect(
            buffer.lines == [
                "labels: 200 of 1,000 (20 %), 100/s, 8.0 s left, MSFT",
                "labels: 400 of 1,000 (40 %), 100/s, 6.0 s left, MSFT",
                "labels: 600 of 1,000 (60 %), 100/s, 4.0 s left, MSFT",
                "labels: 800 of 1,000 (80 %), 100/s, 2.0 s left, MSFT",
                "labels       1,000 in 10 s, 100/s",
            ]
        )
    }

    @Test
    func shortWorkWithoutATerminalIsSilent() {
        let meter = meter(isTerminal: false)
        meter.report(update(0))
        clock.advance(by: 1.9)
        meter.report(update(1000))
        meter.finish()
        #expect(buffer.text.isEmpty)
    }

    @Test
    func onATerminalOneLineIsRedrawnInPlaceAndOneStays() {
        let meter = meter(isTerminal: true)
        meter.report(update(0))
        clock.advance(by: 1)
        meter.report(update(250))
        clock.advance(by: 0.05)
        meter.report(update(260))  // too soon after the last drawing
        clock.advance(by: 0.95)
        meter.report(update(1000))
        #expect(
            buffer.text
                == """
                \rlabels         0 % ────────────────────────────────     0 of 1,000  MSFT\u{1B}[K\
                \rlabels        25 % ━━━━━───────────────   250 of 1,000  250/s  3.0 s left  MSFT\u{1B}[K\
                \r\u{1B}[Klabels       1,000 in 2.0 s, 500/s

                """.replacing("\n\n", with: "\n")
        )
    }

    @Test
    func aNewStageClosesTheFormerOne() {
        let meter = meter(isTerminal: true)
        meter.report(update(10, stage: "read"))
        clock.advance(by: 1)
        meter.report(update(20, stage: "read"))
        meter.report(update(1, stage: "write"))
        meter.finish()
        #expect(buffer.text.contains("\r\u{1B}[Kread         20 in 1.0 s, 20/s\n"))
        #expect(buffer.text.hasSuffix("write        1 in 0.00 s\n"))
    }

    @Test
    func theSameEndTwiceIsShownOnce() {
        let meter = meter(isTerminal: true)
        meter.report(update(1000))
        meter.report(update(1000))
        meter.finish()
        #expect(buffer.lines.count == 1)
        meter.report(update(3))
        #expect(buffer.lines.count == 2)
    }

    @Test
    func linesNeverExceedTheTerminal() {
        for columns in 1...140 {
            for total in [0, 7, 123_456_789] {
                let view = ProgressView(
                    update: ProgressUpdate(
                        stage: "walk-forward",
                        done: 5,
                        total: total,
                        detail: "a long detail of a step"
                    ),
                    seconds: 2
                )
                #expect(view.bar(width: columns).count <= columns)
            }
        }
    }

    @Test
    func reportsFromManyThreadsDoNotTear() async {
        let meter = meter(isTerminal: true)
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    for step in 0..<200 { meter.report(update(worker * 200 + step, of: 10_000)) }
                }
            }
        }
        meter.finish()
        #expect(buffer.lines.count == 1)
    }
}

@Suite
struct ScreenTests {
    @Test
    func linesGoAboveTheStatus() {
        let buffer = ScreenBuffer()
        let screen = buffer.screen(isTerminal: true)
        screen.show(status: "bar")
        screen.print("warning")
        screen.removeStatus()
        screen.print("end")
        #expect(buffer.text == "\rbar\u{1B}[K\r\u{1B}[Kwarning\nbar\r\u{1B}[Kend\n")
    }

    @Test
    func withoutATerminalThereIsNoStatus() {
        let buffer = ScreenBuffer()
        let screen = buffer.screen(isUnicode: false)
        screen.show(status: "bar")
        screen.print("a – b")
        screen.removeStatus()
        #expect(buffer.text == "a - b\n")
    }
}
