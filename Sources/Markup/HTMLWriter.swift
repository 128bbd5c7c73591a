/// Writes escaped HTML, and SVG within it, straight into UTF-8 bytes.
///
/// What comes from outside passes through `text` or an attribute value and is escaped there; names and raw
/// markup are `StaticString`, so they stand in the source code. Empty elements end in `/>`, which HTML and XML
/// both read.
public struct HTMLWriter: Sendable {
    /// Attribute names with their values in the order of writing; nil leaves the attribute out, and the empty
    /// string writes a switch such as `open=""`.
    public typealias Attributes = KeyValuePairs<StaticString, String?>

    /// What is written so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// Makes an empty writer with room for so many bytes.
    public init(capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
    }

    /// What is written so far as a fragment.
    public var fragment: HTMLFragment { HTMLFragment(bytes: bytes) }

    // MARK: Elements

    /// Writes an element with its content: `<name attributes>content</name>`.
    public mutating func element(
        _ name: StaticString,
        _ attributes: Attributes = [:],
        _ content: (inout Self) throws -> Void
    ) rethrows {
        open(name, attributes)
        try content(&self)
        close(name)
    }

    /// Writes an element that holds only text: `<name attributes>text</name>`.
    public mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// Writes an element without content: `<name attributes/>`.
    ///
    /// HTML allows it for `br`, `hr`, `img`, `input`, `link`, `meta`, `col`, `source`, `wbr`; SVG for any.
    public mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
        bytes.append(UInt8(ascii: "<"))
        literal(name)
        write(attributes)
        bytes.append(UInt8(ascii: "/"))
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes a link when the address is one that a page may point to, else the text alone.
    ///
    /// - Parameters:
    ///   - text: The text of the link.
    ///   - address: `https:`, `http:`, `mailto:`, or an address within this site (`/…`, `?…`, `#…`); anything
    ///     else, such as `javascript:`, is not linked.
    ///   - attributes: Further attributes, after `href`.
    public mutating func link(_ text: String, to address: String, _ attributes: Attributes = [:]) {
        guard LinkAddress.isAllowed(address) else { return self.text(text) }
        bytes.append(contentsOf: "<a href=\"".utf8)
        Escaping.append(address, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        write(attributes)
        bytes.append(UInt8(ascii: ">"))
        self.text(text)
        close("a")
    }

    // MARK: Content

    /// Writes text: `&`, `<`, `>` and quotes are escaped, control characters become U+FFFD.
    public mutating func text(_ text: String) {
        Escaping.append(text, to: &bytes)
    }

    /// Writes a whole number with thousands separators: `16,702`.
    public mutating func count(_ value: Int) {
        NumberText.append(count: value, to: &bytes)
    }

    /// Writes a number with exactly so many decimals, or `–` where there is none.
    public mutating func decimal(_ value: Double?, decimals: Int) {
        NumberText.append(value, decimals: decimals, to: &bytes)
    }

    /// Writes markup that stands in the source code, as it is.
    public mutating func raw(_ markup: StaticString) {
        literal(markup)
    }

    /// Writes a fragment, which is escaped already.
    public mutating func append(_ fragment: HTMLFragment) {
        bytes.append(contentsOf: fragment.bytes)
    }

    // MARK: Pieces

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        literal(name)
        write(attributes)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ name: StaticString) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        literal(name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func write(_ attributes: Attributes) {
        for (name, value) in attributes {
            guard let value else { continue }
            bytes.append(UInt8(ascii: " "))
            literal(name)
            bytes.append(UInt8(ascii: "="))
            bytes.append(UInt8(ascii: "\""))
            Escaping.append(value, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
