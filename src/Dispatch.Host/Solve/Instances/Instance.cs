namespace Dispatch.Host.Solve.Instances;

/// <summary>An instance that was read, and knows how to be solved.</summary>
internal abstract class Instance
{
    /// <summary>Whether its solutions need more than the order of visits, which .sol cannot hold.</summary>
    public virtual bool NeedsJson => false;

    /// <summary>Searches until the time is up.</summary>
    public abstract Solution Solve(SolveRun run);

    /// <summary>The solution's file.</summary>
    public virtual string Write(Solution solution, bool isJson) => isJson ? SolutionText.Json(solution) : SolutionText.Sol(solution);
}
