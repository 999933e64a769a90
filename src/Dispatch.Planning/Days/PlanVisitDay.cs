namespace Dispatch.Planning;

/// <summary>A day on which a visit may be done, where several days are planned at once, and what holds on it instead of what the visit says.</summary>
/// <param name="Day">The day, as <see cref="PlanTechnician.Day"/> has it.</param>
public sealed record PlanVisitDay(int Day)
{
    /// <summary>When work may begin on that day, seconds of that day, ascending; none: as the visit says; empty: any time.</summary>
    public IReadOnlyList<PlanWindow>? Windows { get; init; }

    /// <summary>When someone must be there, in seconds of that day: below 0 if it was on the day before. None: as the visit says.</summary>
    public int? Deadline { get; init; }

    /// <summary>What it costs that the visit is done on this day and not on a better one, in the unit of all cost; 0 to <see cref="PlanVisit.MostHolderCost"/>, default 0.</summary>
    public int Cost { get; init; }
}
