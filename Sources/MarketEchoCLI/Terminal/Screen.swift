import Synchronization

/// Standard error: lines of text, and at most one status line at the bottom that is redrawn in place.
final class Screen: Sendable {
    /// Whether it is a terminal, where a line can be redrawn.
    let isTerminal: Bool
    /// Which characters may be drawn.
    let style: TextStyle
    private let columns: @Sendable () -> Int
    private let write: @Sendable (String) -> Void
    private let status = Mutex<String?>(nil)

    /// - Parameters:
    ///   - isTerminal: whether a line can be redrawn.
    ///   - style: which characters may be drawn.
    ///   - columns: the width at this moment.
    ///   - write: receives what is to be written; calls do not overlap.
    init(
        isTerminal: Bool,
        style: TextStyle,
        columns: @escaping @Sendable () -> Int = { 80 },
        write: @escaping @Sendable (String) -> Void
    ) {
        self.isTerminal = isTerminal
        self.style = style
        self.columns = columns
        self.write = write
    }

    /// The width at this moment.
    var width: Int { columns() }

    /// Prints a line above the status line.
    func print(_ line: String) {
        status.withLock { status in
            let text = style.drawable(line)
            if let current = status {
                write("\r\u{1B}[K\(text)\n\(current)")
            } else {
                write("\(text)\n")
            }
        }
    }

    /// Draws the status line anew; on anything but a terminal nothing happens.
    func show(status text: String) {
        guard isTerminal else { return }
        status.withLock { status in
            let text = style.drawable(text)
            status = text
            write("\r\(text)\u{1B}[K")
        }
    }

    /// Removes the status line.
    func removeStatus() {
        status.withLock { status in
            guard status != nil else { return }
            status = nil
            write("\r\u{1B}[K")
        }
    }
}
