namespace Dispatch.Planning.Days;

/// <summary>One of several days as it is planned, into whose gaps visits may go that have no day yet.</summary>
/// <param name="Day">Which day, 0 first; they ascend, and free days may lie between them.</param>
/// <param name="Booked">The plan of this day alone, whose visits name no <see cref="PlanVisit.Days"/>. Waiting visits stand in its problem and on none of its routes; all days drive by one table of places.</param>
/// <param name="Persons">By technician of this day: a number that names the same person on all days.</param>
/// <param name="Waiting">By waiting visit: its index in this day's problem; -1 where it may not be done on this day. Of one that needs two technicians, the first of the two that are tied.</param>
public sealed record DayGaps(int Day, Plan Booked, IReadOnlyList<int> Persons, IReadOnlyList<int> Waiting);

/// <summary>Where a waiting visit goes.</summary>
/// <param name="Day">Index of the day among those that were given.</param>
/// <param name="Technician">Index of the technician on that day.</param>
public readonly record struct GapPlace(int Day, int Technician)
{
    /// <summary>Who is the second, where the visit needs two; -1 where one does it alone.</summary>
    public int Second { get; init; } = -1;
}

/// <summary>Why a waiting visit goes nowhere.</summary>
public enum GapObstacle
{
    /// <summary>Nothing: it has a place.</summary>
    None,

    /// <summary>It may be done on none of the days.</summary>
    NoDay,

    /// <summary>A hard rule keeps it from every technician of its days, whatever else they do.</summary>
    Nobody,

    /// <summary>Some may have it, and none of them has a gap for it.</summary>
    NoGap,

    /// <summary>There is a gap, and to use it costs more than to let the visit wait.</summary>
    NotWorth,
}

/// <summary>What becomes of a waiting visit.</summary>
/// <param name="Place">Where it goes; none if it stays.</param>
/// <param name="Obstacle">Why it stays.</param>
/// <param name="ExtraDriveSeconds">How much more is driven because of it; of one that is not worth it, how much more would be.</param>
public readonly record struct GapOutcome(GapPlace? Place, GapObstacle Obstacle, int ExtraDriveSeconds);

/// <summary>Days whose gaps were filled.</summary>
/// <param name="Visits">By waiting visit.</param>
/// <param name="Days">The days' plans: what was booked stands with whom it was and in its order, what waited beside it. Their problems hold the bookings fast, see <see cref="FixedDay"/>.</param>
public sealed record FilledGaps(IReadOnlyList<GapOutcome> Visits, IReadOnlyList<Plan> Days);
