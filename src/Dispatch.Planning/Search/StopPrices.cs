namespace Dispatch.Planning.Search;

/// <summary>When work begins at a visit and what that costs, in flat arrays; the same as <see cref="RouteTimes"/> has it.</summary>
internal sealed class StopPrices
{
    private readonly VisitFacts[] facts;
    private readonly PlanWindow[] windows;
    private readonly PlanWeights weights;
    private readonly HolderPrices? holders;
    private readonly int[]? firstOfDay;

    public StopPrices(Problem problem)
    {
        (weights, holders) = (problem.Weights, problem.HolderPrices);
        var visits = problem.Visits;
        if (problem.DayVisits is { } days)
        {
            visits = [.. Enumerable.Range(0, days.Count).SelectMany(days.On)];
            firstOfDay = [.. Enumerable.Range(0, problem.Technicians.Length).Select(t => days.NumberOf(t) * problem.Visits.Length)];
        }

        facts = new VisitFacts[visits.Length];
        windows = [.. visits.SelectMany(visit => visit.Windows)];
        var first = 0;
        for (var v = 0; v < facts.Length; v++)
        {
            var visit = visits[v];
            var pinned = visit.PinnedStart != PlanVisit.None;
            var expected = visit.PromiseStart != PlanVisit.None && visit.Urgency > 1 ? visit.PromiseStart : 0;
            facts[v] = new VisitFacts(
                first, visit.Windows.Count, pinned ? visit.PinnedStart : expected, pinned, visit.PromiseEnd, visit.Deadline, visit.Urgency, visit.ToldTechnician, visit.IsWindowStrict);
            first += visit.Windows.Count;
        }
    }

    /// <summary>A visit as it is on a route's day: what the others here are asked by.</summary>
    public int IndexOf(int route, int visit) => firstOfDay is null ? visit : firstOfDay[route] + visit;

    /// <summary>When work begins for who arrives then.</summary>
    public int Start(int dayVisit, int arrival)
    {
        ref readonly var fact = ref facts[dayVisit];
        var start = arrival;
        for (var w = fact.FirstWindow; w < fact.FirstWindow + fact.WindowCount; w++)
        {
            if (arrival > windows[w].End)
                continue;
            start = Math.Max(arrival, windows[w].Start);
            break;
        }

        return Math.Max(start, fact.NotBefore);
    }

    /// <summary>What beginning then costs, and whether it may be.</summary>
    public (long Cost, bool IsPossible) Of(int dayVisit, int visit, int route, int start)
    {
        ref readonly var fact = ref facts[dayVisit];
        var (cost, isPossible) = (0L, true);
        if (fact.WindowCount > 0)
        {
            var (outside, isHard) = (int.MaxValue, false);
            for (var w = fact.FirstWindow; w < fact.FirstWindow + fact.WindowCount; w++)
            {
                var off = Math.Max(0, Math.Max(windows[w].Start - start, start - windows[w].End));
                if (off < outside)
                    (outside, isHard) = (off, windows[w].IsHard);
            }

            cost = WindowPrice.Of(weights, outside, isHard);
            isPossible = outside == 0 || !fact.IsStrict;
        }

        if (start > fact.PromiseEnd)
            cost += weights.PromiseBroken + (long)(start - fact.PromiseEnd) * weights.PromiseSecond;
        if (fact.IsPinned)
            cost += (long)Math.Abs(start - fact.NotBefore) * weights.PromiseSecond * 10;
        if (fact.Told >= 0 && fact.Told != route)
            cost += weights.OtherTechnician;
        if (holders is not null)
            cost += holders.Of(route, visit);
        return (cost, isPossible);
    }

    /// <summary>Minutes past the deadline, begun ones counting whole.</summary>
    public int LateMinutes(int dayVisit, int start)
    {
        var deadline = facts[dayVisit].Deadline;
        return start > deadline ? (start - deadline + 59) / 60 : 0;
    }

    /// <summary>The urgency class.</summary>
    public int Urgency(int visit) => facts[visit].Urgency;

    private readonly record struct VisitFacts(
        int FirstWindow, int WindowCount, int NotBefore, bool IsPinned, int PromiseEnd, int Deadline, int Urgency, int Told, bool IsStrict);
}
