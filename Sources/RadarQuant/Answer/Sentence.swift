public import JSONText

/// One sentence as pieces, written as a string with interpolated pieces.
///
/// The literal parts are words of ours and have no digit; a digit comes from a number, a label or a quote.
public struct Sentence: Sendable, Equatable {
    /// The pieces in order.
    public let runs: [Run]

    /// Creates a sentence from pieces.
    public init(_ runs: [Run]) {
        self.runs = Self.merged(runs)
    }

    /// The sentence as plain text, events with their keys.
    public var plainText: String { runs.map(\.plain).joined() }

    private static func merged(_ runs: [Run]) -> [Run] {
        var merged: [Run] = []
        for run in runs {
            if case .text(let text) = run, case .text(let before)? = merged.last {
                merged[merged.count - 1] = .text(before + text)
            } else if run != .text("") {
                merged.append(run)
            }
        }
        return merged
    }
}

extension Sentence: ExpressibleByStringInterpolation {
    /// A sentence of plain words.
    public init(stringLiteral value: String) {
        self.init([.text(value)])
    }

    /// A sentence of words and pieces.
    public init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.runs)
    }

    /// Collects the pieces of an interpolated sentence.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var runs: [Run] = []

        /// Prepares for a sentence.
        public init(literalCapacity: Int, interpolationCount: Int) {
            runs.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Adds words.
        public mutating func appendLiteral(_ literal: String) {
            runs.append(.text(literal))
        }

        /// Adds a piece.
        public mutating func appendInterpolation(_ run: Run) {
            runs.append(run)
        }

        /// Adds a number.
        public mutating func appendInterpolation(_ fact: NumberFact) {
            runs.append(.number(fact))
        }

        /// Adds a number, or the word for want of one.
        public mutating func appendInterpolation(_ fact: NumberFact?, else word: String) {
            runs.append(fact.map(Run.number) ?? .text(word))
        }

        /// Adds words that contain no digit.
        public mutating func appendInterpolation(word: String) {
            runs.append(.text(word))
        }

        /// Adds a fixed name or a day.
        public mutating func appendInterpolation(label: String) {
            runs.append(.label(label))
        }

        /// Adds stored text.
        public mutating func appendInterpolation(quote: String) {
            runs.append(.quote(quote))
        }

        /// Adds the pieces of another sentence.
        public mutating func appendInterpolation(_ sentence: Sentence) {
            runs += sentence.runs
        }
    }
}

extension Sentence: JSONWritable {
    /// Writes the sentence as an object: its text and its pieces.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("text", plainText)
            json.member("runs", runs)
        }
    }
}
