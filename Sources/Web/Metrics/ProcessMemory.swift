import CMemory
import Foundation

/// The memory of this process.
enum ProcessMemory {
    /// Gives memory that is free back to the system; the allocator would keep what a large computation used.
    static func release() { market_echo_release_free_memory() }

    /// Lets the threads share two arenas of the allocator, which keeps the process small; before the first thread starts.
    static func shareArenas() { market_echo_share_memory_arenas(2) }

    /// Resident bytes; nil where the system does not say.
    static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
