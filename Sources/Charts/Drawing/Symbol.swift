/// Shapes of marks, told apart without colour.
enum Symbol: CaseIterable, Sendable {
    case diamond
    case square
    case triangle
    case wedge
    case hexagon

    /// The shape around a centre.
    func path(_ x: Double, _ y: Double, _ radius: Double) -> PathData {
        let corners = corners(radius)
        var path = PathData()
        path.move(x + corners[0].x, y + corners[0].y)
        for (from, to) in zip(corners, corners.dropFirst()) { path.shift(to.x - from.x, to.y - from.y) }
        path.close()
        return path
    }

    private func corners(_ r: Double) -> [(x: Double, y: Double)] {
        switch self {
        case .diamond: return [(0, -r), (r, 0), (0, r), (-r, 0)]
        case .square:
            let s = (r * 0.85).rounded()
            return [(-s, -s), (s, -s), (s, s), (-s, s)]
        case .triangle: return [(0, -r), (r, r - 1), (-r, r - 1)]
        case .hexagon:
            let s = (r * 0.5).rounded()
            return [(-r, 0), (-s, -r), (s, -r), (r, 0), (s, r), (-s, r)]
        case .wedge: return [(0, r), (r, 1 - r), (-r, 1 - r)]
        }
    }
}
