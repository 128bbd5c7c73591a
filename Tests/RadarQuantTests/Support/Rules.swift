import JSONText
import RadarQuant
import Scores
import Testing

/// What every answer must keep.
enum AnswerRules {
    /// Runs of ASCII digits of a text.
    static func digitRuns(_ text: String) -> [String] {
        text.split { !$0.isNumber }.map(String.init)
    }

    static func check(
        _ answer: RadarQuantAnswer,
        _ comment: Comment,
        at place: SourceLocation = #_sourceLocation
    ) {
        let text = answer.sentencesText
        #expect(WordingCheck.violations(in: answer.plainText).isEmpty, comment, sourceLocation: place)
        #expect(WordingCheck.violations(in: JSONWriter.text(answer)).isEmpty, comment, sourceLocation: place)
        let known = Set(answer.facts.flatMap { digitRuns($0.text) })
        for run in digitRuns(text) {
            #expect(known.contains(run), "\(comment): \(run) is in no fact", sourceLocation: place)
        }
        for sentence in answer.paragraphs.flatMap(\.sentences) {
            for case .text(let words) in sentence.runs {
                #expect(
                    digitRuns(words).isEmpty,
                    "\(comment): words with digits: \(words)",
                    sourceLocation: place
                )
            }
            let plain = sentence.plainText
            #expect(
                !plain.contains("  ") && !plain.contains("..") && !plain.contains(" ."),
                "\(plain)",
                sourceLocation: place
            )
            let words = Set(plain.split { !$0.isLetter })
            #expect(
                words.isDisjoint(with: ["nan", "inf", "nil", "Optional"]),
                "\(plain)",
                sourceLocation: place
            )
        }
        #expect(answer.plainText.hasSuffix(Wording.disclaimer), comment, sourceLocation: place)
        for id in answer.citedEventIDs { #expect(text.contains(id), comment, sourceLocation: place) }
    }
}
