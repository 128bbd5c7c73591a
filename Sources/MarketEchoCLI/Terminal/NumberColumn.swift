/// Lays the cells of one column out so that their numbers stand under one another, point under point.
///
/// Every cell is cut into numbers and the text between them. The first number of each cell is aligned with the
/// first of all others, the second with the second and so on, which also aligns intervals.
struct NumberColumn {
    private let cells: [NumberCell]
    private let layout: Layout

    init(_ texts: [String]) {
        cells = texts.map(NumberCell.init)
        layout = Layout(cells)
    }

    /// The cells, all of the same width.
    var texts: [String] { cells.map(layout.text) }

    private struct Layout {
        /// Widths of the part before and behind the point, by number.
        private var whole: [Int] = []
        private var fraction: [Int] = []
        /// Widths of the text behind each number.
        private var behind: [Int] = []

        init(_ cells: [NumberCell]) {
            let count = cells.map(\.numbers.count).max() ?? 0
            for position in 0..<count {
                let numbers = cells.compactMap { cell in
                    position < cell.numbers.count ? cell.numbers[position] : nil
                }
                whole.append(numbers.map(\.whole.count).max() ?? 0)
                fraction.append(numbers.map(\.fraction.count).max() ?? 0)
                behind.append(numbers.map(\.behind.count).max() ?? 0)
            }
        }

        func text(_ cell: NumberCell) -> String {
            var text = ""
            for position in whole.indices {
                guard position < cell.numbers.count else {
                    text += String(repeating: " ", count: width(position))
                    continue
                }
                let number = cell.numbers[position]
                text += number.whole.leftPadded(to: whole[position])
                text += number.fraction.rightPadded(to: fraction[position])
                text += number.behind.rightPadded(to: behind[position])
            }
            return text
        }

        private func width(_ position: Int) -> Int {
            whole[position] + fraction[position] + behind[position]
        }
    }
}

/// A cell cut into numbers.
private struct NumberCell {
    struct Number {
        /// What stands before the point, with an opening bracket; of the first number also the text before it.
        var whole = ""
        /// The point and what follows it, with closing brackets and commas.
        var fraction = ""
        /// The text up to the next number.
        var behind = ""
    }

    private(set) var numbers: [Number] = []

    init(_ text: String) {
        let characters = Array(text)
        var position = 0
        var between = ""
        while position < characters.count {
            guard let end = Self.endOfWhole(characters, from: position) else {
                between.append(characters[position])
                position += 1
                continue
            }
            var number = Number(whole: String(characters[position..<end]))
            if numbers.isEmpty {
                number.whole = between + number.whole
            } else {
                numbers[numbers.count - 1].behind = between
            }
            between = ""
            position = end
            while position < characters.count,
                characters[position].isASCIIDigit || (position == end && characters[position] == ".")
            {
                number.fraction.append(characters[position])
                position += 1
            }
            numbers.append(number)
        }
        if numbers.isEmpty {
            if !between.isEmpty { numbers = [Number(whole: between)] }
        } else {
            numbers[numbers.count - 1].behind = between
        }
        for position in numbers.indices { moveBrackets(behind: position) }
    }

    /// Gives the punctuation between two numbers to the one that it belongs to, so that it moves with it.
    private mutating func moveBrackets(behind position: Int) {
        let closing = numbers[position].behind.prefix { ",;])%".contains($0) }
        numbers[position].fraction += closing
        numbers[position].behind.removeFirst(closing.count)
        guard position + 1 < numbers.count, let last = numbers[position].behind.last, "([".contains(last)
        else { return }
        numbers[position].behind.removeLast()
        numbers[position + 1].whole = String(last) + numbers[position + 1].whole
    }

    /// The position behind the whole part of a number that begins here; nil where none does.
    private static func endOfWhole(_ characters: [Character], from start: Int) -> Int? {
        var position = start
        if characters[position] == "-" || characters[position] == "+" { position += 1 }
        guard position < characters.count, characters[position].isASCIIDigit else { return nil }
        while position < characters.count {
            let isSeparator =
                characters[position] == "," && position + 1 < characters.count
                && characters[position + 1].isASCIIDigit
            guard characters[position].isASCIIDigit || isSeparator else { break }
            position += 1
        }
        return position
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
