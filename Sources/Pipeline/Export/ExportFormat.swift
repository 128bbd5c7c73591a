/// How an export is written.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// Comma-separated values with a heading line.
    case csv
    /// One JSON object a line.
    case jsonl
}

/// What is exported.
public enum ExportKind: String, CaseIterable, Sendable {
    /// Events with their base scores.
    case events
    /// Bars with the verdict on them.
    case prices
    /// Labels and skips.
    case labels
    /// The predictions log.
    case predictions
    /// Feature rows of labelled events.
    case features
}

/// One field of an exported row.
enum ExportField {
    case text(String?)
    case number(Double?)
    case integer(Int?)
}
