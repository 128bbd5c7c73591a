-- Asks for the addresses of a file one after the other, each thread from a place of its own.
local paths, position, headers = {}, 0, {}

function init(arguments)
    for line in io.lines(arguments[1]) do paths[#paths + 1] = line end
    headers["Accept"] = arguments[2]
    position = math.random(#paths)
end

function request()
    position = position % #paths + 1
    return wrk.format("GET", paths[position], headers)
end

function done(summary, latency)
    local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
    io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, bad,
        latency:percentile(50), latency:percentile(99)))
end
