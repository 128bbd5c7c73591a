import Storage

/// The text at `/metrics`.
enum MetricsPage {
    /// What the engine has stored.
    struct Stored: Sendable, Equatable {
        /// Events.
        let events: Int
        /// Labels.
        let labels: Int
        /// Models of any status.
        let models: Int

        /// Counts in a database.
        init(_ connection: SQLConnection) throws {
            events = try connection.count("SELECT count(*) FROM events")
            labels = try connection.count("SELECT count(*) FROM event_outcomes")
            models = try connection.count("SELECT count(*) FROM model_registry")
        }
    }

    /// The whole text; without the stored counts where the database cannot be read.
    static func text(of site: Site, stored: Stored?) -> String {
        var text = PrometheusText()
        let snapshot = site.metrics.snapshot
        writeRequests(snapshot, to: &text)
        writeCaches(site, to: &text)
        text.metric("market_echo_build_info", .gauge, "The program; always 1.")
        text.sample("market_echo_build_info", ["version": site.version], value: 1)
        text.single(
            "market_echo_uptime_seconds",
            .gauge,
            "Seconds since the server started.",
            snapshot.uptime
        )
        if let bytes = ProcessMemory.residentBytes {
            text.single(
                "process_resident_memory_bytes",
                .gauge,
                "Resident memory of the process.",
                Double(bytes)
            )
        }
        text.metric("market_echo_database_up", .gauge, "Whether the database can be read.")
        text.sample("market_echo_database_up", value: stored == nil ? 0 : 1)
        if let stored {
            text.single("market_echo_events", .gauge, "Stored events.", Double(stored.events))
            text.single("market_echo_labels", .gauge, "Stored labels.", Double(stored.labels))
            text.single("market_echo_models", .gauge, "Models of any status.", Double(stored.models))
        }
        return text.text
    }

    private static func writeRequests(_ snapshot: Metrics.Snapshot, to text: inout PrometheusText) {
        text.metric("market_echo_requests_total", .counter, "Answers by route, method and status.")
        let sorted = snapshot.answers.sorted { first, second in
            (first.key.route, first.key.method, first.key.status)
                < (second.key.route, second.key.method, second.key.status)
        }
        for (series, count) in sorted {
            text.sample(
                "market_echo_requests_total",
                ["route": series.route, "method": series.method, "status": String(series.status)],
                value: count
            )
        }
        let name = "market_echo_request_duration_seconds"
        text.metric(name, .histogram, "How long answers took, by route.")
        for (route, histogram) in snapshot.durations.sorted(by: { $0.key < $1.key }) {
            var sum = 0
            for (bound, count) in zip(Histogram.bounds.map { "\($0)" } + ["+Inf"], histogram.counts) {
                sum += count
                text.sample("\(name)_bucket", ["route": route, "le": bound], value: sum)
            }
            text.sample("\(name)_sum", ["route": route], value: histogram.sum)
            text.sample("\(name)_count", ["route": route], value: sum)
        }
        text.single(
            "market_echo_requests_in_flight",
            .gauge,
            "Requests being answered.",
            Double(snapshot.inFlight)
        )
        let totals = snapshot.totals
        text.single(
            "market_echo_slow_requests_total",
            .counter,
            "Requests that took over a second.",
            Double(totals.slow)
        )
        text.single(
            "market_echo_rate_limited_total",
            .counter,
            "Requests turned away because there were too many.",
            Double(totals.rateLimited)
        )
        text.single(
            "market_echo_refused_tokens_total",
            .counter,
            "Access tokens that opened nothing.",
            Double(totals.refusedTokens)
        )
    }

    private static func writeCaches(_ site: Site, to text: inout PrometheusText) {
        let cache = site.responses.figures
        let name = "market_echo_response_cache"
        text.single("\(name)_hits_total", .counter, "Answers served from memory.", Double(cache.hits))
        text.single(
            "\(name)_misses_total",
            .counter,
            "Answers that were not in memory.",
            Double(cache.misses)
        )
        text.single("\(name)_bytes", .gauge, "Bytes of answers in memory.", Double(cache.bytes))
        text.single("\(name)_entries", .gauge, "Answers in memory.", Double(cache.entries))
        let reports = site.reports.figures
        text.single(
            "market_echo_report_computations_total",
            .counter,
            "Computations of the reports that ended.",
            Double(reports.computations)
        )
        text.single(
            "market_echo_report_failures_total",
            .counter,
            "Computations of the reports that failed.",
            Double(reports.failures)
        )
        text.single(
            "market_echo_report_seconds_total",
            .counter,
            "Seconds spent on the reports.",
            reports.seconds
        )
    }
}
