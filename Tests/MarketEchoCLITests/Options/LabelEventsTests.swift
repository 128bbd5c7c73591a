import ArgumentParser
import Events
import Market
import Pipeline
import Testing

@testable import MarketEchoCLI

@Suite
struct LabelEventsTests {
    private func parse(_ arguments: String...) throws -> LabelEvents {
        try LabelEvents.parse(arguments)
    }

    @Test
    func withoutOptionsEverythingIsLabelled() throws {
        let command = try parse()
        #expect(command.options == LabelOptions())
        #expect(command.arguments.isEmpty)
    }

    @Test
    func everyOptionReachesTheJob() throws {
        let command = try parse(
            "--since",
            "2023-01-01",
            "--until",
            "2023-12-31",
            "--families",
            "fda,sec_8k,fda",
            "--horizons",
            "20d,1d",
            "--limit",
            "50",
            "--as-of",
            "2024-01-31",
            "--label-all",
            "--dry-run"
        )
        #expect(
            command.options
                == LabelOptions(
                    since: TradingDay(iso8601: "2023-01-01"),
                    until: TradingDay(iso8601: "2023-12-31"),
                    families: [.sec8K, .fda],
                    horizons: [.oneDay, .twentyDay],
                    limit: 50,
                    dryRun: true,
                    asOf: TradingDay(iso8601: "2024-01-31"),
                    labelAll: true
                )
        )
        #expect(
            command.arguments == """
                --since 2023-01-01 --until 2023-12-31 --families sec_8k,fda --horizons 1d,20d --limit 50 \
                --as-of 2024-01-31 --label-all
                """
        )
    }

    @Test
    func optionsOfTheConfigurationReachIt() throws {
        let command = try parse("--benchmark", "QQQ", "--database", "x.sqlite", "--quiet")
        #expect(command.configurationValues == ["benchmark": "QQQ"])
        #expect(
            command.common.configurationValues == ["database.path": "x.sqlite", "log.level": "error"]
        )
    }
}
