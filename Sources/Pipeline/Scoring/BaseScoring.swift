import Events
import Features
import JSONText
import Market
import Scores
import Storage

extension EngineWorld {
    /// The base scores as they are stored.
    var storedBaseScores: [StoredBaseScore] {
        zip(history.events, baseScores).map { input, score in
            StoredBaseScore(
                eventID: input.event.eventID, score: score.score.value,
                direction: score.opinion.direction.rawValue,
                directionConfidence: score.opinion.confidence.value,
                rulesVersion: score.rulesVersion.description,
                breakdown: JSONWriter.text(BreakdownText(score: score)))
        }
    }
}

/// A breakdown as the database keeps it.
private struct BreakdownText: JSONWritable {
    let score: BaseScore

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("factors", score.breakdown)
            json.member("notes", score.notes)
        }
    }
}
