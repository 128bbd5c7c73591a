import Synchronization

@testable import MarketEchoCLI

/// Everything that a screen writes.
final class ScreenBuffer: Sendable {
    private let content = Mutex("")

    /// What was written so far.
    var text: String { content.withLock { $0 } }

    /// What was written, line by line.
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// A screen that writes here.
    func screen(isTerminal: Bool = false, columns: Int = 80, isUnicode: Bool = true) -> Screen {
        Screen(
            isTerminal: isTerminal,
            style: TextStyle(hasEmphasis: false, isUnicode: isUnicode),
            columns: { columns },
            write: { text in self.content.withLock { $0 += text } }
        )
    }
}
