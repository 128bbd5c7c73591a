public import JSONText

/// Sentences about one matter.
public struct Paragraph: Sendable, Equatable {
    /// What it is about, for a heading; nil for a paragraph that needs none.
    public let heading: String?
    /// The sentences in order, never empty.
    public let sentences: [Sentence]

    /// Creates a paragraph; nil where there is no sentence.
    public init?(_ heading: String? = nil, _ sentences: [Sentence]) {
        guard !sentences.isEmpty else { return nil }
        self.heading = heading
        self.sentences = sentences
    }

    /// The sentences as one line of plain text.
    public var plainText: String { sentences.map(\.plainText).joined(separator: " ") }
}

extension Paragraph: JSONWritable {
    /// Writes the paragraph as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("heading", heading)
            json.member("sentences", sentences)
        }
    }
}
