/// Explains one event from its stored facts.
public enum Explainer {
    /// The explanation of an event: what happened, its scores with their terms, the history of its kind, its
    /// outcome once known, and how far the model can be trusted.
    ///
    /// Total: whatever is not known is said to be unknown.
    public static func explain(_ facts: ExplanationFacts) -> RadarQuantAnswer {
        RadarQuantAnswer(
            topic: .explainEvent,
            paragraphs: [
                Paragraph("What happened", EventSentences.all(facts.event)),
                Paragraph("Base score", BaseScoreSentences.all(facts)),
                Paragraph("Adjusted score", AdjustmentSentences.all(facts)),
                Paragraph("Direction and range", DirectionSentences.all(facts)),
                Paragraph("Earlier events of this kind", HistorySentences.earlier(facts)),
                Paragraph("Outcome", OutcomeSentences.all(facts)),
                Paragraph("How far to trust it", TrustSentences.all(facts)),
            ].compactMap { $0 }
        )
    }
}
