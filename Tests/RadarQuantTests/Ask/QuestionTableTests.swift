import RadarQuant
import Scores
import Testing

@Suite
struct `Questions and their topics` {
    @Test(arguments: Questions.answered)
    func `questions about stored facts are answered`(_ question: Questions.Case) async throws {
        let answer = try await QuestionAnswerer(source: try Sources.full()).answer(
            try Question(question.text)
        )
        #expect(answer.topic == question.topic)
        #expect(answer.answered, "\(answer.plainText)")
    }

    @Test(arguments: Questions.trading + Questions.declined)
    func `questions for advice and for anything outside are declined`(
        _ question: Questions.Case
    ) async throws {
        let answer = try await QuestionAnswerer(source: try Sources.full()).answer(
            try Question(question.text)
        )
        #expect(answer.topic == question.topic)
        #expect(answer.declineReason == question.reason)
        #expect(answer.plainText.contains(Wording.adviceNotice))
        #expect(!answer.paragraphs.isEmpty)
    }

    @Test
    func `the table is large enough`() {
        #expect(Questions.all.count >= 60)
        #expect(Questions.trading.count >= 15)
        #expect(Questions.declined.count { $0.reason == .outside } >= 10)
        #expect(Set(Questions.all.map(\.text)).count == Questions.all.count)
    }

    @Test(arguments: Questions.answered)
    func `without stored data nothing is made up`(_ question: Questions.Case) async throws {
        let answer = try await QuestionAnswerer(source: try Sources.empty()).answer(
            try Question(question.text)
        )
        switch question.topic {
        case .latestEvents, .history, .biggestMoves, .accuracy, .highConfidence, .calibration, .error,
            .modelStatus:
            #expect(answer.declineReason == .noData)
        case .explainEvent: #expect(answer.declineReason == .unknownEvent)
        default: #expect(answer.answered)
        }
    }

    @Test(arguments: Questions.trading)
    func `a question for advice never reaches the store`(_ question: Questions.Case) async throws {
        let answer = try await QuestionAnswerer(source: .failing).answer(try Question(question.text))
        #expect(answer.declineReason == .tradingAdvice)
    }

    @Test
    func `an error of the store reaches the caller`() async throws {
        let question = try Question("How accurate is the model?")
        await #expect(throws: RadarQuantSourceError.self) {
            try await QuestionAnswerer(source: .failing).answer(question)
        }
    }
}
