import Markup

extension HTMLWriter {
    /// A link to a page of another site in which nothing of this one is passed on; text alone for other addresses.
    mutating func outsideLink(_ text: String, to address: String) {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return self.text(text) }
        link(text, to: address, ["rel": "noopener noreferrer"])
    }

    /// A link to an event's page.
    mutating func eventLink(_ eventID: String, text: String) {
        link(text, to: PageAddress.event(eventID))
    }

    /// A symbol that leads to its company's page.
    mutating func tickerLink(_ ticker: String) {
        link(ticker, to: PageAddress.company(ticker), ["class": "ticker"])
    }
}
