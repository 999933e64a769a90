namespace Dispatch.Planning.Search;

/// <summary>
/// Urgency in the unit of cost: soft prices by which the search may for a while give a visit up to come to a better plan. Which plan is
/// best, <see cref="UrgencyLevels"/> say.
/// </summary>
internal sealed class UrgencyPrices
{
    // A class is worth so many of the next lower: where visits can be late the order of classes is kept, since late is seldom of use;
    // where they can only be out, a higher one may be given up for a while to bring several lower ones in.
    private const long SteepStep = 100;
    private const long GentleStep = 6;

    private readonly long[] softOut = new long[UrgencyLevels.Classes];
    private readonly long[] softLate = new long[UrgencyLevels.Classes];

    /// <param name="roundTrip">What a visit by itself costs on average; the lowest class is worth some of them.</param>
    public UrgencyPrices(Problem problem, long roundTrip)
    {
        var isSteep = problem.Visits.Any(visit => visit.Deadline != PlanVisit.None || visit.Days.Any(day => day.Deadline is not null and not PlanVisit.None));
        var scale = Math.Max(1, roundTrip);
        for (var u = UrgencyLevels.Classes - 1; u >= 0; u--)
        {
            softOut[u] = scale * (isSteep ? 20 : 2);
            softLate[u] = scale;
            scale *= isSteep ? SteepStep : GentleStep;
        }
    }

    /// <summary>What leaving out a visit counts in the search, in the unit of cost, besides a price.</summary>
    public long SoftOut(PlanVisit visit) => visit.SkipCost == PlanVisit.NoPrice ? softOut[visit.Urgency] : 0;

    /// <summary>What a late minute counts in the search.</summary>
    public long SoftLate(int urgency) => softLate[urgency];
}
