import Boosting
import Foundation
import Testing

@Suite("Model artefacts")
struct ModelFormatTests {
    private static func model() throws -> TrainedBooster {
        let data = try Samples.labelled(120, columns: 3, seed: 4, objective: .absoluteError)
        return try Booster.train(data, parameters: Samples.parameters(.absoluteError, rounds: 4, depth: 2))
    }

    @Test("saving and loading keeps everything", arguments: BoosterParameters.Objective.allCases)
    func roundTrip(_ objective: BoosterParameters.Objective) throws {
        let data = try Samples.labelled(150, seed: 5, objective: objective)
        let model = try Booster.train(data, parameters: Samples.parameters(objective))
        let loaded = try TrainedBooster(model: model.model, columns: data.rows.columns)
        #expect(loaded.model == model.model)
        #expect(loaded.objective == objective)
        #expect(loaded.roundsTrained == 25)
        #expect(loaded.forest == model.forest)
        #expect(loaded.baseScore == (objective == .logistic ? 0.4 : 0.6))
        #expect(try loaded.predict(data.rows) == model.predict(data.rows))
        let json = try TrainedBooster(model: XGBoostReference(model).modelJSON())
        #expect(json.forest == model.forest)
        #expect(json.columns == model.columns)
    }

    @Test("other columns, or the same in another order, are refused")
    func columns() throws {
        let model = try Self.model()
        let names = model.columns
        let swapped = [names[1], names[0], names[2]]
        let error = #expect(throws: BoostingError.columnMismatch(expected: names, found: swapped)) {
            try TrainedBooster(model: model.model, columns: swapped)
        }
        #expect(error?.description == "column 0 is \"column_1\", the model expects \"column_0\"")
        let narrow = try DenseRows(columns: Array(names.prefix(2)), values: [1, 2])
        let fewer = #expect(throws: BoostingError.self) { try model.predict(narrow) }
        #expect(fewer?.description == "the model has 3 columns, the rows have 2")
        #expect(throws: BoostingError.self) { try model.contributions(narrow) }
        #expect(throws: BoostingError.self) { try XGBoostReference(model).predict(narrow) }
    }

    @Test("every truncation is an error")
    func truncated() throws {
        let bytes = try Self.model().model
        for count in 0..<bytes.count {
            #expect(throws: BoostingError.self) { try TrainedBooster(model: Array(bytes.prefix(count))) }
        }
        #expect(throws: BoostingError.self) { try TrainedBooster(model: bytes + [0]) }
    }

    @Test("every truncation of the text format is an error")
    func truncatedText() throws {
        let bytes = try XGBoostReference(Self.model()).modelJSON()
        for count in 0..<bytes.count {
            #expect(throws: BoostingError.self) { try TrainedBooster(model: Array(bytes.prefix(count))) }
        }
    }

    @Test("a changed byte gives an error or a model that predicts, never a crash", arguments: [true, false])
    func changed(_ binary: Bool) throws {
        let original = try Self.model()
        let bytes = try binary ? original.model : XGBoostReference(original).modelJSON()
        let rows = try Samples.rows(5, columns: 3, seed: 1)
        var numbers = SeededNumbers(31)
        for _ in 0..<3000 {
            var damaged = bytes
            for _ in 0...numbers.below(3) {
                damaged[numbers.below(damaged.count)] = UInt8(numbers.below(256))
            }
            guard let model = try? TrainedBooster(model: damaged) else { continue }
            #expect(
                model.forest.margins(try DenseRows(columns: model.columns, values: rows.values)).count == 5
            )
        }
    }

    @Test(
        "what is no such model is refused with the reason",
        arguments: [
            ("", "is empty"), ("{", "is empty"),
            ("binf", "starts with byte 0x62; accepted: UBJSON or JSON"),
            ("{}", "has no learner, gradient booster and parameters"),
            ("{\"learner\": 1} x", "1 bytes after the end of the document"),
            ("{\"a\": nul}", "unexpected byte 0x7d at 9"),
            ("{\"a\": \(String(repeating: "[", count: 100_000))", "nested deeper than 24 levels"),
            ("{i\u{1}aZi", "ends early, after 6 bytes"),
        ]
    )
    func foreign(_ text: String, _ reason: String) {
        #expect(throws: BoostingError.model(reason)) { try TrainedBooster(model: Array(text.utf8)) }
    }

    @Test(
        "a model beyond what is read here is refused with the reason",
        arguments: [
            ("\"name\":\"gbtree\"", "\"name\":\"dart\"", "booster dart; accepted: gbtree"),
            (
                "reg:squarederror", "reg:gamma",
                "objective reg:gamma; accepted: reg:absoluteerror, binary:logistic, reg:squarederror"
            ),
            ("\"num_class\":\"0\"", "\"num_class\":\"3\"", "num_class is 3; accepted: 0...0"),
            ("\"num_target\":\"1\"", "\"num_target\":\"2\"", "num_target is 2; accepted: 0...1"),
            ("\"num_trees\":\"40\"", "\"num_trees\":\"41\"", "num_trees is not the number of trees, 40"),
            ("\"base_score\":\"[5E-1]\"", "\"base_score\":\"x\"", "base score \"x\""),
            ("\"surprise\",", "", "5 column names for 6 columns"),
            ("\"split_type\":[0", "\"split_type\":[1", "tree 0 lacks a field"),
            ("\"left_children\":[1", "\"left_children\":[0", "tree 0, node 0: children 0 and 2 of 13 nodes"),
            (
                "\"left_children\":[1", "\"left_children\":[99",
                "tree 0, node 0: children 99 and 2 of 13 nodes"
            ),
            ("\"left_children\":[1,", "\"left_children\":[1,7,", "tree 0 lacks a field"),
            (
                "\"attributes\":{}", "\"attributes\":{\"best_iteration\":\"40\"}",
                "best_iteration is 40 in a model of 40 trees"
            ),
        ]
    )
    func unsupported(_ old: String, _ new: String, _ reason: String) throws {
        let text = String(decoding: try Fixture.bytes("squared.json"), as: UTF8.self)
        let range = try #require(text.firstRange(of: old))
        let changed = text.replacingCharacters(in: range, with: new)
        #expect(throws: BoostingError.model(reason)) { try TrainedBooster(model: Array(changed.utf8)) }
    }

    @Test("a tree that loops is refused")
    func loop() throws {
        let text = String(decoding: try Fixture.bytes("squared.json"), as: UTF8.self)
        let old = try #require(text.firstRange(of: "\"left_children\":[1,3,5,"))
        let looped = text.replacingCharacters(in: old, with: "\"left_children\":[1,1,5,")
        #expect(throws: BoostingError.self) { try TrainedBooster(model: Array(looped.utf8)) }
    }
}
