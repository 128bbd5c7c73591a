/// Recognises questions for a price or for where a price will go, without an event.
enum ForecastQuestion {
    /// Whether the words ask for a price or its future.
    static func matches(_ words: [QuestionWord]) -> Bool {
        if words.contains(anyPhrase: prices) { return true }
        guard words.contains(anyOf: future) || words.contains(anyPhrase: futurePhrases) else { return false }
        return words.contains(anyOf: moves)
    }

    private static let prices = [
        "stock price", "share price", "price of", "market cap", "how much is",
        "price prediction",
        "price forecast", "predict the price", "forecast the price", "quote for", "is worth",
    ]
    private static let future: Set<String> = ["will", "tomorrow", "gonna", "forecast", "soon"]
    private static let futurePhrases = ["going to", "next week", "next month", "next year", "next earnings"]
    private static let moves: Set<String> = [
        "up", "down", "rise", "fall", "drop", "crash", "rally", "price", "move", "go", "gain", "happen",
        "react", "do", "perform", "market", "climb", "jump",
    ]
}
