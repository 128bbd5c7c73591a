import Foundation
import Market
import Storage

/// The symbol map that the configuration names.
enum SymbolMapFile {
    /// Reads the map; nil where no path is configured.
    static func read(_ path: String) throws -> SymbolMap? {
        guard !path.isEmpty else { return nil }
        do {
            return try SymbolMapCSV.parse(try ImportFiles.bytes(of: path))
        } catch let error as SymbolMapError {
            throw PriceRefreshError.symbols(path: path, reason: "\(error)")
        } catch let error as ImportError {
            throw PriceRefreshError.symbols(path: path, reason: "\(error)")
        }
    }

    /// The map as the database keeps it.
    static func rows(_ map: SymbolMap) -> Set<StoredSymbolPeriod> {
        var rows: Set<StoredSymbolPeriod> = []
        for history in map.histories {
            for period in history.periods {
                rows.insert(
                    StoredSymbolPeriod(
                        ticker: period.symbol,
                        validFrom: period.from?.iso8601 ?? "",
                        validUntil: period.through?.iso8601 ?? "",
                        nowKnownAs: history.current,
                        delistedOn: history.delistedOn?.iso8601 ?? ""
                    )
                )
            }
        }
        return rows
    }
}
