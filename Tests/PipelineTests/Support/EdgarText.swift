/// EDGAR files of a made-up company.
enum EdgarText {
    /// A filing as it stands in a submissions file, with its acceptance in UTC.
    struct Filing {
        var accession: String
        var accepted: String
        var items = "8.01"
        var form = "8-K"
    }

    static let company = "0009900042"
    static let ticker = "QQY"

    /// A main file with its filings in its own table.
    static func main(_ filings: [Filing], shards: [String] = []) -> String {
        let names = shards.map { #"{"name":"\#($0)","filingCount":1}"# }.joined(separator: ",")
        return #"{"cik":"\#(company)","sic":"2834","name":"QUAY PHARMA INC","tickers":["\#(ticker)"],"#
            + #""filings":{"recent":\#(table(filings)),"files":[\#(names)]}}"#
    }

    /// A table of filings, which is also what a shard holds.
    static func table(_ filings: [Filing]) -> String {
        func column(_ name: String, _ value: (Filing) -> String) -> String {
            #""\#(name)":[\#(filings.map { #""\#(value($0))""# }.joined(separator: ","))]"#
        }
        return "{"
            + [
                column("accessionNumber") { $0.accession }, column("form") { $0.form },
                column("items") { $0.items }, column("filingDate") { String($0.accepted.prefix(10)) },
                column("acceptanceDateTime") { $0.accepted },
                column("primaryDocument") { _ in "report.htm" },
            ].joined(separator: ",") + "}"
    }

    /// The head of a filing with its acceptance in New York time, 14 digits.
    static func header(accession: String, accepted: String) -> String {
        """
        <SEC-DOCUMENT>\(accession).txt : \(accepted.prefix(8))
        <SEC-HEADER>\(accession).hdr.sgml : \(accepted.prefix(8))
        <ACCEPTANCE-DATETIME>\(accepted)
        ACCESSION NUMBER:\t\t\(accession)
        CONFORMED SUBMISSION TYPE:\t8-K
        PUBLIC DOCUMENT COUNT:\t\t1
        CONFORMED PERIOD OF REPORT:\t\(accepted.prefix(8))
        ITEM INFORMATION:\t\tOther Events
        FILED AS OF DATE:\t\t\(accepted.prefix(8))

        FILER:

        \tCOMPANY DATA:\t
        \t\tCOMPANY CONFORMED NAME:\t\t\tQUAY PHARMA INC
        \t\tCENTRAL INDEX KEY:\t\t\t\(company)
        \t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tPHARMACEUTICAL PREPARATIONS [2834]
        </SEC-HEADER>

        """
    }

    /// Filings of one year, accepted at 16:30:15 New York time (UTC in summer), oldest first.
    static func year(_ count: Int) -> [Filing] {
        (0..<count).map { number in
            let month = 4 + number / 20
            let day = 1 + number % 20
            return Filing(
                accession: "\(company)-19-\(100_000 + number)",
                accepted: "2019-0\(month)-\(day < 10 ? "0" : "")\(day)T20:30:15.000Z"
            )
        }
    }
}
