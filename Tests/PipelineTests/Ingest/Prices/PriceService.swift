import Fetching
import Foundation
import Market
import Synchronization

/// Price services made of closures: Yahoo-shaped and Stooq-shaped answers from bars.
final class PriceService: Sendable {
    /// What the service knows and how it behaves.
    struct State {
        var bars: [String: [Bar]] = [:]
        var currency = "USD"
        var interval = "1d"
        /// Symbol that answers name instead of the one asked for.
        var otherSymbol: String?
        var yahooIsDown = false
        var stooqHas: [String: [Bar]] = [:]
        /// Requests answered before the process is killed; nil for never.
        var diesAfter: Int?
        var requests: [String] = []
    }

    let state: Mutex<State>

    init(_ bars: [String: [Bar]]) {
        var state = State()
        state.bars = bars
        self.state = Mutex(state)
    }

    var requests: [String] { state.withLock { $0.requests } }

    func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

    var fetcher: Fetcher {
        Fetcher(
            fetch: { try self.answer($0) },
            download: { request, _ in
                throw FetchError(url: request.url, reason: .badAddress)
            }
        )
    }

    private func answer(_ request: FetchRequest) throws -> FetchResponse {
        try state.withLock { state in
            if let limit = state.diesAfter, state.requests.count >= limit {
                throw FetchError(url: request.url, reason: .cancelled)
            }
            state.requests.append(request.url)
            if request.url.contains("/q/d/l/") {
                let name = request.url.split(separator: "=")[1].split(separator: ".")[0].uppercased()
                guard let bars = state.stooqHas[name] else {
                    return FetchResponse(status: 200, body: Array("No data".utf8))
                }
                return FetchResponse(status: 200, body: Array(Self.stooq(bars).utf8))
            }
            if state.yahooIsDown { throw FetchError(url: request.url, reason: .status(503)) }
            let parts = request.url.split(separator: "?")
            let symbol = String(parts[0].split(separator: "/").last ?? "")
            let query = parts[1].split(separator: "&").map { $0.split(separator: "=") }
            let start = query.first { $0[0] == "period1" }.flatMap { Int64($0[1]) } ?? 0
            let end = query.first { $0[0] == "period2" }.flatMap { Int64($0[1]) } ?? 0
            guard let bars = state.bars[symbol] else {
                throw FetchError(url: request.url, reason: .status(404), detail: "No data found")
            }
            let chosen = bars.filter {
                (start..<end).contains(Int64($0.day.daysSinceEpoch) * 86_400 + 52_200)
            }
            return FetchResponse(
                status: 200,
                body: Array(Self.chart(state.otherSymbol ?? symbol, chosen, state).utf8)
            )
        }
    }

    private static func chart(_ symbol: String, _ bars: [Bar], _ state: State) -> String {
        func list(_ value: (Bar) -> Double) -> String {
            "[" + bars.map { value($0).isNaN ? "null" : "\(value($0))" }.joined(separator: ",") + "]"
        }
        func time(_ bar: Bar) -> Int64 {
            NewYork.instant(day: bar.day, secondOfDay: 34_200).secondsSinceEpoch
        }
        let dividends = bars.filter { $0.dividend > 0 }.map {
            "\"\(time($0))\":{\"amount\":\($0.dividend),\"date\":\(time($0))}"
        }
        let splits = bars.filter { $0.splitFactor > 0 && $0.splitFactor != 1 }.map {
            "\"\(time($0))\":{\"date\":\(time($0)),\"numerator\":\($0.splitFactor),\"denominator\":1}"
        }
        return """
            {"chart":{"result":[{"meta":{"currency":"\(state.currency)","symbol":"\(symbol)",\
            "exchangeTimezoneName":"America/New_York","dataGranularity":"\(state.interval)"},\
            "timestamp":[\(bars.map { "\(time($0))" }.joined(separator: ","))],\
            "events":{"dividends":{\(dividends.joined(separator: ","))},"splits":{\(splits.joined(separator: ","))}},\
            "indicators":{"quote":[{"open":\(list(\.open)),"high":\(list(\.high)),"low":\(list(\.low)),\
            "close":\(list(\.close)),"volume":\(list(\.volume))}],"adjclose":[{"adjclose":\(list(\.adjustedClose))}]}}],\
            "error":null}}
            """
    }

    private static func stooq(_ bars: [Bar]) -> String {
        "Date,Open,High,Low,Close,Volume\n"
            + bars.map { bar in
                let factor = bar.adjustedClose / bar.close
                let prices = [bar.open * factor, bar.high * factor, bar.low * factor, bar.adjustedClose]
                return "\(bar.day),\(prices.map { "\($0)" }.joined(separator: ",")),\(bar.volume)"
            }.joined(separator: "\n")
    }
}
