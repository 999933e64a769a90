using Dispatch.Planning.Insertion;

namespace Dispatch.Planning.Days;

/// <summary>A visit that was given a place on this day when the waiting list was planned.</summary>
/// <param name="Visit">Index in the day's problem; on no route, and among the day's waiting ones.</param>
/// <param name="Technician">Who was to have it; -1 where that one is not of this day any more.</param>
/// <param name="After">The stop that it was to follow: on that route, or wanted there before it; -1 to be the first.</param>
/// <param name="MostExtraDriveSeconds">What was said that the route takes more for all that was wanted on it up to this one.</param>
public readonly record struct WantedGap(int Visit, int Technician, int After, int MostExtraDriveSeconds)
{
    /// <summary>Who was to be the second, where the visit needs two; -1 otherwise, or where that one is not of this day any more.</summary>
    public int Second { get; init; } = -1;

    /// <summary>The stop that the second was to have before it; -1 to be the first.</summary>
    public int SecondAfter { get; init; } = -1;
}

/// <summary>A day with what was proposed for it.</summary>
/// <param name="TechnicianOf">By wanted visit: who has it, of two the first; -1 where there is no gap for it any more.</param>
/// <param name="Plan">The day's plan, of a problem that holds the bookings fast, see <see cref="FixedDay"/>.</param>
public sealed record TakenGaps(IReadOnlyList<int> TechnicianOf, Plan Plan);

/// <summary>Puts visits into the gaps that were proposed for them.</summary>
/// <remarks>
/// Visits that were placed together are taken together: one after another, each at its own best place, those that come first would
/// fill the gaps of the others. So a route takes all that was proposed for it as it was proposed, as long as it breaks no rule and is
/// no longer than was said. Where that is not so any more, its visits go one by one: to the same technician, if for no more driving than
/// was said, or else where the day has the cheapest gap. Visits for two technicians hold their routes together: with such a visit all routes
/// of the day are taken together, or else these visits go first.
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
        var plan = Fixed(day);
        var driven = day.Booked.Routes.Select((route, t) => DriveSeconds(plan.Problem, t, route)).ToArray();
        WantedGap[] singles = [.. wanted.Where(gap => !PairGaps.IsPair(day, gap.Visit))];
        if (singles.Length < wanted.Count)
        {
            if (Whole(plan, wanted, driven) is { } all)
                return new TakenGaps([.. wanted.Select(gap => all.TechnicianOf[gap.Visit])], all);
            foreach (var gap in wanted.Except(singles))
            {
                if (PairGaps.Best(plan, gap.Visit, gap.Technician, gap.Second) is not { } pair)
                    continue;
                day = day with { Booked = new Plan(day.Booked.Problem, pair.Plan.Routes), Waiting = [.. day.Waiting.Select(visit => visit == gap.Visit ? -1 : visit)] };
                plan = Fixed(day);
            }
        }

        var left = new List<WantedGap>();
        foreach (var together in singles.GroupBy(gap => gap.Technician))
        {
            if (together.Key >= 0 && Whole(plan, [.. together], driven) is { } with)
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

    private static Plan Fixed(DayGaps day) => FixedDay.Of(day, [.. day.Booked.Problem.Technicians.Select(_ => PlanVisit.None)]).Plan;

    // All of them in the places that were said; none if somebody is not there any more, a rule breaks or a route gets longer than was said.
    private static Plan? Whole(Plan plan, IReadOnlyList<WantedGap> together, int[] driven)
    {
        var problem = plan.Problem;
        var places = together.Select(gap => (gap.Visit, gap.Technician, gap.After, gap.MostExtraDriveSeconds))
            .Concat(together.Where(gap => problem.OtherOfTie(gap.Visit) >= 0).Select(gap => (Visit: problem.OtherOfTie(gap.Visit), Technician: gap.Second, After: gap.SecondAfter, gap.MostExtraDriveSeconds))).ToList();
        if (places.Any(place => place.Technician < 0 || !plan.MayHave(place.Technician, place.Visit)))
            return null;
        var routes = plan.Routes.ToArray();
        foreach (var own in places.GroupBy(place => place.Technician))
        {
            List<int> route = [.. routes[own.Key]];
            var left = own.ToList();
            while (left.Count > 0)
            {
                var next = left.FindIndex(place => place.After < 0 || route.Contains(place.After));
                if (next < 0)
                    return null;
                route.Insert(Math.Max(route.IndexOf(left[next].After) + 1, problem.Technicians[own.Key].Frozen.Count), left[next].Visit);
                left.RemoveAt(next);
            }

            routes[own.Key] = [.. route];
        }

        var (with, times) = (new Plan(problem, routes), new RouteTimes());
        foreach (var own in places.GroupBy(place => place.Technician))
        {
            times.Compute(problem, own.Key, with.Routes[own.Key], with.Holds);
            if (!times.IsPossible || times.DriveSeconds - driven[own.Key] > own.Max(place => place.MostExtraDriveSeconds))
                return null;
        }

        return with.KeepsGroups && (with.KeepsTies || !plan.KeepsTies) && !GapFilling.IsLater(with.Score - plan.Score) ? with : null;
    }

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
