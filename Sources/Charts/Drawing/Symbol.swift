/// Shapes of marks, told apart without colour.
enum Symbol: CaseIterable, Sendable {
    case diamond
    case square
    case triangle
    case disc
    case cross

    /// The shape around a centre.
    func path(_ x: Double, _ y: Double, _ radius: Double) -> PathData {
        var path = PathData()
        let r = radius
        switch self {
        case .diamond: path.polyline([(x, y - r), (x + r, y), (x, y + r), (x - r, y)])
        case .square:
            let s = r * 0.85
            path.polyline([(x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)])
        case .triangle: path.polyline([(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)])
        case .disc:
            let s = r * 0.7
            path.polyline([
                (x - r, y), (x - s, y - s), (x, y - r), (x + s, y - s), (x + r, y), (x + s, y + s), (x, y + r),
                (x - s, y + s),
            ])
        case .cross:
            let t = r * 0.35
            path.polyline([
                (x - t, y - r), (x + t, y - r), (x + t, y - t), (x + r, y - t), (x + r, y + t), (x + t, y + t),
                (x + t, y + r), (x - t, y + r), (x - t, y + t), (x - r, y + t), (x - r, y - t), (x - t, y - t),
            ])
        }
        path.close()
        return path
    }
}
