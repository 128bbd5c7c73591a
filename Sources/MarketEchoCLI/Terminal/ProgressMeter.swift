import Pipeline
import Synchronization

/// Shows how far a job has come: on a terminal a bar in place, elsewhere a line every two seconds.
final class ProgressMeter: Sendable {
    private let screen: Screen
    private let clock: @Sendable () -> Double
    private let current = Mutex<Stage?>(nil)

    /// Seconds between two drawings of the bar.
    private static let redrawInterval = 0.1
    /// Seconds between two lines where there is no terminal.
    private static let lineInterval = 2.0

    /// - Parameters:
    ///   - screen: where progress goes.
    ///   - clock: seconds that only ever grow.
    init(screen: Screen, clock: @escaping @Sendable () -> Double) {
        self.screen = screen
        self.clock = clock
    }

    private struct Stage {
        var view: ProgressView
        let startedAt: Double
        var shownAt: Double?
        var isOver = false
    }

    /// Takes note of an update and shows it where it is time to.
    func report(_ update: ProgressUpdate) {
        current.withLock { stage in
            let now = clock()
            if let running = stage, running.view.update.stage != update.stage, !running.isOver {
                close(running)
            }
            if stage?.view.update.stage != update.stage || (stage?.isOver ?? true) {
                if let stage, stage.view.update == update { return }
                stage = Stage(view: ProgressView(update: update, seconds: 0), startedAt: now)
            }
            guard var running = stage else { return }
            running.view = ProgressView(update: update, seconds: now - running.startedAt)
            if update.total > 0, update.done >= update.total {
                close(running)
                running.isOver = true
            } else {
                show(&running, now: now)
            }
            stage = running
        }
    }

    /// Ends the stage that is still open, if one is; call it before results are printed.
    func finish() {
        current.withLock { stage in
            if let running = stage, !running.isOver { close(running) }
            stage = nil
        }
    }

    private func show(_ stage: inout Stage, now: Double) {
        let interval = screen.isTerminal ? Self.redrawInterval : Self.lineInterval
        guard now - (stage.shownAt ?? (screen.isTerminal ? -.infinity : stage.startedAt)) >= interval else {
            return
        }
        stage.shownAt = now
        if screen.isTerminal {
            screen.show(status: stage.view.bar(width: screen.width - 1))
        } else {
            screen.print(stage.view.line)
        }
    }

    private func close(_ stage: Stage) {
        screen.removeStatus()
        guard screen.isTerminal || stage.view.seconds >= Self.lineInterval else { return }
        screen.print(stage.view.closingLine)
    }
}
