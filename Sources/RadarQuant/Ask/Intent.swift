/// What a question wants.
enum Intent: Equatable {
    case explain(eventID: String)
    case unknownEvent(String)
    case trading
    case forecast
    case notApplied
    case highConfidence
    case calibration
    case accuracy
    case error
    case concept(Concept)
    case meaning(EventKind)
    case modelStatus
    case counts
    case biggestMoves
    case history
    case limits
    case latest
    case help
    case unknownCompany(String)
    case outside
    case language
    case empty
}
