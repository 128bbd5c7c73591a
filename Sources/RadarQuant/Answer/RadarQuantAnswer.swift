public import JSONText
import Scores

/// An answer in plain sentences made of stored facts; the disclaimer is part of it.
public struct RadarQuantAnswer: Sendable, Equatable {
    /// What it is about.
    public let topic: Topic
    /// Why there is none; nil where the question was answered.
    public let declineReason: DeclineReason?
    /// The sentences.
    public let paragraphs: [Paragraph]
    /// Every number that occurs in the sentences, once each, in order.
    public let facts: [NumberFact]
    /// The keys of the events that occur in the sentences, once each, in order.
    public let citedEventIDs: [String]

    /// Creates an answer, or one that declines where a reason is given.
    public init(topic: Topic, paragraphs: [Paragraph], declineReason: DeclineReason? = nil) {
        self.topic = topic
        self.paragraphs = paragraphs
        self.declineReason = declineReason
        let runs = paragraphs.flatMap(\.sentences).flatMap(\.runs)
        var seenFacts: Set<NumberFact> = []
        facts = runs.flatMap(\.facts).filter { seenFacts.insert($0).inserted }
        var seenIDs: Set<String> = []
        citedEventIDs = runs.compactMap { run -> String? in
            guard case .event(let id, _) = run, seenIDs.insert(id).inserted else { return nil }
            return id
        }
    }

    /// Whether the question was answered.
    public var answered: Bool { declineReason == nil }

    /// The notices without which no answer leaves the program.
    public var disclaimer: String { Wording.disclaimer }

    /// The sentences as plain text, a line each paragraph, without the disclaimer.
    public var sentencesText: String { paragraphs.map(\.plainText).joined(separator: "\n") }

    /// The whole answer as plain text: headings, sentences and the disclaimer.
    public var plainText: String {
        let parts = paragraphs.map { paragraph in
            (paragraph.heading.map { "\($0)\n" } ?? "") + paragraph.plainText
        }
        return (parts + [disclaimer]).joined(separator: "\n\n")
    }
}

extension RadarQuantAnswer: JSONWritable {
    /// Writes the answer as an object.
    public func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    /// Writes the answer's members into an object that the caller has opened.
    public func writeMembers(to json: inout JSONWriter) {
        json.member("topic", topic.rawValue)
        json.member("answered", answered)
        json.member("decline_reason", declineReason?.rawValue)
        json.member("text", sentencesText)
        json.member("paragraphs", paragraphs)
        json.member("facts", facts)
        json.member("cited_event_ids", citedEventIDs)
        json.member("disclaimer", disclaimer)
    }
}
