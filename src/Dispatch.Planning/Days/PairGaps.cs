using Dispatch.Planning.Together;

namespace Dispatch.Planning.Days;

/// <summary>Waiting visits that need two technicians at once: the day's problem has a second visit tied to the one that waits.</summary>
/// <remarks>
/// They go before all others, those first that are dearest to leave out: two gaps at one time are harder to find than one. Once such a visit
/// has a place it is as good as booked, and begins when it does.
/// </remarks>
internal static class PairGaps
{
    private const int LookedAt = 16;

    /// <summary>Gives them their places.</summary>
    /// <param name="latestEnds">By day and technician: home by then for the rest before the next shift.</param>
    /// <returns>The days with these visits booked or no longer waiting, and what became of each, by waiting visit.</returns>
    public static (DayGaps[] Days, Dictionary<int, GapOutcome> Outcomes) Fill(IReadOnlyList<DayGaps> days, int[][] latestEnds, IReadOnlyList<long> leavingOut)
    {
        var (filled, outcomes) = (days.ToArray(), new Dictionary<int, GapOutcome>());
        foreach (var waiting in Enumerable.Range(0, leavingOut.Count).Where(w => days.Any(day => IsPair(day, day.Waiting[w]))).OrderByDescending(w => leavingOut[w]))
        {
            (int Day, TiedChoice Choice)? best = null;
            for (var d = 0; d < days.Count; d++)
            {
                if (filled[d].Waiting[waiting] is >= 0 and var visit && Best(FixedDay.Of(filled[d], latestEnds[d]).Plan, visit) is { } choice
                    && (best is not { } known || choice.Change.Cost < known.Choice.Change.Cost))
                    best = (d, choice);
            }

            var place = best is { } found && found.Choice.Change.Cost <= leavingOut[waiting] ? best : null;
            outcomes[waiting] = place is { } taken
                ? new GapOutcome(new GapPlace(taken.Day, taken.Choice.First.Technician) { Second = taken.Choice.Second.Technician }, GapObstacle.None, 0)
                : best is { } dear ? new GapOutcome(null, GapObstacle.NotWorth, ExtraDrive(days[dear.Day], filled[dear.Day].Booked, dear.Choice.Plan))
                : new GapOutcome(null, days.Any(day => MayAnyTwo(day, day.Waiting[waiting])) ? GapObstacle.NoGap : GapObstacle.Nobody, 0);
            for (var d = 0; d < days.Count; d++)
                filled[d] = Without(place?.Day == d ? filled[d] with { Booked = new Plan(days[d].Booked.Problem, place.Value.Choice.Plan.Routes) } : filled[d], waiting);
        }

        return (filled, outcomes);
    }

    /// <summary>Whether a visit of the day needs two.</summary>
    /// <param name="visit">-1 for none.</param>
    public static bool IsPair(DayGaps day, int visit) => visit >= 0 && day.Booked.Problem.OtherOfTie(visit) >= 0;

    /// <summary>The cheapest two gaps, those of the two that are wanted before all others; none if there are none.</summary>
    /// <param name="plan">Of a day whose rules are hard.</param>
    public static TiedChoice? Best(Plan plan, int visit, int first = -1, int second = -1) =>
        TiedInsertion.Best(plan, visit, LookedAt).Where(choice => !GapFilling.IsLater(choice.Change))
            .OrderBy(choice => choice.First.Technician == first && choice.Second.Technician == second ? 0 : 1).FirstOrDefault();

    /// <summary>The day with a visit that no longer waits.</summary>
    public static DayGaps Without(DayGaps day, int waiting) => day with { Waiting = [.. day.Waiting.Select((visit, w) => w == waiting ? -1 : visit)] };

    /// <summary>How much more is driven on the two routes because of a visit.</summary>
    public static int ExtraDrive(Plan plan, GapPlace place, int visit, int other) =>
        new[] { place.Technician, place.Second }.Sum(t => DriveSeconds(plan.Problem, t, plan.Routes[t]) - DriveSeconds(plan.Problem, t, [.. plan.Routes[t].Where(stop => stop != visit && stop != other)]));

    private static int ExtraDrive(DayGaps day, Plan before, Plan after) => Enumerable.Range(0, before.Routes.Length).Where(t => before.Routes[t].Length != after.Routes[t].Length)
        .Sum(t => DriveSeconds(day.Booked.Problem, t, after.Routes[t]) - DriveSeconds(day.Booked.Problem, t, before.Routes[t]));

    private static bool MayAnyTwo(DayGaps day, int visit)
    {
        if (!IsPair(day, visit))
            return false;
        var (problem, all) = (day.Booked.Problem, Enumerable.Range(0, day.Booked.Routes.Length));
        return all.Any(one => problem.CanDo(one, visit) && all.Any(two => two != one && problem.CanDo(two, problem.OtherOfTie(visit))));
    }

    private static int DriveSeconds(Problem problem, int technician, int[] route)
    {
        var times = new RouteTimes();
        times.Compute(problem, technician, route);
        return times.DriveSeconds;
    }
}
