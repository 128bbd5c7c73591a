import Market

/// ISO texts of session days, made once.
struct SessionDays {
    private let texts: [String]

    init(_ calendar: ExchangeCalendar) {
        texts = (0..<calendar.sessionCount).map { calendar.day(ofSession: $0).iso8601 }
    }

    func text(_ session: Int) -> String { texts[session] }
}
