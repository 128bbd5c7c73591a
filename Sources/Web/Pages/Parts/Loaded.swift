import Logging
import Markup

/// A part of a page's data: its value, or that it could not be read, so that the rest of the page still stands.
enum Loaded<Value: Sendable>: Sendable {
    /// The data.
    case value(Value)
    /// What could not be read, for example `The latest events`.
    case failed(String)

    /// Reads a part; an error goes to the log and the page says what is missing.
    ///
    /// - Parameters:
    ///   - what: The part's name as the start of a sentence, in the singular or the plural.
    ///   - logger: Where the error's description goes.
    ///   - read: Reads the data.
    init(_ what: String, logger: Logger, _ read: () throws -> Value) {
        do {
            self = .value(try read())
        } catch {
            logger.error("page part failed", metadata: ["part": "\(what)", "error": "\(error)"])
            self = .failed(what)
        }
    }

    /// The data; nil where it could not be read.
    var value: Value? {
        switch self {
        case .value(let value): value
        case .failed: nil
        }
    }

    /// The part with its data turned into something else.
    func map<Other>(_ transform: (Value) -> Other) -> Loaded<Other> {
        switch self {
        case .value(let value): .value(transform(value))
        case .failed(let what): .failed(what)
        }
    }
}

extension HTMLWriter {
    /// Writes a part, or the box that says that it could not be read.
    mutating func part<Value>(_ part: Loaded<Value>, _ content: (inout Self, Value) -> Void) {
        switch part {
        case .value(let value): content(&self, value)
        case .failed(let what): failed(what)
        }
    }

    /// Says that a part could not be read and where the reason is.
    mutating func failed(_ what: String) {
        element("div", ["class": "failed", "role": "status"]) { html in
            html.element("p") { html in
                html.element("strong", text: "\(what) could not be read.")
                html.text(" Nothing is known about this part right now; the server's log has the reason.")
                html.raw(" <code>market-echo doctor</code> checks the database.")
            }
        }
    }

    /// Says that there is nothing yet and what fills it.
    ///
    /// - Parameters:
    ///   - what: A sentence that says what is not there.
    ///   - remedy: What to do, up to the command.
    ///   - command: The command to run; nil for none.
    mutating func empty(_ what: String, remedy: String = "", command: String? = nil) {
        element("div", ["class": "empty"]) { html in
            html.element("p") { html in
                html.text(what)
                if !remedy.isEmpty { html.text(" \(remedy)") }
                if let command {
                    html.text(" ")
                    html.element("code", text: command)
                }
            }
        }
    }
}
