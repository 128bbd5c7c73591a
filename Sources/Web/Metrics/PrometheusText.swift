/// Writes metrics in the text format of Prometheus, version 0.0.4.
struct PrometheusText {
    /// The kinds of a metric.
    enum Kind: String {
        /// A number that only grows.
        case counter
        /// A number that goes up and down.
        case gauge
        /// Observations in classes.
        case histogram
    }

    /// Names and values of labels in their order.
    typealias Labels = KeyValuePairs<String, String>

    /// The text so far.
    private(set) var text = ""

    /// Starts a metric; its samples follow.
    mutating func metric(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// Writes a sample.
    mutating func sample(_ name: String, _ labels: Labels = [:], value: Double) {
        let whole = Int(exactly: value).map { String($0) }
        write(name, labels, whole ?? "\(value)")
    }

    /// Writes a sample.
    mutating func sample(_ name: String, _ labels: Labels = [:], value: Int) {
        write(name, labels, String(value))
    }

    /// Writes a metric with one sample.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        metric(name, kind, help)
        sample(name, value: value)
    }

    private mutating func write(_ name: String, _ labels: Labels, _ value: String) {
        text += name
        if !labels.isEmpty {
            text += "{"
            for (index, label) in labels.enumerated() {
                text += "\(index > 0 ? "," : "")\(label.key)=\"\(Self.escaped(label.value))\""
            }
            text += "}"
        }
        text += " \(value)\n"
    }

    private static func escaped(_ value: String) -> String {
        var result = ""
        for character in value {
            switch character {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
        return result
    }
}
