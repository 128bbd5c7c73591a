import Pipeline

/// An update and the seconds that its stage has run, as text.
struct ProgressView: Equatable {
    let update: ProgressUpdate
    let seconds: Double

    /// Units a second; nil as long as nobody can know.
    private var rate: Double? {
        max(update.done, update.total) >= Self.fewest && update.done > 0 && seconds >= 0.05
            ? Double(update.done) / seconds : nil
    }

    private var remaining: Double? {
        guard let rate, update.total > 0, seconds >= 0.5 else { return nil }
        return Double(max(update.total - update.done, 0)) / rate
    }

    private var share: Double {
        update.total > 0 ? min(max(Double(update.done) / Double(update.total), 0), 1) : 0
    }

    private var rateText: String {
        guard let rate else { return "" }
        return rate >= 10
            ? "\(Format.count(Int(min(rate, 1e15).rounded())))/s" : "\(Format.decimal(rate, digits: 1))/s"
    }

    private var remainingText: String { remaining.map { "\(Format.duration($0)) left" } ?? "" }

    /// A line for a log: `labels: 12,400 of 16,702 (74 %), 6,100/s, 0.71 s left, MSFT`.
    var line: String {
        let total = update.total > 0 ? " of \(Format.count(update.total)) (\(percent) %)" : ""
        let parts = ["\(update.stage): \(Format.count(update.done))\(total)", rateText, remainingText]
        return (parts + [update.detail]).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The line that stays: `labels        16,702 in 0.90 s, 18,557/s`.
    var closingLine: String {
        let time = "\(Format.count(update.done)) in \(Format.duration(seconds))"
        return "\(stageText) \(time)\(rateText.isEmpty ? "" : ", \(rateText)")"
    }

    /// A bar of at most so many characters, with less beside it where the terminal is narrow.
    func bar(width: Int) -> String {
        guard update.total > 0 else {
            let parts = ["\(stageText) \(Format.count(update.done))", rateText, update.detail]
            return cut(parts.filter { !$0.isEmpty }.joined(separator: "  "), to: width)
        }
        let total = Format.count(update.total)
        let head = "\(stageText) \(String(percent).leftPadded(to: 3)) % "
        var tail = [" \(Format.count(update.done).leftPadded(to: total.count)) of \(total)"]
        for part in [rateText, remainingText, update.detail] where !part.isEmpty {
            let used = head.count + (tail + [part]).joined(separator: "  ").count
            if used + Self.shortestBar <= width { tail.append(part) }
        }
        let end = tail.joined(separator: "  ")
        let length = min(max(width - head.count - end.count, 0), Self.longestBar)
        guard length >= Self.shortestBar else { return cut(head + end, to: width) }
        let full = Int((share * Double(length)).rounded(.down))
        let line =
            String(repeating: "━", count: full) + String(repeating: "─", count: length - full)
        return cut(head + line + end, to: width)
    }

    /// The fewest units of which a rate says anything.
    private static let fewest = 10
    private static let shortestBar = 8
    private static let longestBar = 32

    private var percent: Int { Int((share * 100).rounded(.down)) }
    private var stageText: String { update.stage.rightPadded(to: 12) }

    private func cut(_ text: String, to width: Int) -> String {
        text.count <= width ? text : String(text.prefix(max(width, 0)))
    }
}
