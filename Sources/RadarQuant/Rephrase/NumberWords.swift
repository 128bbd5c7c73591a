/// Words that state a number.
enum NumberWords {
    /// Words for small counts with their digits.
    static let counts: [String: String] = [
        "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
        "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    ]

    /// Words for larger numbers, parts and multiples, which have no digits to compare.
    static let others: Set<String> = [
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        "thirty",
        "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand",
        "thousands",
        "million", "millions", "billion", "billions", "trillion", "trillions", "dozen", "dozens", "tens",
        "half",
        "halves", "third", "thirds", "quarter", "quarters", "fourth", "fourths", "fifth", "fifths", "sixth",
        "sixths", "seventh", "sevenths", "eighth", "eighths", "ninth", "ninths", "tenth", "tenths", "twice",
        "thrice", "double", "doubles", "doubled", "doubling", "triple", "triples", "tripled", "quadruple",
        "quadrupled", "fold", "halved",
    ]

    /// The number words of a text in order, in small letters; parts of hyphenated words count.
    static func all(in text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init).filter(isNumberWord)
    }

    private static func isNumberWord(_ word: String) -> Bool {
        if counts[word] != nil || others.contains(word) { return true }
        guard word.hasSuffix("fold") else { return false }
        let multiple = String(word.dropLast(4))
        return counts[multiple] != nil || others.contains(multiple)
    }
}
