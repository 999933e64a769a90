using Dispatch.Planning.Insertion;

namespace Dispatch.Planning.Days;

/// <summary>A visit that was given a place on this day when the waiting list was planned.</summary>
/// <param name="Visit">Index in the day's problem; on no route, and among the day's waiting ones.</param>
/// <param name="Technician">Who was to have it; -1 where that one is not of this day any more.</param>
/// <param name="After">The stop that it was to follow: on that route, or wanted there before it; -1 to be the first.</param>
/// <param name="MostExtraDriveSeconds">What was said that the route takes more for all that was wanted on it up to this one.</param>
public readonly record struct WantedGap(int Visit, int Technician, int After, int MostExtraDriveSeconds);

/// <summary>A day with what was proposed for it.</summary>
/// <param name="TechnicianOf">By wanted visit: who has it; -1 where there is no gap for it any more.</param>
/// <param name="Plan">The day's plan, of a problem that holds the bookings fast, see <see cref="FixedDay"/>.</param>
public sealed record TakenGaps(IReadOnlyList<int> TechnicianOf, Plan Plan);

/// <summary>Puts visits into the gaps that were proposed for them.</summary>
/// <remarks>
/// Visits that were placed together are taken together: one after another, each at its own best place, those that come first would
/// fill the gaps of the others. So a route takes all that was proposed for it as it was proposed, as long as it breaks no rule and is
/// no longer than was said. Where that is not so any more, its visits go one by one: to the same technician, if for no more driving than
/// was said, or else where the day has the cheapest gap.
/// </remarks>
public static class GapTaking
{
    private const int LookedAt = 3;

    /// <summary>Takes them.</summary>
    /// <param name="day">The day as it is now.</param>
    /// <param name="wanted">In the order of their routes.</param>
    /// <exception cref="ArgumentException">A wanted visit is on a route, or does not wait.</exception>
    public static TakenGaps Take(DayGaps day, IReadOnlyList<WantedGap> wanted)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(wanted);
        if (wanted.Any(gap => !day.Waiting.Contains(gap.Visit) || day.Booked.TechnicianOf[gap.Visit] >= 0))
            throw new ArgumentException("Only what waits on no route can be taken.", nameof(wanted));
        var fixedDay = FixedDay.Of(day, [.. day.Booked.Problem.Technicians.Select(_ => PlanVisit.None)]);
        var plan = fixedDay.Plan;
        var driven = day.Booked.Routes.Select((route, t) => DriveSeconds(plan.Problem, t, route)).ToArray();
        var left = new List<WantedGap>();
        foreach (var together in wanted.GroupBy(gap => gap.Technician))
        {
            if (together.Key >= 0 && Whole(plan, together.Key, [.. together], driven[together.Key]) is { } with)
                plan = with;
            else
                left.AddRange(together);
        }

        foreach (var gap in left)
        {
            if ((Same(plan, gap, driven) ?? Cheapest(plan, gap.Visit)) is { } choice)
                plan = choice.Plan;
        }

        return new TakenGaps([.. wanted.Select(gap => plan.TechnicianOf[gap.Visit])], plan);
    }

    private static Plan? Whole(Plan plan, int technician, WantedGap[] together, int driven)
    {
        List<int> route = [.. plan.Routes[technician]];
        foreach (var gap in together)
        {
            if (!plan.MayHave(technician, gap.Visit) || Position(plan, technician, route, gap.After) is not { } at)
                return null;
            route.Insert(at, gap.Visit);
        }

        var times = new RouteTimes();
        times.Compute(plan.Problem, technician, [.. route]);
        if (!times.IsPossible || times.DriveSeconds - driven > together.Max(gap => gap.MostExtraDriveSeconds))
            return null;
        var routes = plan.Routes.ToArray();
        routes[technician] = [.. route];
        var with = new Plan(plan.Problem, routes);
        return with.KeepsGroups && !GapFilling.IsLater(with.Score - plan.Score) ? with : null;
    }

    private static int? Position(Plan plan, int technician, List<int> route, int after) =>
        after < 0 ? plan.Problem.Technicians[technician].Frozen.Count : route.IndexOf(after) is >= 0 and var at ? Math.Max(at + 1, plan.Problem.Technicians[technician].Frozen.Count) : null;

    private static InsertionChoice? Same(Plan plan, WantedGap gap, int[] driven) =>
        gap.Technician >= 0 && plan.MayHave(gap.Technician, gap.Visit) && GapFilling.Gap(VisitInsertion.On(plan, gap.Visit, gap.Technician)) is { } choice
        && DriveSeconds(plan.Problem, gap.Technician, choice.Plan.Routes[gap.Technician]) - driven[gap.Technician] <= gap.MostExtraDriveSeconds ? choice : null;

    private static InsertionChoice? Cheapest(Plan plan, int visit) =>
        VisitInsertion.Best(plan, visit, LookedAt).Where(choice => plan.MayHave(choice.Technician, visit)).FirstOrDefault(choice => GapFilling.Gap(choice) is not null);

    private static int DriveSeconds(Problem problem, int technician, int[] route)
    {
        var times = new RouteTimes();
        times.Compute(problem, technician, route);
        return times.DriveSeconds;
    }
}
