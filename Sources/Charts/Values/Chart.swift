public import Markup

/// A picture with its caption, its text alternative and the numbers behind it.
public protocol Chart: Sendable {
    /// The chart as `<figure class="chart">`.
    func figure() -> HTMLFragment
}
