/// What came of training a head.
public enum HeadStatus: String, CaseIterable, Codable, Sendable {
    /// Trees were grown and they answer differently for different rows.
    case trained
    /// No tree helped on the time-ordered slices, or every row gets the same answer: nothing was learnt.
    case constant
    /// Too few labelled rows to train on.
    case tooFewRows = "too_few_rows"
}
