public import Foundation

/// Files under `Tests/Fixtures`, each set with a `metadata.json` that says where it comes from.
public enum Fixture {
    /// The address of a file of a fixture set.
    public static func url(_ path: String) -> URL {
        SharedData.packageRoot.appending(path: "Tests/Fixtures").appending(path: path)
    }

    /// The bytes of a file of a fixture set.
    public static func data(_ path: String) throws -> Data {
        try Data(contentsOf: url(path))
    }
}
