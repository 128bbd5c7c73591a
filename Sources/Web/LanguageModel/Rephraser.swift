import Logging
import RadarQuant

/// Asks a language model to rephrase an answer and lets nothing through that the answer does not say.
struct Rephraser: Sendable {
    private let client: LanguageModelClient
    private let logger: Logger

    /// Creates a rephraser; refusals and failures go to the log with the words that were refused, never the key or the prompt.
    init(client: LanguageModelClient, logger: Logger) {
        self.client = client
        self.logger = logger
    }

    /// Rephrases an answer; whatever goes wrong, the program's own sentences remain.
    ///
    /// - Throws: `CancellationError` where the visitor went away.
    func rephrase(_ answer: RadarQuantAnswer) async throws(CancellationError) -> Rephrased {
        guard answer.answered else { return .off }
        do {
            let text = try await client.text(for: Rephrasing.prompt(for: answer))
            switch Rephrasing.check(text, against: answer) {
            case .accepted(let text): return .text(text, model: client.model)
            case .refused(let faults):
                let reasons = faults.prefix(5).map { Problem.shortened("\($0)") }
                logger.warning(
                    "the language model's text is not shown",
                    metadata: ["reasons": "\(reasons.joined(separator: "; "))", "faults": "\(faults.count)"]
                )
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            logger.warning("the language model gave no text", metadata: ["reason": "\(error)"])
        }
        return .discarded(model: client.model)
    }
}
