using Dispatch.Contracts.Commands;
using Dispatch.Planning;

namespace Dispatch.Grains.DayPlans;

/// <summary>Says what the planner gained by a change of its own, and of what: a gain of cost is not always a shorter way.</summary>
internal static class ImprovementReason
{
    /// <summary>The gain of one plan over another of the same problem.</summary>
    public static Reason Of(Plan before, Plan after)
    {
        var moved = PlanDifference.Between(before, after).Count(move => move.From != move.To);
        var visits = $"{moved}";
        if (!after.Score.SameUrgencyAs(before.Score))
        {
            if (before.Unassigned.Length - after.Unassigned.Length is > 0 and var placed)
                return Told("improved-placed", $"The planner found a place for {placed} visits that nobody had.", visits, ("count", $"{placed}"));
            return Enumerable.Range(0, 5).Sum(urgency => before.Score.LateMinutes(urgency) - after.Score.LateMinutes(urgency)) is > 0 and var late
                ? Told("improved-late", $"The planner moved {moved} visits: {late} min less past deadlines.", visits, ("minutes", $"{late}"))
                : Told("improved-urgent", $"The planner moved {moved} visits for what is more urgent.", visits);
        }

        var worth = Math.Max(0, (before.Score.Cost - after.Score.Cost) / 60);
        var driving = (DriveSeconds(before) - DriveSeconds(after)) / 60;
        return driving > 0 && 2 * driving >= worth
            ? Told("improved-driving", $"The planner moved {moved} visits and saves {driving} min of driving.", visits, ("minutes", $"{driving}"))
            : Told("improved", $"The planner moved {moved} visits: less waiting, overtime or lateness, worth {worth} min of driving.", visits, ("minutes", $"{worth}"));
    }

    private static int DriveSeconds(Plan plan)
    {
        var (times, sum) = (new RouteTimes(), 0);
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            times.Compute(plan.Problem, t, plan.Routes[t], plan.Holds);
            sum += times.DriveSeconds;
        }

        return sum;
    }

    private static Reason Told(string code, string text, string moved, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var values = new Dictionary<string, string> { ["moved"] = moved };
        foreach (var (name, value) in more)
            values[name] = value;
        return new Reason(code, text, values);
    }
}
