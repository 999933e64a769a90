namespace Dispatch.LoadTests.Planning;

/// <summary>One run: an instance, its time, and how it is judged.</summary>
/// <param name="Row">The row of the table that it belongs to.</param>
/// <param name="Format">How "dispatch solve" calls the format.</param>
/// <param name="Family">How the referee calls it.</param>
/// <param name="Instance">Below the folder of instances; of generated ones, the number of visits.</param>
/// <param name="Seconds">What the run is given.</param>
/// <param name="Release">The release file, where there is one.</param>
internal sealed record BenchWork(string Row, string Format, string Family, string Instance, double Seconds, string? Release = null)
{
    /// <summary>What a run is known by in the CSV.</summary>
    public string Name => Release is null ? Path.GetFileNameWithoutExtension(Instance) : Path.GetFileNameWithoutExtension(Release);

    /// <summary>Whether the solution must be JSON.</summary>
    public string Ending => Format is "live-day" or "hhcrsp" or "vroom" || Release is not null ? ".json" : ".sol";
}
