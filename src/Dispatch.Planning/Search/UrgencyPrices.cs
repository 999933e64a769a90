namespace Dispatch.Planning.Search;

/// <summary>
/// Urgency as numbers: exact ones that order plans as <see cref="Score"/> does, and softer ones by which the search may for a while
/// give a visit up to come to a better plan.
/// </summary>
internal sealed class UrgencyPrices
{
    private const int Classes = 5;
    private const int LatestMinutes = 2 * 24 * 60;

    // A class is worth so many of the next lower: where visits can be late the order of classes is kept, since late is seldom of use;
    // where they can only be out, a higher one may be given up for a while to bring several lower ones in.
    private const long SteepStep = 100;
    private const long GentleStep = 6;

    private readonly Int128[] exactOut = new Int128[Classes];
    private readonly Int128[] exactLate = new Int128[Classes];
    private readonly long[] softOut = new long[Classes];
    private readonly long[] softLate = new long[Classes];

    /// <param name="roundTrip">What a visit by itself costs on average; the lowest class is worth some of them.</param>
    public UrgencyPrices(Problem problem, long roundTrip)
    {
        var isSteep = problem.Visits.Any(visit => visit.Deadline != PlanVisit.None);
        var weight = (Int128)1;
        for (var u = Classes - 1; u >= 0; u--)
        {
            var withDeadline = problem.Visits.Count(visit => visit.Urgency == u && visit.Deadline != PlanVisit.None);
            var withoutPrice = problem.Visits.Count(visit => visit.Urgency == u && visit.SkipCost == PlanVisit.NoPrice);
            exactLate[u] = weight;
            weight = Step(weight, (long)withDeadline * LatestMinutes);
            exactOut[u] = weight;
            weight = Step(weight, withoutPrice);
            var scale = (long)Math.Pow(isSteep ? SteepStep : GentleStep, Classes - 1 - u) * Math.Max(1, roundTrip);
            softOut[u] = scale * (isSteep ? 20 : 2);
            softLate[u] = scale;
        }
    }

    /// <summary>The exact number of leaving out a visit; 0 where that has a price.</summary>
    public Int128 ExactOut(PlanVisit visit) => visit.SkipCost == PlanVisit.NoPrice ? exactOut[visit.Urgency] : 0;

    /// <summary>What leaving out a visit counts in the search, in the unit of cost, besides a price.</summary>
    public long SoftOut(PlanVisit visit) => visit.SkipCost == PlanVisit.NoPrice ? softOut[visit.Urgency] : 0;

    /// <summary>The exact number of a late minute.</summary>
    public Int128 ExactLate(int urgency) => exactLate[urgency];

    /// <summary>What a late minute counts in the search.</summary>
    public long SoftLate(int urgency) => softLate[urgency];

    // Beyond 126 bits classes blur; plans are compared by their score all the same.
    private static Int128 Step(Int128 weight, long most) => weight > ((Int128)1 << 126) / (most + 1) ? weight : weight * (most + 1);
}
