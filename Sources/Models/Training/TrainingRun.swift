import Events
import Synchronization

/// Trains, evaluates and judges all slots of a run together.
///
/// The work of a slot falls into independent pieces (folds, the final model, canaries) which run on a fixed number of threads
/// with one XGBoost thread each. The result does not depend on that number, nor on the order of rows or data sets.
public enum TrainingRun {
    /// Trains slots and decides which models may be used.
    ///
    /// The call computes until it is done: run it off the cooperative thread pool.
    ///
    /// - Parameters:
    ///   - datasets: one per horizon, all families together.
    ///   - cells: slots to train; nil for the global slot and every family of each data set.
    ///   - configuration: everything that training depends on besides the data.
    ///   - champions: out-of-sample predictions of the present champions.
    ///   - threads: pieces of work at a time, 1 or more.
    ///   - progress: called after each piece, from any thread.
    /// - Returns: one result per slot, sorted by slot; slots without a data set of their horizon are left out.
    public static func train(
        datasets: [Dataset],
        cells: [Cell]? = nil,
        configuration: TrainingConfiguration = .standard,
        champions: [Cell: ChampionPredictions] = [:],
        threads: Int = 2,
        progress: (@Sendable (TrainingProgress) -> Void)? = nil
    ) -> [CellResult] {
        let slots = slots(datasets, wanted: cells)
        let prepared = slots.map { cell, data -> Result<CellWork, CellOutcome.Failure> in
            guard data.evidence > .none else {
                return .failure(CellOutcome.Failure(text: ""))
            }
            do {
                return .success(try CellWork(cell: cell, data: data, configuration: configuration))
            } catch {
                return .failure(CellOutcome.Failure(text: "\(error)"))
            }
        }
        let outcomes = run(prepared.compactMap { try? $0.get() }, threads: threads, progress: progress)
        var next = outcomes.makeIterator()
        let trained = prepared.map { work -> Result<CellOutcome, CellOutcome.Failure> in
            switch work {
            case .failure(let failure): .failure(failure)
            case .success: next.next() ?? .failure(CellOutcome.Failure(text: "the training gave no result"))
            }
        }
        // Holm's family is every slot that the data hold, whichever of them this run was asked for.
        let slotsInData = self.slots(datasets, wanted: nil).count { $0.data.evidence > .none }
        return judge(
            slots,
            trained,
            slotsInData: slotsInData,
            configuration: configuration,
            champions: champions
        )
    }

    /// Slots with their data, sorted.
    private static func slots(_ datasets: [Dataset], wanted: [Cell]?) -> [(cell: Cell, data: Dataset)] {
        var found: [(cell: Cell, data: Dataset)] = []
        for data in datasets {
            let families: [EventFamily?] = [nil] + Set(data.rows.map(\.family)).sorted().map(Optional.some)
            let cells =
                wanted?.filter { $0.horizon == data.horizon }
                ?? families.map { Cell(family: $0, horizon: data.horizon) }
            for cell in Set(cells) { found.append((cell, data.selecting(family: cell.family))) }
        }
        return found.sorted { $0.cell < $1.cell }
    }

    /// Runs all pieces of all slots, the largest slots first; slots with the same data share their pieces.
    ///
    /// Where one family is all there is, the global slot has its data: trees are grown once, and each slot gets its own
    /// artefact from them.
    private static func run(
        _ works: [CellWork],
        threads: Int,
        progress: (@Sendable (TrainingProgress) -> Void)?
    ) -> [Result<CellOutcome, CellOutcome.Failure>] {
        let sources = works.map { work in
            works.firstIndex { $0.data.dataHash == work.data.dataHash } ?? 0
        }
        let pieces = works.indices.filter { sources[$0] == $0 }.flatMap { index in
            TrainingPiece.all(of: works[index]).map { (slot: index, piece: $0) }
        }.enumerated().sorted { left, right in
            (works[right.element.slot].data.count, left.offset) < (
                works[left.element.slot].data.count, right.offset
            )
        }.map(\.element)
        let done = Mutex(0)
        let outcomes = ParallelMap.map(count: pieces.count, threads: threads) { index in
            let work = works[pieces[index].slot]
            let outcome = pieces[index].piece.run(work)
            if let progress {
                let count = done.withLock { done in
                    done += 1
                    return done
                }
                progress(TrainingProgress(done: count, total: pieces.count, cell: work.cell))
            }
            return outcome
        }
        return works.indices.map { slot in
            let own = zip(pieces, outcomes).filter { $0.0.slot == sources[slot] }.map(\.1)
            do {
                return .success(try CellOutcome(works[slot], own))
            } catch {
                return .failure(CellOutcome.Failure(text: "\(error)"))
            }
        }
    }
}
