/// Words that bring no matter of their own into a question.
enum NeutralWords {
    /// Whether all words are neutral, apart from those of some phrases and from numbers.
    static func areAll(_ words: [QuestionWord], except phrases: [String]) -> Bool {
        let known = Set(phrases.flatMap(QuestionWord.stems))
        return words.allSatisfy { word in
            known.contains(word.stem) || neutral.contains(word.lower) || neutral.contains(word.stem)
                || Int(word.lower) != nil
        }
    }

    private static let neutral: Set<String> = Set(
        """
        a about ai an and any are be been between calculate calculated can company compute computed \
        could day define definition describe did do does done dont estimate event exactly explain family \
        for from get give go has have here how i in info information is it its let levels list long made \
        make many market me mean meant meaning measure measured mine ml model much my of on one or \
        overview page please predicted prediction read refer say score scores see session share show \
        shown stand stock summary symbol tell term that the their them there these they thing this those \
        ticker to trading understand use used value want was we were what what's whats when where which \
        who why with word words work works would you your
        """.split(separator: " ").map(String.init)
    )
}
