import Testing

@testable import MarketEchoCLI

@Suite
struct ConfigurationKeyTests {
    @Test
    func namesAndVariablesAreUnique() {
        #expect(Set(ConfigurationKey.all.map(\.name)).count == ConfigurationKey.all.count)
        #expect(Set(ConfigurationKey.all.map(\.environmentVariable)).count == ConfigurationKey.all.count)
    }

    @Test
    func standardValuesAreAcceptedAndChangeNothing() {
        for key in ConfigurationKey.all {
            var configuration = MarketEchoConfiguration()
            #expect(key.apply(key.standardText, &configuration), "\(key.name)")
            #expect(configuration == MarketEchoConfiguration(), "\(key.name)")
        }
    }

    @Test
    func eachKeyChangesItsOwnValueOnly() {
        let samples = [
            "database.path": "other.sqlite", "benchmark": "QQQ", "labels.neutral_band": "0.002",
            "labels.day_precision": "after_close", "labels.history_sessions": "300",
            "labels.minimum_history": "60", "labels.delisted_after_sessions": "30", "training.seed": "1",
            "training.threads": "4", "evaluation.resamples": "500", "evaluation.high_confidence_points": "5",
            "rules.path": "rules.yaml", "server.host": "0.0.0.0", "server.port": "0",
            "server.require_token": "always", "server.allowed_hosts": "echo.example, [::1]",
            "server.requests_per_minute": "30", "server.report_cache_minutes": "5",
            "server.largest_body_bytes": "2048", "server.shutdown_seconds": "3",
            "language_model.base_url": "http://127.0.0.1:11434/v1", "language_model.model": "small",
            "language_model.api_key": "key", "language_model.timeout_seconds": "9", "log.level": "debug",
            "log.format": "json",
        ]
        for key in ConfigurationKey.all {
            let sample = samples[key.name] ?? ""
            var configuration = MarketEchoConfiguration()
            #expect(key.apply(sample, &configuration), "\(key.name) needs a sample in this test")
            for other in ConfigurationKey.all {
                #expect(other.text(configuration) == (other.name == key.name ? sample : other.standardText))
            }
        }
    }

    @Test(arguments: [
        ("labels.neutral_bnad", "labels.neutral_band"), ("benchmrak", "benchmark"),
        ("log.levle", "log.level"), ("train.seed", "training.seed"), ("zzz", nil),
    ])
    func closestKey(name: String, expected: String?) {
        #expect(ConfigurationKey.closest(to: name) == expected)
    }

    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abcd", "acbd", 1), ("kitten", "sitting", 3),
        ("ca", "abc", 3), ("flaw", "lawn", 2),
    ])
    func editDistance(first: String, second: String, edits: Int) {
        #expect(ClosestName.distance(first, second) == edits)
        #expect(ClosestName.distance(second, first) == edits)
    }
}
