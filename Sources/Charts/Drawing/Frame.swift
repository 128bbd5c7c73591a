import Markup

/// The figure around a picture: caption, picture, text alternative, data tables.
struct Frame: Sendable {
    /// Width of a picture in its own units, which are about pixels.
    enum Size: Sendable {
        /// 420 units; fits a telephone.
        case narrow
        /// 640 units; a telephone scrolls it.
        case wide

        var width: Double { self == .narrow ? 420 : 640 }
        var style: String { self == .narrow ? "chart chart-narrow" : "chart chart-wide" }
    }

    let heading: ChartHeading
    let size: Size
    let dropped: Int

    init(_ heading: ChartHeading, _ size: Size = .wide, dropped: Int = 0) {
        self.heading = heading
        self.size = size
        self.dropped = dropped
    }

    var width: Double { size.width }

    /// A figure with a sentence instead of a picture.
    func empty(_ sentence: String) -> HTMLFragment {
        HTMLFragment { html in
            html.element("figure", ["class": "\(size.style) chart-empty", "id": heading.id]) { html in
                writeCaption(to: &html)
                html.element("p", ["class": "empty"], text: heading.emptyText ?? sentence)
            }
        }
    }

    /// A figure with a picture.
    ///
    /// - Parameters:
    ///   - height: Height of the picture.
    ///   - description: What the picture shows, in one or two sentences with its main numbers.
    ///   - canvas: The picture.
    ///   - tables: All plotted numbers.
    /// - Returns: The `<figure>`.
    func figure(
        height: Double,
        description: String,
        _ canvas: Canvas,
        tables: [TableMarkup]
    ) -> HTMLFragment {
        HTMLFragment { html in
            html.element("figure", ["class": size.style, "id": heading.id]) { html in
                writeCaption(to: &html)
                html.element(
                    "div",
                    [
                        "class": "chart-scroll", "tabindex": "0", "role": "group",
                        "aria-label": "\(heading.title), picture",
                    ]
                ) { html in
                    writePicture(canvas, height: height, description: description, to: &html)
                }
                html.element("details", ["class": "chart-data"]) { html in
                    html.element("summary", text: "Data table")
                    for table in tables { table.write(to: &html) }
                }
            }
        }
    }

    private func writePicture(
        _ canvas: Canvas,
        height: Double,
        description: String,
        to html: inout HTMLWriter
    ) {
        let (title, text) = ("\(heading.id)-title", "\(heading.id)-desc")
        html.element(
            "svg",
            [
                "role": "img", "aria-labelledby": "\(title) \(text)", "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": "0 0 \(Coordinate.text(width)) \(Coordinate.text(height))",
                "width": Coordinate.text(width), "height": Coordinate.text(height),
                "preserveAspectRatio": "xMinYMin meet",
            ]
        ) { html in
            html.element("title", ["id": title], text: heading.title)
            html.element("desc", ["id": text], text: description)
            html.append(canvas.html.fragment)
        }
    }

    private func writeCaption(to html: inout HTMLWriter) {
        html.element("figcaption") { html in
            html.element("p", ["class": "chart-title"], text: heading.title)
            let subtitle = heading.subtitle(dropped: dropped)
            if !subtitle.isEmpty { html.element("p", ["class": "chart-sub"], text: subtitle) }
        }
    }
}
