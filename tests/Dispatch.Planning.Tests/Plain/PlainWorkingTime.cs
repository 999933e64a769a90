namespace Dispatch.Planning.Tests.Plain;

/// <summary>Drives the routes of a plan whose goal is working time, as early and then as late as possible, with what the van holds.</summary>
internal static class PlainWorkingTime
{
    /// <summary>Fails at the first rule that is broken; gives the sum of working time.</summary>
    public static long Check(Problem problem, IReadOnlyList<IReadOnlyList<int>> routes)
    {
        var seen = new HashSet<int>();
        var sum = 0L;
        for (var t = 0; t < routes.Count; t++)
        {
            var who = problem.Technicians[t];
            foreach (var stop in routes[t])
                Assert.True(seen.Add(stop), $"visit {stop} stands twice");
            Van(problem, who, routes[t]);
            if (routes[t].Count > 0)
                sum += Time(problem, who, routes[t]);
        }

        return sum;
    }

    private static void Van(Problem problem, PlanTechnician who, IReadOnlyList<int> route)
    {
        Assert.True(route.Count(stop => problem.Visits[stop].IsRestock) <= 1, "there are two restocks");
        var left = who.Stock.ToArray();
        foreach (var stop in route)
        {
            var visit = problem.Visits[stop];
            if (visit.IsRestock)
                return;
            Assert.Equal(0UL, visit.Tools & ~who.Tools);
            for (var kind = 0; kind < visit.Parts.Count; kind++)
                Assert.True(visit.Parts[kind] == 0 || (left[kind] -= visit.Parts[kind]) >= 0, $"part {kind} is lacking for {stop}");
        }
    }

    private static long Time(Problem problem, PlanTechnician who, IReadOnlyList<int> route)
    {
        var (clock, place) = (who.AvailableFrom, who.StartPlace);
        foreach (var stop in route)
        {
            var visit = problem.Visits[stop];
            Assert.Equal(0UL, visit.Skills & ~who.Skills);
            clock = Math.Max(clock + problem.Travel[place, visit.Place], visit.Windows[0].Start);
            Assert.True(clock <= visit.Windows[0].End, $"visit {stop} starts late");
            (clock, place) = (clock + visit.DurationSeconds, visit.Place);
        }

        clock += problem.Travel[place, who.EndPlace];
        Assert.True(clock <= who.ShiftEnd, "the shift is over");
        var leave = clock - problem.Travel[place, who.EndPlace];
        for (var i = route.Count - 1; i >= 0; i--)
        {
            var visit = problem.Visits[route[i]];
            leave = Math.Min(visit.Windows[0].End, leave - visit.DurationSeconds) - problem.Travel[i == 0 ? who.StartPlace : problem.Visits[route[i - 1]].Place, visit.Place];
        }

        return clock - leave;
    }
}
