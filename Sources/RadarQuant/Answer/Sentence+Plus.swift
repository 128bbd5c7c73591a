extension Sentence {
    /// Two parts of one sentence.
    static func + (left: Sentence, right: Sentence) -> Sentence {
        Sentence(left.runs + right.runs)
    }
}
