import Foundation
import Storage
import Testing
import Web

@testable import MarketEchoCLI

@Suite
struct ServerVerbTests {
    private func filled() throws -> Program {
        let program = try Program()
        _ = try Store(path: program.database)
        return program
    }

    // MARK: Tokens

    @Test
    func `a token is shown once and only its digest is stored`() throws {
        let program = try filled()
        let made = program.run("tokens", "create", "laptop", onDatabase: true)
        #expect(made.status == .done)
        let token = try #require(made.output.split(separator: "\n").first.map(String.init))
        #expect(token.hasPrefix("me_") && token.count == 46)
        let digests = try Store(path: program.database).read { try AccessTokenStore($0).liveDigests() }
        #expect(digests == ["laptop": AccessSecret.digest(of: token)])
        for file in try FileManager.default.contentsOfDirectory(atPath: program.folder.path) {
            let bytes = try Data(contentsOf: URL(filePath: program.folder.file(file)))
            #expect(bytes.range(of: Data(token.utf8)) == nil, "\(file) holds the token")
        }
        let list = program.run("tokens", "list", onDatabase: true)
        #expect(list.output.contains("laptop") && list.output.contains("live"))
        #expect(!list.output.contains(token) && !list.output.contains(AccessSecret.digest(of: token)))
    }

    @Test
    func `a revoked token is listed as such and cannot be revoked again`() throws {
        let program = try filled()
        #expect(
            program.run("tokens", "list", onDatabase: true).output.hasPrefix("There is no access token. ")
        )
        _ = program.run("tokens", "create", "laptop", onDatabase: true)
        let revoked = program.run("tokens", "revoke", "laptop", onDatabase: true)
        #expect(revoked.status == .done)
        #expect(revoked.output.contains("revoked 2024-03-01 22:00"))
        let again = program.run("tokens", "revoke", "laptop", onDatabase: true)
        #expect(again.status == .failed)
        #expect(again.errors == "error: no live access token is named 'laptop'; there is none\n")
        let taken = program.run("tokens", "create", "laptop", onDatabase: true)
        #expect(taken.status == .failed)
        #expect(taken.errors.contains("'laptop'"))
    }

    @Test
    func `tokens as JSON`() throws {
        let program = try filled()
        let made = program.run("tokens", "create", "ci", "--json", onDatabase: true)
        #expect(made.output.contains("\"token\": \"me_"))
        let list = program.run("tokens", "list", "--json", onDatabase: true)
        #expect(list.output.contains("\"name\": \"ci\"") && list.output.contains("\"revoked_at\": null"))
    }

    // MARK: Serving

    /// Runs `serve` on a thread of its own: the verb blocks its thread, and the server needs those of the tests.
    private func serve(_ program: Program, _ options: [String] = []) async -> Program.Run {
        let work = ThreadWork(program: program, options: options)
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work.run()) }
        }
    }

    /// A program that is handed to one thread and not touched afterwards.
    private struct ThreadWork: @unchecked Sendable {
        let program: Program
        let options: [String]

        func run() -> Program.Run { program.run(["serve"] + options, onDatabase: true) }
    }

    @Test
    func `off loopback the server does not start without a token`() async throws {
        let program = try filled()
        let run = await serve(program, ["--host", "0.0.0.0", "--port", "0"])
        #expect(run.status == .failed)
        #expect(run.output.isEmpty)
        #expect(
            run.errors.contains(
                "the server does not start on 0.0.0.0 without an access token; make one with "
            )
        )
    }

    @Test
    func `with require_token it does not start on loopback either`() async throws {
        var program = try filled()
        program.environment = ["MARKET_ECHO_SERVER_REQUIRE_TOKEN": "always"]
        let run = await serve(program, ["--port", "0"])
        #expect(run.status == .failed)
        #expect(run.errors.contains("which server.require_token asks for"))
    }

    @Test(arguments: [
        (["--port", "99999"], "99999"), (["--port", "x"], "'x'"),
        (["--host", "a b"], "'a b'"),
    ])
    func `a bad option is a usage error that names the value`(
        _ options: [String],
        _ text: String
    ) async throws {
        let run = await serve(try filled(), options)
        #expect(run.status == .usage)
        #expect(run.errors.contains(text))
    }

    @Test
    func `without a database there is nothing to serve`() async throws {
        let run = await serve(try Program())
        #expect(run.status == .failed)
        #expect(run.errors.contains("there is no database at"))
    }

    // MARK: Doctor

    @Test
    func `the doctor says whether the server would start`() throws {
        var program = try filled()
        #expect(
            program.run("doctor", onDatabase: true).output
                .contains("127.0.0.1, port 8080, reachable from this machine only, no access token needed")
        )
        program.environment = ["MARKET_ECHO_SERVER_HOST": "0.0.0.0"]
        let without = program.run("doctor", onDatabase: true)
        #expect(without.status == .failed)
        #expect(without.output.contains("needs an access token and there is none"))
        _ = program.run("tokens", "create", "laptop", onDatabase: true)
        let with = program.run("doctor", onDatabase: true)
        #expect(with.status == .done)
        #expect(with.output.contains("1 live access token"))
        #expect(with.output.contains("server.allowed_hosts"))
    }
}
