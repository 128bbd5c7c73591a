import Events
import Market
import Scores

/// Lists of events: the latest, and those with the largest moves.
struct EventListReply {
    let source: RadarQuantSource

    private static let defaultCount = 5

    func latest(_ reading: QuestionReading) async throws -> RadarQuantAnswer {
        let lines = try await source.latestEvents(reading.filter, reading.limit ?? Self.defaultCount)
        guard !lines.isEmpty else {
            return Declining.noData(.latestEvents, "No \(reading.filter.words) are stored.")
        }
        let count = NumberFact.count("events_listed", lines.count)
        let start: Sentence =
            lines.count == 1
            ? "The latest of the stored \(reading.filter.words):"
            : "The latest \(count) of the stored \(reading.filter.words), newest first:"
        return RadarQuantAnswer(
            topic: .latestEvents,
            paragraphs: [Paragraph(nil, [start] + lines.map(Self.sentence))].compactMap { $0 }
        )
    }

    func biggestMoves(_ reading: QuestionReading) async throws -> RadarQuantAnswer {
        let horizon = reading.horizon ?? .oneDay
        let moves = try await source.biggestMoves(reading.filter, horizon, reading.limit ?? Self.defaultCount)
        guard !moves.isEmpty else {
            return Declining.noData(
                .biggestMoves,
                "None of the stored \(reading.filter.words) has a known outcome at "
                    + "\(label: Wording.badge(horizon))."
            )
        }
        let counts = try await source.counts(reading.filter)
        let start: Sentence =
            "The largest moves against the benchmark at \(label: Wording.badge(horizon)) after "
            + "\(reading.filter.words), among \(NumberFact.count("labelled_events", counts.labelledEvents)) "
            + "events with a known outcome:"
        let end: Sentence =
            "The largest of many are extreme by choice; they say nothing about what such an event usually "
            + "does."
        return RadarQuantAnswer(
            topic: .biggestMoves,
            paragraphs: [Paragraph(nil, [start] + moves.map(Self.sentence) + [end])].compactMap { $0 }
        )
    }

    // MARK: Lines

    private static func link(_ line: EventLine) -> Run {
        .event(
            id: line.eventID,
            label: EventSentences.label(ticker: line.ticker, type: line.type, day: line.occurredOn)
        )
    }

    private static func title(_ line: EventLine) -> Sentence {
        Quote.safe(line.title).map { ": \(quote: $0)" } ?? ""
    }

    private static func sentence(_ line: EventLine) -> Sentence {
        let start: Sentence = "\(link(line))\(title(line))"
        guard let base = line.baseScore else { return "\(start); not scored yet." }
        let score: Sentence = "\(start); base score \(NumberFact.score("base_score", base))"
        guard let adjusted = line.adjustedScore, let horizon = line.adjustedHorizon else {
            return "\(score)."
        }
        return "\(score), AI-adjusted \(NumberFact.score("adjusted_score", adjusted)) at "
            + "\(label: Wording.badge(horizon))."
    }

    private static func sentence(_ move: MoveLine) -> Sentence {
        let start: Sentence =
            "\(link(move.event))\(title(move.event)); abnormal return "
            + "\(NumberFact.move("abnormal_return", move.abnormalReturn))"
        guard let impact = move.realizedImpact else { return "\(start)." }
        return "\(start), realized impact \(NumberFact.score("realized_impact", impact))."
    }
}
