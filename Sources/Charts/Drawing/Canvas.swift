import Markup

/// Draws SVG shapes with classes of the stylesheet; no shape carries a style of its own.
struct Canvas: Sendable {
    private(set) var html = HTMLWriter(capacity: 8_192)

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        html.void(
            "line",
            [
                "class": style, "x1": Coordinate.text(x1), "y1": Coordinate.text(y1),
                "x2": Coordinate.text(x2),
                "y2": Coordinate.text(y2),
            ]
        )
    }

    /// Draws a rectangle between two corners in any order.
    mutating func rectangle(
        _ x1: Double,
        _ y1: Double,
        _ x2: Double,
        _ y2: Double,
        _ style: String,
        fill: String? = nil,
        title: String? = nil
    ) {
        shape(
            "rect",
            [
                "class": style, "x": Coordinate.text(min(x1, x2)), "y": Coordinate.text(min(y1, y2)),
                "width": Coordinate.text((x2 - x1).magnitude), "height": Coordinate.text((y2 - y1).magnitude),
                "fill": fill,
            ],
            title: title
        )
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String, title: String? = nil) {
        shape(
            "circle",
            [
                "class": style, "cx": Coordinate.text(x), "cy": Coordinate.text(y),
                "r": Coordinate.text(radius),
            ],
            title: title
        )
    }

    /// Draws a square that stands on its corner.
    mutating func diamond(_ x: Double, _ y: Double, _ radius: Double, _ style: String, title: String? = nil) {
        path(Symbol.diamond.path(x, y, radius), style, title: title)
    }

    mutating func path(_ data: PathData, _ style: String, title: String? = nil) {
        shape("path", ["class": style, "d": data.text], title: title)
    }

    /// Writes text on its baseline; `e` in the style ends at x, `m` centres on it.
    mutating func text(_ text: String, _ x: Double, _ y: Double, _ style: String? = nil, title: String? = nil)
    {
        html.element("text", ["class": style, "x": Coordinate.text(x), "y": Coordinate.text(y)]) { html in
            html.text(text)
            if let title { html.element("title", text: title) }
        }
    }

    /// Writes text that is cut to a width; the full text is its tooltip then.
    mutating func fitted(_ text: String, _ x: Double, _ y: Double, width: Double, _ style: String? = nil) {
        let isBold = style?.contains("strong") == true
        let short = TextFit.truncated(text, to: width, isBold: isBold)
        self.text(short, x, y, style, title: short == text ? nil : text)
    }

    /// Draws within a link to a page of this site.
    mutating func link(to address: String, _ draw: (inout Self) -> Void) {
        var inner = Self()
        draw(&inner)
        html.element("a", ["href": address]) { $0.append(inner.html.fragment) }
    }

    /// Writes text in up to two lines around a middle; the full text is its tooltip where it is cut.
    mutating func wrapped(_ text: String, _ x: Double, middle: Double, width: Double, _ style: String) {
        let lines = TextFit.wrapped(text, to: width, limit: 2, isBold: style.contains("strong"))
        let title = lines.joined(separator: " ") == text ? nil : text
        for (position, line) in lines.enumerated() {
            let shift = (Double(position) - Double(lines.count - 1) / 2) * 16
            self.text(line, x, middle + 4.5 + shift, style, title: title)
        }
    }

    /// Defines hatching under an id; the stylesheet colours it.
    mutating func defineHatch(_ id: String) {
        html.element("defs") { html in
            html.element(
                "pattern",
                [
                    "id": id, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
                    "patternTransform": "rotate(45)",
                ]
            ) { html in
                html.void("line", ["class": "hatch", "x1": "0", "y1": "0", "x2": "0", "y2": "6"])
            }
        }
    }

    private mutating func shape(
        _ name: StaticString,
        _ attributes: HTMLWriter.Attributes,
        title: String?
    ) {
        guard let title else { return html.void(name, attributes) }
        html.element(name, attributes) { $0.element("title", text: title) }
    }
}
