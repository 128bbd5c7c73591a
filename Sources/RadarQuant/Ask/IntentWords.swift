/// Words and phrases by which questions say what they want.
enum IntentWords {
    static let own = set("event filing reaction outcome label prediction score impact abnormal")

    static let superlatives = set("biggest largest greatest strongest top worst best most highest sharpest")

    static let moves = set(
        "move moved reaction reacted impact drop gain rise fall fell rose event outcome jump swing loss "
            + "return"
    )

    static let reactions = set(
        """
        react reacted reaction respond responded response history historical historically usually \
        typical typically average past move moved behave behaved earlier previous normally effect after \
        impact
        """
    )

    static let recency = set(
        """
        latest recent recently last newest new today news list show event filing week happened happening \
        announced filed
        """
    )

    static let judged = set("right correct wrong model prediction predict score direction it")

    static let counted = set(
        "event label labelled labeled outcome company ticker filing prediction data sample"
    )

    static let standing = set(
        """
        status version live trained training train use used passed pass gate health current active ready \
        which list certificate valid old standing promoted what show when
        """
    )

    static let counting = ["how many", "number of", "count of", "how much data", "sample size"]

    static let stock = [
        "what data", "how old is the data", "data fresh", "which companies", "list of companies",
        "what companies", "companies are covered", "no outcome", "without outcome", "without an outcome",
    ]

    static let accuracy = [
        "hit rate", "track record", "success rate", "any good", "better than a coin", "better than chance",
    ]

    static let badges = ["production ready", "prototype", "insufficient data"]

    static let definitions = [
        "what is", "what are", "what's", "whats", "what does", "what do", "define", "definition", "meaning",
        "mean", "explain", "how is", "how are", "how do", "how does", "how many days", "how many sessions",
        "tell me about", "describe", "why is", "why are",
    ]

    static let notApplied = [
        "not applied", "isn't applied", "wasn't applied", "not adjusted", "no adjustment", "without model",
        "why no model", "no ai score", "not apply", "rules only", "same as the base",
    ]

    /// Words that speak of limits whatever else is said.
    static let limits = [
        "limitation", "caveat", "disclaimer", "survivorship", "shortcoming", "investment advice", "how sure",
    ]

    /// Words that speak of limits only where nothing else is spoken of.
    static let everydayLimits = [
        "limit", "weakness", "reliable", "trust", "rely", "risk", "advice", "guarantee", "can't", "cannot",
        "go wrong",
    ]

    static let helps = [
        "what can i ask", "what can you", "help", "what do you know", "how do i ask", "example question",
        "what questions",
    ]

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map(String.init))
    }
}
