import Statistics
import Testing

@Test
func placeholder() { #expect(NormalDistribution.cdf(0) == 0.5) }
