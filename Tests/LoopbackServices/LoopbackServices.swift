public import Hummingbird

/// Where the loopback services listen.
public enum LoopbackServices {
    /// The address that stands for any free port.
    public static let anyPort = BindAddress.hostname("127.0.0.1", port: 0)
}
