import Dispatch
import Synchronization

/// Passes messages from concurrent code to a thread that waits for them.
final class Mailbox<Message: Sendable>: Sendable {
    private let messages = Mutex<[Message]>([])
    private let count = DispatchSemaphore(value: 0)

    /// Leaves a message.
    func put(_ message: Message) {
        messages.withLock { $0.append(message) }
        count.signal()
    }

    /// Waits for a message; blocks the calling thread.
    func take() -> Message {
        count.wait()
        return messages.withLock { $0.removeFirst() }
    }
}
