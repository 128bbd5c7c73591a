import Pipeline
import Synchronization

/// Shows how far a job has come: on a terminal a bar in place, elsewhere a line every two seconds.
final class ProgressMeter: Sendable {
    private let screen: Screen
    private let clock: @Sendable () -> Double
    private let state: Mutex<State>

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
        state = Mutex(State(idleSince: clock()))
    }

    private struct State {
        var stage: Stage?
        /// When the former stage ended; work that is first heard of when some of it is done began then.
        var idleSince: Double
    }

    private struct Stage {
        var view: ProgressView
        let startedAt: Double
        var shownAt: Double?
        var isOver = false
    }

    /// Takes note of an update and shows it where it is time to.
    func report(_ update: ProgressUpdate) {
        state.withLock { state in
            let now = clock()
            if let stage = state.stage, stage.isOver, stage.view.update == update { return }
            var stage = stage(for: update, now: now, in: &state)
            stage.view = ProgressView(update: update, seconds: now - stage.startedAt)
            if update.total > 0, update.done >= update.total {
                close(stage)
                stage.isOver = true
                state.idleSince = now
            } else {
                show(&stage, now: now)
            }
            state.stage = stage
        }
    }

    /// Ends the stage that is still open, if one is; call it before results are printed.
    func finish() {
        state.withLock { state in
            if let stage = state.stage, !stage.isOver { close(stage) }
            state = State(idleSince: clock())
        }
    }

    /// The running stage of an update, or a new one after closing the former.
    private func stage(for update: ProgressUpdate, now: Double, in state: inout State) -> Stage {
        if let stage = state.stage, !stage.isOver {
            if stage.view.update.stage == update.stage { return stage }
            close(stage)
            state.idleSince = now
        }
        let start = update.done > 0 ? state.idleSince : now
        return Stage(view: ProgressView(update: update, seconds: now - start), startedAt: start)
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
