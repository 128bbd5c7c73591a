/// The `d` of an SVG path.
struct PathData: Sendable {
    private(set) var text = ""

    mutating func move(_ x: Double, _ y: Double) {
        text += "M\(Coordinate.text(x)) \(Coordinate.text(y))"
    }

    mutating func line(_ x: Double, _ y: Double) {
        text += "L\(Coordinate.text(x)) \(Coordinate.text(y))"
    }

    /// Draws a line by so much from where the path is.
    mutating func shift(_ x: Double, _ y: Double) {
        text += "l\(Coordinate.text(x)) \(Coordinate.text(y))"
    }

    mutating func close() {
        text += "Z"
    }

    /// Adds another path.
    mutating func add(_ other: Self) {
        text += other.text
    }

    /// Adds a broken line through the points.
    mutating func polyline(_ points: [(x: Double, y: Double)]) {
        for (position, point) in points.enumerated() {
            if position == 0 { move(point.x, point.y) } else { line(point.x, point.y) }
        }
    }

    /// A broken line through the points.
    static func through(_ points: [(x: Double, y: Double)]) -> Self {
        var path = Self()
        path.polyline(points)
        return path
    }

    /// The area between a lower and an upper line over the same places.
    static func area(_ points: [(x: Double, lower: Double, upper: Double)]) -> Self {
        var path = Self()
        path.polyline(points.map { ($0.x, $0.upper) } + points.reversed().map { ($0.x, $0.lower) })
        path.close()
        return path
    }
}
