import Outcomes
import Testing

/// Sizes and powers by simulation: shares of draws in which a 5 % test rejects.
///
/// With 1,500 draws the Monte-Carlo deviation of a size of 5 % is 0.56 points; the bounds are about four of them.
@Suite
struct EventStudySizeTests {
    private static let all = ["t", "patell", "bmp", "kp", "rank", "sign"]

    @Test
    func `each test keeps its size on independent events`() throws {
        let shares = try EventStudyWorld().rejections(draws: 1500, seed: 11)
        for name in Self.all {
            let share = shares[name] ?? 0
            #expect((0.028...0.075).contains(share), "\(name) \(share)")
        }
    }

    @Test
    func `events of one day with correlated returns need the adjusted or the rank test`() throws {
        let world = EventStudyWorld(common: 0.25, clustered: true)
        let shares = try world.rejections(draws: 1500, seed: 12)
        for name in ["t", "patell", "bmp", "sign"] {
            #expect((shares[name] ?? 0) > 0.3, "\(name) \(shares[name] ?? 0)")
        }
        for name in ["kp", "rank"] {
            let share = shares[name] ?? 0
            #expect((0.02...0.08).contains(share), "\(name) \(share)")
        }
    }

    @Test
    func `a variance that the event raises misleads Patell's test and not the standardised ones`() throws {
        let shares = try EventStudyWorld(raised: 2).rejections(draws: 1500, seed: 13)
        #expect((shares["patell"] ?? 0) > 0.2)
        for name in ["t", "bmp", "kp"] {
            let share = shares[name] ?? 0
            #expect((0.028...0.075).contains(share), "\(name) \(share)")
        }
    }

    @Test
    func `each test finds a planted effect of one deviation`() throws {
        let shares = try EventStudyWorld(effect: 0.02).rejections(draws: 300, seed: 14)
        for name in Self.all { #expect((shares[name] ?? 0) > 0.75, "\(name) \(shares[name] ?? 0)") }
    }
}
