extension Rephrasing {
    /// Why a rephrased text is not shown.
    public enum Fault: Sendable, Hashable, CustomStringConvertible {
        /// It has too few characters to say anything.
        case tooShort(characters: Int, minimum: Int)
        /// It has more characters than the answer justifies.
        case tooLong(characters: Int, limit: Int)
        /// It has a word that no text of the program may have.
        case forbiddenWord(String)
        /// It gives advice or an opinion.
        case advice(String)
        /// A number that the answer does not state in this form.
        case unknownNumber(String)
        /// A number in words that the answer does not state.
        case numberInWords(String)
        /// A ratio that the answer does not state.
        case ratio(String)
        /// An address, which no answer has.
        case address(String)
        /// What looks like the key of an event that the answer does not cite.
        case unknownKey(String)
        /// Markup or control characters.
        case markup(String)

        /// What is wrong, in one line.
        public var description: String {
            switch self {
            case .tooShort(let characters, let minimum):
                "the text has \(characters) characters; accepted are at least \(minimum)"
            case .tooLong(let characters, let limit):
                "the text has \(characters) characters; accepted are up to \(limit)"
            case .forbiddenWord(let word): "the word '\(word)' may not stand in any text"
            case .advice(let word): "'\(word)' gives advice or an opinion"
            case .unknownNumber(let number): "the number '\(number)' is not in the answer"
            case .numberInWords(let word): "the number word '\(word)' is not in the answer"
            case .ratio(let phrase): "the ratio '\(phrase)' is not in the answer"
            case .address(let text): "'\(text)' looks like an address"
            case .unknownKey(let text):
                "'\(text)' looks like the key of an event that the answer does not cite"
            case .markup(let text): "'\(text)' is markup or a control character"
            }
        }
    }
}
