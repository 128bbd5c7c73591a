/// A piece of markup that is escaped already.
///
/// Only an `HTMLWriter` makes one from text, so a fragment can be put into another without a second look.
public struct HTMLFragment: Sendable, Hashable {
    /// The markup in UTF-8.
    public let bytes: [UInt8]

    /// Builds a fragment with a writer of its own.
    public init(_ build: (inout HTMLWriter) throws -> Void) rethrows {
        var writer = HTMLWriter()
        try build(&writer)
        bytes = writer.bytes
    }

    /// Makes a fragment of markup that stands in the source code.
    public init(raw markup: StaticString) {
        self.init { $0.raw(markup) }
    }

    /// Makes a fragment of plain text, escaped.
    public init(text: String) {
        self.init { $0.text(text) }
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Nothing at all.
    public static let empty = Self(bytes: [])

    /// Says whether nothing was written.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a string, for templates that take strings.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
}
