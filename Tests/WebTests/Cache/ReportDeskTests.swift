import Dispatch
import EngineTestSupport
import Evaluation
import HTTPTypes
import Logging
import Market
import NIOPosix
import Pipeline
import Synchronization
import Testing

@testable import Web

@Suite
struct ReportDeskTests {
    private struct Broken: Error, CustomStringConvertible { let description = "broken on purpose" }

    /// A desk whose computation does what a test says; it blocks where the test has closed it.
    private final class Workshop: Sendable {
        let computations = Atomic<Int>(0)
        let running = Atomic<Int>(0)
        let mostRunning = Atomic<Int>(0)
        let fails = Atomic<Bool>(false)
        let published = Atomic<Int>(0)
        let waiting = Atomic<Int>(0)
        let door = DispatchSemaphore(value: 0)
        let clock = TestClock()
        let log = LogLines()
        let reports: Reports

        init() throws {
            let store = try TemporaryDatabase().store()
            reports = try ReportsJob(JobContext.test(store, now: clock.now)).run()
        }

        func desk() -> ReportDesk {
            ReportDesk(
                now: { self.clock.now },
                workers: NIOThreadPool.singleton,
                log: log.logger,
                published: { _ = self.published.add(1, ordering: .relaxed) },
                computation: { desk in
                    self.computations.add(1, ordering: .relaxed)
                    let now = self.running.add(1, ordering: .sequentiallyConsistent).newValue
                    self.mostRunning.max(now, ordering: .sequentiallyConsistent)
                    defer { _ = self.running.subtract(1, ordering: .sequentiallyConsistent) }
                    self.door.wait()
                    if self.fails.load(ordering: .relaxed) { throw Broken() }
                    desk.publish(self.reports.monitoring)
                    desk.publish(self.reports.backtest)
                }
            )
        }
    }

    @Test
    func `two hundred callers at once get one computation`() async throws {
        let shop = try Workshop()
        let desk = shop.desk()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    if shop.waiting.add(1, ordering: .relaxed).newValue == 200 { shop.door.signal() }
                    if number.isMultiple(of: 2) {
                        let dated = try await desk.monitoring()
                        #expect(dated.value == shop.reports.monitoring)
                    } else {
                        let dated = try await desk.backtest()
                        #expect(dated.value == shop.reports.backtest)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(shop.computations.load(ordering: .relaxed) == 1)
        #expect(shop.mostRunning.load(ordering: .relaxed) == 1)
        #expect(shop.published.load(ordering: .relaxed) == 2)
    }

    @Test
    func `the old report is served while a new one is computed`() async throws {
        let shop = try Workshop()
        let desk = shop.desk()
        shop.door.signal()
        _ = try await desk.backtest()
        await desk.idle()
        shop.clock.advance(seconds: 601)
        desk.refreshIfDue(minutes: 10)
        for _ in 0..<50 { desk.refreshIfDue(minutes: 10) }
        let old = try await desk.monitoring()
        #expect(old.isRefreshing)
        #expect(old.ageSeconds == 601)
        #expect(old.generatedAt == shop.clock.now.advanced(bySeconds: -601))
        shop.door.signal()
        await desk.idle()
        let new = try await desk.monitoring()
        #expect(!new.isRefreshing)
        #expect(new.ageSeconds == 0)
        #expect(shop.computations.load(ordering: .relaxed) == 2)
    }

    @Test
    func `it is due when it is old, and not before`() async throws {
        let shop = try Workshop()
        let desk = shop.desk()
        shop.door.signal()
        desk.refreshIfDue(minutes: 10)
        await desk.idle()
        shop.clock.advance(seconds: 599)
        desk.refreshIfDue(minutes: 10)
        await desk.idle()
        #expect(shop.computations.load(ordering: .relaxed) == 1)
    }

    @Test
    func `a failure keeps the old report and says so`() async throws {
        let shop = try Workshop()
        let desk = shop.desk()
        shop.door.signal()
        _ = try await desk.backtest()
        await desk.idle()
        shop.fails.store(true, ordering: .relaxed)
        shop.door.signal()
        desk.refresh()
        await desk.idle()
        let dated = try await desk.monitoring()
        #expect(dated.failure == "broken on purpose")
        #expect(dated.value == shop.reports.monitoring)
        #expect(shop.log.lines.contains { $0.contains("broken on purpose") })
        #expect(desk.figures.failures == 1)
        // It is tried again after a minute, and the failure is forgotten with the next success.
        shop.fails.store(false, ordering: .relaxed)
        shop.clock.advance(seconds: 59)
        desk.refreshIfDue(minutes: 10)
        #expect(shop.computations.load(ordering: .relaxed) == 2)
        shop.clock.advance(seconds: 1)
        shop.door.signal()
        desk.refreshIfDue(minutes: 10)
        await desk.idle()
        #expect(try await desk.monitoring().failure == nil)
    }

    @Test
    func `a first failure is told to everyone who waits, and the next caller tries again`() async throws {
        let shop = try Workshop()
        let desk = shop.desk()
        shop.fails.store(true, ordering: .relaxed)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    if shop.waiting.add(1, ordering: .relaxed).newValue == 20 {
                        for _ in 0..<20 { shop.door.signal() }
                    }
                    let problem = await #expect(throws: Problem.self) { try await desk.monitoring() }
                    #expect(problem?.status == .serviceUnavailable)
                }
            }
        }
        await desk.idle()
        #expect(desk.latestMonitoring == nil)
        shop.fails.store(false, ordering: .relaxed)
        for _ in 0..<20 { shop.door.signal() }
        #expect(try await desk.monitoring().failure == nil)
    }
}

extension ReportDesk {
    /// Waits until no computation is running.
    func idle() async {
        while isComputing { await Task.yield() }
    }
}
