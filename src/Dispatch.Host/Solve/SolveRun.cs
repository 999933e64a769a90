namespace Dispatch.Host.Solve;

/// <summary>What a search is given: its time, threads, seed, and whom to tell of what it finds.</summary>
internal sealed record SolveRun(SolveOptions Options, SolveClock Clock, SolveTrace Trace, CancellationToken Cancellation);
