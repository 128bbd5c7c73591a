import Foundation

/// The number of threads that OpenMP may use on the calling thread.
///
/// XGBoost's `nthread` does not reach all of it: the leaf medians of `reg:absoluteerror` are sorted with as many threads
/// as OpenMP allows. Two such trainings at once on two cores then wait for each other by spinning, and take nine times
/// as long. OpenMP's own limit stops that. The library is found in the running process, since it is called
/// differently on each platform; where it is absent there is nothing to limit.
enum OpenMPThreads {
    private typealias Setter = @convention(c) (Int32) -> Void
    private typealias Getter = @convention(c) () -> Int32

    private struct Functions {
        let set: Setter
        let get: Getter
    }

    private static let functions: Functions? = {
        guard let process = unsafe dlopen(nil, RTLD_NOW),
            let set = unsafe dlsym(process, "omp_set_num_threads"),
            let get = unsafe dlsym(process, "omp_get_max_threads")
        else { return nil }
        return unsafe Functions(
            set: unsafeBitCast(set, to: Setter.self),
            get: unsafeBitCast(get, to: Getter.self)
        )
    }()

    /// The limit on the calling thread; nil without OpenMP.
    static var limit: Int? { functions.map { Int($0.get()) } }

    /// Runs the body with a limit on the calling thread, and puts back the one that was there.
    static func limited<Result, Failure: Error>(
        to threads: Int,
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let functions else { return try body() }
        let before = functions.get()
        functions.set(Int32(threads))
        defer { functions.set(before) }
        return try body()
    }
}
