import Markup

/// A picture in a line of text or a cell of a table.
enum InlinePicture {
    static func fragment(
        _ style: String,
        width: Double,
        height: Double,
        label: String,
        _ canvas: Canvas
    ) -> HTMLFragment {
        HTMLFragment { html in
            html.element(
                "svg",
                [
                    "class": style, "role": "img", "aria-label": label, "xmlns": "http://www.w3.org/2000/svg",
                    "viewBox": "0 0 \(Coordinate.text(width)) \(Coordinate.text(height))",
                    "width": Coordinate.text(width), "height": Coordinate.text(height),
                ]
            ) { html in
                html.append(canvas.html.fragment)
            }
        }
    }
}
