/// Short explanations of the marks, set right above the picture's plot.
struct KeyRow: Sendable {
    /// How a mark looks.
    enum Mark: Sendable {
        case point
        case pointWithInterval
        case diamond
        case line(String)
        case fill(String)
        case hatch(String)
        case symbol(Symbol, String)
    }

    private static let lineHeight = 20.0
    private static let markWidth = 24.0

    let entries: [(mark: Mark, text: String)]
    private let places: [(x: Double, line: Int)]
    /// Height of all lines.
    let height: Double

    /// Lays the entries out from left to right in lines of a width.
    init(_ entries: [(mark: Mark, text: String)], width: Double) {
        let room = width - Self.markWidth
        let entries = entries.map { (mark: $0.mark, text: TextFit.truncated($0.text, to: room)) }
        self.entries = entries
        var places: [(x: Double, line: Int)] = []
        var x = 0.0
        var line = 0
        for entry in entries {
            let needed = Self.markWidth + TextFit.width(entry.text)
            if x > 0, x + needed > width {
                x = 0
                line += 1
            }
            places.append((x, line))
            x += needed + 18
        }
        self.places = places
        height = entries.isEmpty ? 0 : Double(line + 1) * Self.lineHeight
    }

    func draw(on canvas: inout Canvas, x: Double, y: Double) {
        for (entry, place) in zip(entries, places) {
            let left = x + place.x
            let middle = y + Double(place.line) * Self.lineHeight + 9
            draw(entry.mark, on: &canvas, left: left, middle: middle)
            canvas.text(entry.text, left + Self.markWidth, middle + 4.5)
        }
    }

    private func draw(_ mark: Mark, on canvas: inout Canvas, left: Double, middle: Double) {
        let center = left + 9
        switch mark {
        case .point: canvas.circle(center, middle, 4, "pt")
        case .pointWithInterval:
            canvas.line(center, middle - 8, center, middle + 8, "iv")
            canvas.circle(center, middle, 4, "pt")
        case .diamond: canvas.diamond(center, middle, 5, "alt")
        case .line(let style): canvas.line(left, middle, left + 18, middle, style)
        case .fill(let style): canvas.rectangle(left, middle - 6, left + 18, middle + 6, style)
        case .hatch(let id):
            canvas.rectangle(left, middle - 6, left + 18, middle + 6, "hatched", fill: "url(#\(id))")
        case .symbol(let symbol, let style): canvas.path(symbol.path(center, middle, 5), style)
        }
    }
}
