import Testing

@testable import MarketEchoCLI

@Suite
struct LabelRunTests {
    private let program: Program

    init() throws {
        program = try Program()
        try MadeUpMarket.fill(program.database, now: program.now)
    }

    @Test
    func theSecondRunHasNothingToDo() throws {
        let first = program.run("label-events", onDatabase: true)
        #expect(first.status == .done)
        #expect(
            first.output == """
                Labels as of 2024-03-01
                family    horizon  new  revised  unchanged  skipped  no impact
                ──────────────────────────────────────────────────────────────
                earnings  1d         1        –          –        –          –
                          5d         1        –          –        –          –
                          20d        1        –          –        –          –
                fda       1d         –        –          –        1          –
                          5d         –        –          –        1          –
                          20d        –        –          –        1          –
                sec_8k    1d         2        –          –        –          –
                          5d         1        –          –        1          –
                          20d        1        –          –        1          –
                ──────────────────────────────────────────────────────────────
                all                  7        –          –        5          –

                Attempts without a label, by reason
                family  reason                 1d  5d  20d
                ──────────────────────────────────────────
                fda     no_prices               1   1    1
                sec_8k  missing_outcome_close   –   1    1

                7 labels written. 4 events of 2 symbols looked at, 0 symbols up to date already.

                """
        )
        #expect(first.errors.isEmpty)
        let second = program.run("label-events", onDatabase: true)
        #expect(second.status == .nothingToDo)
        #expect(
            second.output == """
                Labels as of 2024-03-01
                Nothing to do: 0 events of 0 symbols looked at, 2 symbols up to date already.

                """
        )
    }

    @Test
    func aDryRunSaysSoAndLeavesNoLineInTheLedger() throws {
        let run = program.run("label-events", "--dry-run", "--families", "sec_8k", onDatabase: true)
        #expect(run.status == .done)
        #expect(run.output.contains("Dry run, nothing was written: 4 labels would be."))
        #expect(program.run("jobs", onDatabase: true).output == "No job has run on this database yet.\n")
    }

    @Test
    func jsonHoldsTheSameCounts() throws {
        let run = program.run(
            "label-events",
            "--json",
            "--families",
            "earnings",
            "--horizons",
            "5d",
            onDatabase: true
        )
        #expect(
            run.output == """
                {
                  "as_of": "2024-03-01",
                  "dry_run": false,
                  "nothing_to_do": false,
                  "labels_written": 1,
                  "skips_written": 0,
                  "events": 1,
                  "tickers": 1,
                  "tickers_up_to_date": 0,
                  "cells": [
                    {
                      "family": "earnings",
                      "horizon": "5d",
                      "new": 1,
                      "revised": 0,
                      "unchanged": 0,
                      "without_impact": 0,
                      "skipped": {}
                    }
                  ]
                }

                """
        )
    }

    @Test
    func theLedgerShowsRunsAndTheirCounts() throws {
        _ = program.run("label-events", "--limit", "1", onDatabase: true)
        let list = program.run("jobs", onDatabase: true)
        #expect(
            list.output == """
                run  job    status     started (UTC)     took   result
                ──────────────────────────────────────────────────────────────────────────────────
                  1  label  succeeded  2024-03-01 22:00  < 1 s  3 labels written, as of 2024-03-01

                """
        )
        let one = program.run("jobs", "1", onDatabase: true)
        #expect(one.output.contains("options   --limit 1\n"))
        #expect(
            one.output.hasSuffix(
                """
                sec_8k  1d       labelled      1
                        5d       labelled      1
                        20d      labelled      1

                """
            )
        )
        let none = program.run("jobs", "9", onDatabase: true)
        #expect(none.status == .failed)
        #expect(
            none.errors
                == "error: there is no run 9; accepted are the numbers that 'market-echo jobs' shows\n"
        )
        #expect(program.run("jobs", "1", "--json", onDatabase: true).output.contains("\"n\": 1"))
    }

    @Test
    func aBenchmarkWithoutPricesIsNamed() throws {
        let run = program.run("label-events", "--benchmark", "QQQ", onDatabase: true)
        #expect(run.status == .failed)
        #expect(run.errors.hasPrefix("error: no prices of the benchmark QQQ are stored; "))
    }

    @Test
    func anAsOfDayInTheFutureIsRefused() throws {
        let run = program.run("label-events", "--as-of", "2024-03-04", onDatabase: true)
        #expect(run.status == .failed)
        #expect(
            run.errors
                == "error: --as-of 2024-03-04 lies after the latest closed session; accepted are days up to "
                + "2024-03-01\n"
        )
    }
}
