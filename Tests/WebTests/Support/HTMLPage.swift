import Markup

@testable import Web

/// Markup of parts of pages.
enum HTMLPage {
    /// What a section writes.
    static func of(_ section: MonitoringSection) -> String {
        HTMLFragment { section.write(to: &$0) }.string
    }
}
