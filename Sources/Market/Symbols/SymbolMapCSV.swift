/// The editable form of a symbol map: one row for each period in which an instrument had a symbol.
///
/// Columns in any order: `ticker`, `valid_from`, `valid_until`, `now_known_as`, `delisted_on`. Days are `YYYY-MM-DD`. An
/// empty `valid_from` means since ever, an empty `valid_until` until today or the delisting, an empty `now_known_as` the
/// ticker itself. Rows with the same `now_known_as` and the same `delisted_on` are one instrument.
public enum SymbolMapCSV {
    /// The columns in the order in which they are written.
    public static let columns = ["ticker", "valid_from", "valid_until", "now_known_as", "delisted_on"]

    /// Parses a map.
    ///
    /// - Throws: `SymbolMapError` with every problem of the file; a map with a problem is not used in part.
    public static func parse(_ bytes: [UInt8]) throws(SymbolMapError) -> SymbolMap {
        var reader: CSVReader
        do throws(CSVError) {
            reader = try CSVReader(bytes: bytes)
        } catch {
            throw SymbolMapError(problems: [SymbolMapProblem(line: error.line ?? 1, reason: error.reason)])
        }
        let layout = try SymbolMapRow.Layout(reader)
        var rows: [SymbolMapRow] = []
        var problems: [SymbolMapProblem] = []
        reading: while true {
            do throws(CSVError) {
                guard let row = try reader.next() else { break reading }
                switch SymbolMapRow.read(row, layout) {
                case .success(let row): rows.append(row)
                case .failure(let problem): problems.append(problem)
                }
            } catch {
                problems.append(SymbolMapProblem(line: error.line ?? 1, reason: error.reason))
            }
        }
        problems += overlaps(rows)
        guard problems.isEmpty else { throw SymbolMapError(problems: problems.sorted { $0.line < $1.line }) }
        return try map(rows)
    }

    /// The text of a map, with a heading and LF line ends; parsing it gives the same map.
    public static func text(_ map: SymbolMap) -> String {
        var text = columns.joined(separator: ",") + "\n"
        for history in map.histories {
            for period in history.periods {
                let cells = [
                    period.symbol, period.from?.iso8601 ?? "", period.through?.iso8601 ?? "",
                    history.current == period.symbol ? "" : history.current,
                    history.delistedOn?.iso8601 ?? "",
                ]
                text += cells.joined(separator: ",") + "\n"
            }
        }
        return text
    }

    // MARK: Whole maps

    /// Rows that claim one ticker for the same day, found before anything else so that both lines can be named.
    private static func overlaps(_ rows: [SymbolMapRow]) -> [SymbolMapProblem] {
        var problems: [SymbolMapProblem] = []
        for (ticker, claims) in Dictionary(grouping: rows, by: \.period.symbol).sorted(by: { $0.key < $1.key }
        ) {
            let sorted = claims.sorted { SymbolHistory.isBefore($0.period.from, $1.period.from) }
            for (one, other) in zip(sorted, sorted.dropFirst()) where one.period.overlaps(other.period) {
                problems.append(
                    SymbolMapProblem(
                        line: max(one.line, other.line),
                        reason:
                            "\(ticker) is given to two rows on the same days, see line \(min(one.line, other.line))"
                    )
                )
            }
        }
        return problems
    }

    private static func map(_ rows: [SymbolMapRow]) throws(SymbolMapError) -> SymbolMap {
        var histories: [SymbolHistory] = []
        var problems: [SymbolMapProblem] = []
        let instruments = Dictionary(grouping: rows) { SymbolMapRow.Instrument($0) }
        for (instrument, rows) in instruments {
            do throws(SymbolHistory.Fault) {
                histories.append(
                    try SymbolHistory(
                        current: instrument.current,
                        periods: rows.map(\.period),
                        delistedOn: instrument.delistedOn
                    )
                )
            } catch {
                let line = rows.map(\.line).max() ?? 1
                problems.append(SymbolMapProblem(line: line, reason: "\(instrument.current): \(error)"))
            }
        }
        guard problems.isEmpty else { throw SymbolMapError(problems: problems.sorted { $0.line < $1.line }) }
        do throws(SymbolMap.Conflict) {
            return try SymbolMap(histories)
        } catch {
            throw SymbolMapError(problems: [SymbolMapProblem(line: 1, reason: error.description)])
        }
    }
}
