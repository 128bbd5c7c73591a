import Statistics

extension TrainingRun {
    /// Lets the gate decide over all trained slots at once, and puts the results together.
    static func judge(
        _ slots: [(cell: Cell, data: Dataset)],
        _ trained: [Result<CellOutcome, CellOutcome.Failure>],
        slotsInData: Int,
        configuration: TrainingConfiguration,
        champions: [Cell: ChampionPredictions]
    ) -> [CellResult] {
        let comparisons = max(trained.count { (try? $0.get()) != nil }, slotsInData)
        let examined = zip(slots, trained).map { slot, trained -> Examined in
            do {
                let outcome = try trained.get()
                let evidence = try outcome.evidence(
                    champion: champions[slot.cell],
                    comparisons: comparisons
                )
                return Examined(
                    outcome: outcome,
                    magnitude: evidence.magnitude,
                    direction: evidence.direction
                )
            } catch {
                return Examined(refusal: refusal(of: slot.data, "\(error)"), champion: champions[slot.cell])
            }
        }
        let decisions: [GateDecision]
        do {
            decisions = try Gate.decide(
                examined.map { ($0.magnitude, $0.direction) },
                policy: configuration.gate,
                comparisons: comparisons
            )
        } catch {
            let refusal = Refusal(.trainingFailed, "the gate failed: \(error)")
            decisions = slots.map { _ in GateDecision(refusing: refusal) }
        }
        return zip(slots, zip(examined, decisions)).map { slot, judged in
            result(slot.cell, slot.data, judged.0.outcome, judged.1, comparisons: comparisons)
        }
    }

    /// A slot's evidence with its outcome where there is one.
    private struct Examined {
        let outcome: CellOutcome?
        let magnitude: HeadEvidence
        let direction: HeadEvidence

        init(outcome: CellOutcome, magnitude: HeadEvidence, direction: HeadEvidence) {
            self.outcome = outcome
            self.magnitude = magnitude
            self.direction = direction
        }

        init(refusal: Refusal, champion: ChampionPredictions?) {
            outcome = nil
            func evidence(_ head: Head) -> HeadEvidence {
                HeadEvidence(
                    head: head,
                    refusals: [refusal],
                    championHasHead: champion?.usableHeads.contains(head) ?? false,
                    n: 0
                )
            }
            magnitude = evidence(.magnitude)
            direction = evidence(.direction)
        }
    }

    private static func refusal(of data: Dataset, _ error: String) -> Refusal {
        guard data.evidence == .none else {
            return Refusal(.trainingFailed, "training failed: \(error)")
        }
        return Refusal(
            .insufficientData,
            "\(data.count) labelled events of \(data.companyCount) companies; a model needs "
                + "\(Evidence.experimentalEvents) of \(Evidence.experimentalCompanies), and "
                + "\(max(Evidence.experimentalEvents - data.count, 0)) events and "
                + "\(max(Evidence.experimentalCompanies - data.companyCount, 0)) companies are missing"
        )
    }

    private static func result(
        _ cell: Cell,
        _ data: Dataset,
        _ outcome: CellOutcome?,
        _ decision: GateDecision,
        comparisons: Int
    ) -> CellResult {
        let evaluation =
            outcome?.evaluation(decision, comparisons: comparisons)
            ?? ModelEvaluation(
                decision: decision,
                magnitudeStatus: .tooFewRows,
                directionStatus: .tooFewRows,
                walkForward: nil,
                lockBox: nil,
                folds: [],
                canaries: [],
                comparisons: comparisons
            )
        return CellResult(
            cell: cell,
            sampleCount: data.count,
            companyCount: data.companyCount,
            evidence: data.evidence,
            dataHash: data.dataHash,
            featureSetVersion: data.featureSetVersion,
            labelVersion: data.labelVersion,
            predictions: outcome?.assembly.predictions ?? [],
            artefact: outcome?.artefact,
            decision: decision,
            evaluation: evaluation,
            weight: ScoreWeight.weight(of: decision.magnitude)
        )
    }
}

extension GateDecision {
    /// A decision that refuses both heads for one reason.
    init(refusing refusal: Refusal) {
        func head(_ head: Head) -> HeadDecision {
            HeadDecision(
                head: head,
                passed: false,
                refusals: [refusal],
                againstBaseline: nil,
                againstChampion: nil,
                againstItemGroupMedian: nil,
                beatsChampion: nil
            )
        }
        self.init(
            passed: false,
            reason: refusal.text,
            refusals: [refusal],
            magnitude: head(.magnitude),
            direction: head(.direction)
        )
    }
}
