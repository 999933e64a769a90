namespace Dispatch.Host.Solve;

/// <summary>A solution in the instance's own numbers and units.</summary>
/// <param name="Routes">Of the vehicles that are used.</param>
/// <param name="Unassigned">What nobody does.</param>
/// <param name="Cost">As the instance's family counts.</param>
internal sealed record Solution(IReadOnlyList<SolutionRoute> Routes, IReadOnlyList<UnassignedTask> Unassigned, double Cost);

/// <summary>The steps of one vehicle, from start to end.</summary>
/// <param name="Vehicle">A number or a name, as in the instance.</param>
internal sealed record SolutionRoute(object Vehicle, IReadOnlyList<SolutionStep> Steps);

/// <summary>One step: start, job, pickup, delivery, break, depot or end.</summary>
/// <param name="Id">As in the instance; none for start and end.</param>
/// <param name="Arrival">None where the family wants the order alone.</param>
/// <param name="Activity">The service given, where a place has several.</param>
internal sealed record SolutionStep(
    string Type, object? Id = null, double? Arrival = null, double? WaitingTime = null, double? Service = null, string? Activity = null);

/// <summary>Something that nobody does.</summary>
internal sealed record UnassignedTask(object Id, string Type);
