import Events
import Yams

extension ScoringRules {
    /// Parses and validates a rules file.
    ///
    /// - Parameter yaml: the whole text of the file.
    /// - Throws: `RulesError` with every problem, its path, line and what is accepted.
    public init(yaml: String) throws(RulesError) {
        var reader = RulesReader()
        let root = RulesNode(path: "", node: try Self.document(yaml))
        let fields = reader.fields(
            root,
            required: [
                "rules_version", "event_types", "sec_8k_items", "sectors", "sizes", "context", "directions",
            ]
        )
        let declared = reader.text(fields["rules_version"])
        let eventTypes = Self.eventTypes(fields["event_types"], &reader)
        let basePoints = eventTypes[.sec8K]?.points ?? 0
        let items = Self.items(fields["sec_8k_items"], basePoints: basePoints, &reader)
        let sectors = reader.elements(fields["sectors"]).map { Self.sector($0, &reader) }
        let sizes: [SizeClass: MultiplierRule] = reader.table(fields["sizes"]) { reader, node in
            let fields = reader.fields(node, required: ["multiplier", "why"])
            return MultiplierRule(
                multiplier: reader.number(fields["multiplier"], in: 0.1...10),
                why: reader.text(fields["why"])
            )
        }
        let context = Self.context(fields["context"], &reader)
        let facts = Self.facts(fields["directions"], &reader)
        guard reader.problems.isEmpty else { throw RulesError(problems: reader.problems) }
        self.init(
            version: RulesVersion(declared: declared, text: yaml),
            eventTypes: eventTypes,
            items: items,
            sectors: sectors,
            sizes: sizes,
            context: context,
            facts: facts
        )
    }

    private static func document(_ yaml: String) throws(RulesError) -> Node {
        do {
            if let node = try Yams.compose(yaml: yaml) { return node }
        } catch {
            throw RulesError(problems: [
                RulesProblem(path: "", line: nil, message: "is no valid YAML: \(error)")
            ])
        }
        throw RulesError(problems: [RulesProblem(path: "", line: nil, message: "is empty")])
    }

    // MARK: Event types and items

    private static func eventTypes(
        _ node: RulesNode?,
        _ reader: inout RulesReader
    ) -> [EventType: EventTypeRule] {
        guard let node else { return [:] }
        let rules: [EventType: EventTypeRule] = reader.table(node) { reader, node in
            let fields = reader.fields(
                node,
                required: ["points", "direction", "why"],
                optional: ["confidence"]
            )
            return EventTypeRule(
                points: reader.number(fields["points"], in: 0...100),
                direction: direction(fields, at: node, &reader),
                why: reader.text(fields["why"])
            )
        }
        for type in EventType.allCases where rules[type] == nil {
            reader.report(
                "\(node.path).\(type.rawValue)",
                line: node.line,
                "is missing; every event type needs base points"
            )
        }
        return rules
    }

    private static func items(
        _ node: RulesNode?,
        basePoints: Double,
        _ reader: inout RulesReader
    ) -> [FilingItem: ItemRule] {
        guard let node else { return [:] }
        var rules: [FilingItem: ItemRule] = [:]
        for (number, node) in reader.members(node) {
            let fields = reader.fields(
                node,
                required: ["points", "why"],
                optional: ["also_points", "only_alone", "direction", "confidence"]
            )
            let rule = ItemRule(
                points: reader.number(fields["points"], in: -basePoints...(100 - basePoints)),
                alsoPoints: fields["also_points"].map { reader.number($0, in: -20...20) } ?? 0,
                onlyAlone: reader.boolean(fields["only_alone"]),
                direction: fields["direction"] == nil ? nil : direction(fields, at: node, &reader),
                why: reader.text(fields["why"])
            )
            if let item = item(number, at: node, &reader) { rules[item] = rule }
        }
        return rules
    }

    private static func item(
        _ number: String,
        at node: RulesNode,
        _ reader: inout RulesReader
    ) -> FilingItem? {
        let item = FilingItem(number: number)
        if item == nil {
            reader.report(
                node,
                "\(number) is no 8-K item; accepted are items like 2.02, and 1 to 12 of the old scheme"
            )
        }
        return item
    }

    // MARK: Sectors and context

    private static func sector(_ node: RulesNode, _ reader: inout RulesReader) -> SectorRule {
        let fields = reader.fields(
            node,
            required: ["id", "sectors", "multiplier", "why"],
            optional: ["families", "event_types"]
        )
        var types: Set<EventType> = []
        if let families = fields["families"] {
            for family in reader.elements(families) {
                guard let family: EventFamily = reader.choice(family) else { continue }
                types.formUnion(EventType.allCases.filter { $0.family == family })
            }
        }
        if let names = fields["event_types"] {
            types.formUnion(reader.elements(names).compactMap { reader.choice($0) })
        }
        if fields["families"] == nil, fields["event_types"] == nil {
            reader.report(node, "names no events; accepted are families, event_types or both")
        }
        return SectorRule(
            id: reader.text(fields["id"]),
            sectors: reader.elements(fields["sectors"]).compactMap { reader.choice($0) },
            eventTypes: types,
            multiplier: reader.number(fields["multiplier"], in: 0.1...10),
            why: reader.text(fields["why"])
        )
    }

    private static func context(_ node: RulesNode?, _ reader: inout RulesReader) -> ContextRules {
        let fields =
            node.map {
                reader.fields(
                    $0,
                    required: [
                        "earnings", "earnings_within_five_days", "earnings_again_within_five_days",
                        "earnings_due_within_five_days", "duplicate", "volatility_regime", "session",
                    ]
                )
            } ?? [:]
        let earnings =
            fields["earnings"].map { reader.fields($0, required: ["event_types", "items"]) } ?? [:]
        return ContextRules(
            earningsTypes: Set(reader.elements(earnings["event_types"]).compactMap { reader.choice($0) }),
            earningsItems: Set(
                reader.elements(earnings["items"]).compactMap { item(reader.text($0), at: $0, &reader) }
            ),
            earningsWithinFiveDays: points(fields["earnings_within_five_days"], &reader),
            earningsAgainWithinFiveDays: points(fields["earnings_again_within_five_days"], &reader),
            earningsDueWithinFiveDays: points(fields["earnings_due_within_five_days"], &reader),
            duplicate: points(fields["duplicate"], &reader),
            volatility: reader.table(fields["volatility_regime"]) { points($1, &$0) },
            session: reader.table(fields["session"]) { points($1, &$0) }
        )
    }

    private static func points(_ node: RulesNode?, _ reader: inout RulesReader) -> PointsRule {
        let fields = node.map { reader.fields($0, required: ["points", "why"]) } ?? [:]
        return PointsRule(
            points: reader.number(fields["points"], in: -100...100),
            why: reader.text(fields["why"])
        )
    }

    // MARK: Directions

    private static func facts(_ node: RulesNode?, _ reader: inout RulesReader) -> FactRules {
        let fields = node.map { reader.fields($0, required: ["eps_surprise", "decisions"]) } ?? [:]
        let surprise =
            fields["eps_surprise"].map {
                reader.fields($0, required: ["in_line_band_percent", "above", "below"])
            } ?? [:]
        let decisions = reader.elements(fields["decisions"]).map { node in
            let fields = reader.fields(
                node,
                required: ["words", "direction", "why"],
                optional: ["confidence"]
            )
            return DecisionRule(
                words: reader.elements(fields["words"]).map { reader.text($0).lowercased() },
                direction: direction(fields, at: node, &reader),
                why: reader.text(fields["why"])
            )
        }
        return FactRules(
            surpriseBandPercent: reader.number(surprise["in_line_band_percent"], in: 0...100),
            surpriseAbove: surpriseRule(surprise["above"], &reader),
            surpriseBelow: surpriseRule(surprise["below"], &reader),
            decisions: decisions
        )
    }

    private static func surpriseRule(_ node: RulesNode?, _ reader: inout RulesReader) -> SurpriseRule {
        let fields = node.map { reader.fields($0, required: ["confidence", "why"]) } ?? [:]
        return SurpriseRule(
            confidence: confidence(fields["confidence"], &reader),
            why: reader.text(fields["why"])
        )
    }

    /// A direction and the probability of its side: needed with positive and negative, none with the others.
    private static func direction(
        _ fields: [String: RulesNode],
        at node: RulesNode,
        _ reader: inout RulesReader
    ) -> DirectionRule {
        let direction: RuleDirection = reader.choice(fields["direction"]) ?? .uncertain
        guard direction == .positive || direction == .negative else {
            if let stated = fields["confidence"], fields["direction"] != nil {
                reader.report(
                    stated,
                    "stands beside \(direction.rawValue), which favours no side; accepted is none"
                )
            }
            return DirectionRule(direction: direction, confidence: .half)
        }
        if fields["confidence"] == nil {
            reader.report(
                "\(node.path).confidence",
                line: node.line,
                "is missing; a \(direction.rawValue) direction needs its probability"
            )
        }
        return DirectionRule(direction: direction, confidence: confidence(fields["confidence"], &reader))
    }

    private static func confidence(_ node: RulesNode?, _ reader: inout RulesReader) -> Probability {
        (try? Probability(reader.number(node, in: 0.5...1))) ?? .half
    }
}
