extension Sentence {
    /// Two parts of one sentence.
    public static func + (left: Sentence, right: Sentence) -> Sentence {
        Sentence(left.runs + right.runs)
    }
}
