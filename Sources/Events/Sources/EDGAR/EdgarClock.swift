public import Market

/// Decides in which zone the acceptance times of a submissions file are written.
///
/// They end in `Z`, yet some files are in New York wall-clock time and some change from UTC to New York time
/// near their newest rows. The zone is therefore inferred row by row: each row's two readings are judged by
/// EDGAR's hours and by its filing date, and the days of the file are joined by a hidden Markov chain whose
/// state is the zone (forward-backward algorithm, Rabiner 1989). Changes are next to impossible between days,
/// except in the newest 30 days, where only the rows around can settle it. What stays below 99 % is ambiguous.
public struct EdgarClock: Sendable {
    /// One filing's time as the file writes it.
    public struct Row: Sendable {
        let written: CivilTimestamp
        let filingDate: TradingDay
        let hours: FilingHours
        let pinned: PinnedTime?

        /// Creates a row.
        ///
        /// - Parameters:
        ///   - written: the acceptance time as written; its `Z` is not trusted.
        ///   - filingDate: the date that EDGAR gave the filing.
        ///   - form: EDGAR's name of the form.
        ///   - accession: the submission's number.
        ///   - pinned: the instant where it is known for certain, from an SGML header or an earlier file.
        public init(
            written: CivilTimestamp,
            filingDate: TradingDay,
            form: String = "8-K",
            accession: String = "",
            pinned: PinnedTime? = nil
        ) {
            self.init(
                written: written,
                filingDate: filingDate,
                hours: FilingHours.isOfStaff(accession: Array(accession.utf8)[...])
                    ? .unknown : FilingHours(form: Array(form.utf8)[...]),
                pinned: pinned
            )
        }

        init(written: CivilTimestamp, filingDate: TradingDay, hours: FilingHours, pinned: PinnedTime?) {
            self.written = written
            self.filingDate = filingDate
            self.hours = hours
            self.pinned = pinned
        }
    }

    /// What was decided about one row.
    public enum Reading: Hashable, Sendable {
        /// Known for certain from elsewhere.
        case pinned(PinnedTime)
        /// Written in UTC.
        case utc(UTCInstant)
        /// Written in New York wall-clock time.
        case eastern(UTCInstant)
        /// The zone could not be decided.
        case ambiguous
        /// The file states midnight, which stands for no time of day.
        case dayOnly
    }

    /// The present; nothing can have been accepted after it.
    public var now: UTCInstant
    /// How many days before the newest row the zone may change from one day to the next; 0 for a shard.
    public var unsettledDays: Int

    /// Creates a clock.
    ///
    /// - Parameters:
    ///   - now: the present.
    ///   - unsettledDays: 30 for a company's main file, 0 for a shard, whose rows are all old.
    public init(now: UTCInstant, unsettledDays: Int = 30) {
        self.now = now
        self.unsettledDays = unsettledDays
    }

    /// One reading for each row, in the same order.
    public func decide(_ rows: [Row]) -> [Reading] {
        let times = rows.map { Times($0, now: now) }
        var sums = DaySums()
        for (row, times) in zip(rows, times) {
            guard let judged = times.evidence else { continue }
            sums.add(judged.utc.weight - judged.eastern.weight, on: row.written.day)
        }
        let probabilities = ZoneChain(days: days(sums.sorted())).utcProbabilities()
        return rows.indices.map { index in
            let row = rows[index]
            let place = sums.place(of: row.written.day)
            return reading(row, times[index], probability: place.map { probabilities[$0] })
        }
    }

    // MARK: Rows

    /// The two readings of a row and how well each agrees with the rules; nil evidence for a row without a time.
    private struct Times {
        let utc: UTCInstant
        let eastern: UTCInstant
        let evidence: (utc: ClockEvidence, eastern: ClockEvidence)?

        init(_ row: Row, now: UTCInstant) {
            let (day, second) = (row.written.day, row.written.secondOfDay)
            utc = UTCInstant(day: day, secondOfDay: second)
            eastern = NewYork.instant(day: day, secondOfDay: second)
            let wall = NewYork.wallClock(of: utc)
            guard second != 0, wall.secondOfDay != 0 else {
                evidence = nil
                return
            }
            func judge(_ instant: UTCInstant, _ day: TradingDay, _ second: Int) -> ClockEvidence {
                if instant > now { return .inTheFuture }
                if let pinned = row.pinned { return instant == pinned.instant ? .fits : .outsideHours }
                return ClockEvidence(
                    day: day,
                    secondOfDay: second,
                    filingDate: row.filingDate,
                    hours: row.hours
                )
            }
            evidence = (
                judge(utc, wall.day, wall.secondOfDay), judge(eastern, day, second)
            )
        }
    }

    private func reading(_ row: Row, _ times: Times, probability: Double?) -> Reading {
        if let pinned = row.pinned { return .pinned(pinned) }
        guard let evidence = times.evidence, let probability else { return .dayOnly }
        let isUTC = probability >= Self.certainty
        guard isUTC || probability <= 1 - Self.certainty else { return .ambiguous }
        let (chosen, other) = isUTC ? (evidence.utc, evidence.eastern) : (evidence.eastern, evidence.utc)
        switch chosen {
        case .inTheFuture, .datedLate: return .ambiguous
        case .outsideHours where other == .fits: return .ambiguous
        default: return isUTC ? .utc(times.utc) : .eastern(times.eastern)
        }
    }

    private static let certainty = 0.99

    // MARK: Days

    private func days(_ sums: [(day: TradingDay, sum: Double)]) -> [ZoneChain.Day] {
        let newest = sums.last?.day
        return sums.map { day, sum in
            let age = newest.map { Int($0.daysSinceEpoch - day.daysSinceEpoch) } ?? 0
            return ZoneChain.Day(evidence: sum, isUnsettled: age < unsettledDays)
        }
    }
}
