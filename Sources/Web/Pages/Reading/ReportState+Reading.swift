extension ReportState {
    /// How long a page waits for the first report before it says that it is being computed.
    static var patience: Duration { .milliseconds(1500) }

    /// A report with its age.
    init(_ dated: Dated<Report>, minutes: Int) {
        self.init(
            report: dated.value,
            generatedAt: dated.generatedAt,
            ageSeconds: dated.ageSeconds,
            failure: dated.failure,
            isRefreshing: dated.isRefreshing,
            minutes: minutes
        )
    }

    /// The report as a page finds it; before the first one it waits for a moment.
    ///
    /// - Throws: `CancellationError` where the visitor went away; everything else becomes part of the page.
    static func found(
        latest: Dated<Report>?,
        minutes: Int,
        patience: Duration = patience,
        wait: @escaping @Sendable () async throws -> Dated<Report>
    ) async throws(CancellationError) -> ReportState {
        do {
            let dated = try await FirstReport(patience: patience).value(latest: latest, wait: wait)
            return ReportState(dated, minutes: minutes)
        } catch let error as CancellationError {
            throw error
        } catch let problem as Problem where problem == FirstReport.stillComputing {
            return ReportState(isRefreshing: true, minutes: minutes)
        } catch {
            let reason = (error as? Problem)?.detail ?? "the server failed; its log has the reason"
            return ReportState(failure: reason.capitalizedFirst + ".", minutes: minutes)
        }
    }
}
