namespace Dispatch.Host.Solve;

/// <summary>What "dispatch solve" was asked for.</summary>
/// <param name="InstanceFile">The instance.</param>
/// <param name="Format">Its format, one of <see cref="Instances.InstanceFormats.Names"/>.</param>
/// <param name="Convention">How vrptw and pdptw count: dist1 or hier; none where the format has one way only.</param>
/// <param name="ReleaseFile">When each request becomes known, for trsp.</param>
/// <param name="TechniciansFile">The technicians, for kovacs; none: the file that belongs to the instance by name.</param>
/// <param name="MapFile">A map that gives the travel times between coordinates, for vroom.</param>
/// <param name="Seconds">Wall time from the start of the process to its end.</param>
/// <param name="Threads">Threads that search.</param>
/// <param name="Seed">Seed of the search.</param>
/// <param name="OutFile">Where the solution goes; its ending says the shape.</param>
/// <param name="TraceFile">Where seconds, cost and unassigned go at each improvement; none for nowhere.</param>
internal sealed record SolveOptions(
    string InstanceFile,
    string Format,
    string? Convention,
    string? ReleaseFile,
    string? TechniciansFile,
    string? MapFile,
    double Seconds,
    int Threads,
    ulong Seed,
    string OutFile,
    string? TraceFile)
{
    /// <summary>Whether the routes of a vroom input are kept as they are, and only their times and what they break is told.</summary>
    public bool KeepsRoutes { get; init; }

    /// <summary>Whether the solution is written as JSON.</summary>
    public bool IsJson => OutFile.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
