/// Finds prices that a source repeats because nothing was traded.
enum StaleRunRule {
    /// From how many identical closes with zero volume in a row on they count as stale.
    static let shortestRun = 5

    /// Sets aside the repeats in runs of identical closes with zero volume.
    static func screen(_ screened: inout ScreenedBars) {
        let usable = screened.bars.indices.filter { screened.isUsable($0) }
        var start = 0
        while start < usable.count {
            let first = screened.bars[usable[start]]
            var end = start + 1
            guard first.volume == 0 else {
                start = end
                continue
            }
            while end < usable.count, screened.bars[usable[end]].volume == 0,
                screened.bars[usable[end]].close == first.close
            {
                end += 1
            }
            if end - start >= shortestRun {
                // The first close of the run is news unless the bar before has it already.
                let isRepeat = start > 0 && screened.bars[usable[start - 1]].close == first.close
                for index in usable[(isRepeat ? start : start + 1)..<end] {
                    screened.setAside(
                        index,
                        .staleRun,
                        "close \(first.close) \(end - start) times in a row with zero volume, from \(first.day)"
                    )
                }
            }
            start = end
        }
    }
}
