import Events
import Market

/// How prices reacted to the stored events of a kind.
struct HistoryReply {
    let source: RadarQuantSource

    func answer(_ reading: QuestionReading) async throws -> RadarQuantAnswer {
        let horizons = reading.horizon.map { [$0] } ?? Horizon.allCases
        var filter = reading.filter
        var own = try await histories(filter, horizons)
        // Many sources report results only as an item of an 8-K.
        if own.allSatisfy({ $0.n == 0 }), filter.kind.family == .earnings,
            let results = FilingItem(number: "2.02")
        {
            filter = filter.with(.item(results))
            own = try await histories(filter, horizons)
        }
        guard own.contains(where: { $0.n > 0 }) else {
            return Declining.noData(
                .history,
                "None of the stored \(reading.filter.words) has a known outcome."
            )
        }
        var cited: Set<String> = []
        var paragraphs = [paragraph(own, cited: &cited)]
        if filter.ticker != nil {
            let all = try await histories(filter.ofAllCompanies, horizons)
            paragraphs.append(paragraph(all, heading: "All companies, for comparison", cited: &cited))
        }
        paragraphs.append(
            Paragraph(
                nil,
                [
                    "These are outcomes of the past; they do not say what the next event will do."
                ]
            )
        )
        return RadarQuantAnswer(topic: .history, paragraphs: paragraphs.compactMap { $0 })
    }

    private func histories(_ filter: EventFilter, _ horizons: [Horizon]) async throws -> [KindHistory] {
        var histories: [KindHistory] = []
        for horizon in horizons { histories.append(try await source.history(filter, horizon)) }
        return histories
    }

    private func paragraph(
        _ histories: [KindHistory],
        heading: String? = nil,
        cited: inout Set<String>
    ) -> Paragraph? {
        Paragraph(heading, HistorySentences.told(histories, isEarlier: false, cited: &cited))
    }
}
