using Dispatch.Planning.Days;

namespace Dispatch.Planning.Tests.Plain;

/// <summary>Says of filled gaps, slowly and in the words of the rules, what is wrong with them.</summary>
internal static class PlainGaps
{
    private const long DaySeconds = 86_400;
    private const int LeastRestSeconds = 11 * 3_600;

    public static void Check(IReadOnlyList<DayGaps> days, FilledGaps filled)
    {
        for (var d = 0; d < days.Count; d++)
        {
            PlainChecker.Check(filled.Days[d]);
            for (var t = 0; t < filled.Days[d].Routes.Length; t++)
                Route(days[d], filled.Days[d], t);
        }

        for (var w = 0; w < filled.Visits.Count; w++)
            Waiting(days, filled, w);
        Rest(days, filled);
    }

    /// <summary>The same of one day's plan.</summary>
    public static void Check(DayGaps day, Plan after)
    {
        for (var t = 0; t < after.Routes.Length; t++)
            Route(day, after, t);
    }

    // All bookings stay where they are, in their order, and none of them gets worse; nobody works longer.
    private static void Route(DayGaps day, Plan after, int technician)
    {
        var (before, booked) = (day.Booked, day.Booked.Routes[technician]);
        Assert.Equal(booked, after.Routes[technician].Where(visit => before.TechnicianOf[visit] >= 0));
        Assert.All(after.Routes[technician].Except(booked), visit => Assert.True(day.Waiting.Contains(visit) || day.Waiting.Contains(before.Problem.OtherOfTie(visit)), $"visit {visit} does not wait"));
        if (booked.Length == after.Routes[technician].Length)
            return;
        var (old, now) = (new RouteTimes(), new RouteTimes());
        old.Compute(before.Problem, technician, booked, before.Holds);
        now.Compute(after.Problem, technician, after.Routes[technician], after.Holds);
        Assert.True(now.HomeAt <= Math.Max(before.Problem.Technicians[technician].ShiftEnd, old.HomeAt), $"technician {technician} works longer");
        for (var i = 0; i < after.Routes[technician].Length; i++)
        {
            var index = after.Routes[technician][i];
            var (visit, at) = (before.Problem.Visits[index], Array.IndexOf(booked, index));
            if (at < 0)
            {
                Assert.True(before.Problem.CanDo(technician, index), $"visit {index} may not be technician {technician}'s");
                Assert.True(IsInside(visit, now.Start[i]), $"visit {index} begins outside its windows");
                Assert.True(visit.Deadline == PlanVisit.None || now.Start[i] <= visit.Deadline, $"visit {index} is late");
                continue;
            }

            Assert.True(!IsInside(visit, old.Start[at]) || IsInside(visit, now.Start[i]), $"booked visit {index} leaves its windows");
            Assert.True(visit.PromiseEnd == PlanVisit.None || !IsInside(visit, old.Start[at]) || old.Start[at] > visit.PromiseEnd || now.Start[i] <= visit.PromiseEnd, $"the promise of visit {index} breaks");
            if (before.Problem.OtherOfTie(index) >= 0)
                Assert.Equal(old.Start[at], now.Start[i]);
        }
    }

    private static void Waiting(IReadOnlyList<DayGaps> days, FilledGaps filled, int waiting)
    {
        var places = Enumerable.Range(0, days.Count).Where(d => days[d].Waiting[waiting] >= 0 && filled.Days[d].TechnicianOf[days[d].Waiting[waiting]] >= 0).ToList();
        var (outcome, may) = (filled.Visits[waiting], Enumerable.Range(0, days.Count).Where(d => days[d].Waiting[waiting] >= 0).ToList());
        Assert.Equal(outcome.Place is { } place ? [place.Day] : [], places);
        if (outcome.Place is { } there)
        {
            var (visit, day) = (days[there.Day].Waiting[waiting], filled.Days[there.Day]);
            var other = days[there.Day].Booked.Problem.OtherOfTie(visit);
            Assert.Equal(there.Technician, day.TechnicianOf[visit]);
            Assert.Equal(there.Second, other < 0 ? -1 : day.TechnicianOf[other]);
            if (other >= 0)
                Assert.Equal(StartOf(day, visit), StartOf(day, other));
        }

        Assert.Equal(outcome.Place is not null, outcome.Obstacle == GapObstacle.None);
        Assert.Equal(may.Count == 0, outcome.Obstacle == GapObstacle.NoDay);
        var isForSomebody = may.Any(d => IsForSomebody(days[d].Booked.Problem.OtherOfTie(days[d].Waiting[waiting]) < 0 ? filled.Days[d].Problem : days[d].Booked.Problem, days[d].Waiting[waiting]));
        Assert.Equal(may.Count > 0 && !isForSomebody, outcome.Obstacle == GapObstacle.Nobody);
    }

    private static bool IsForSomebody(Problem problem, int visit)
    {
        var (all, other) = (Enumerable.Range(0, problem.Technicians.Length), problem.OtherOfTie(visit));
        return all.Any(t => problem.CanDo(t, visit) && (other < 0 || all.Any(second => second != t && problem.CanDo(second, other))));
    }

    private static int StartOf(Plan plan, int visit)
    {
        var (times, technician) = (new RouteTimes(), plan.TechnicianOf[visit]);
        times.Compute(plan.Problem, technician, plan.Routes[technician], plan.Holds);
        return times.Start[Array.IndexOf(plan.Routes[technician], visit)];
    }

    private static void Rest(IReadOnlyList<DayGaps> days, FilledGaps filled)
    {
        for (var d = 1; d < days.Count; d++)
        {
            for (var t = 0; t < days[d].Persons.Count; t++)
            {
                var earlier = Enumerable.Range(0, days[d - 1].Persons.Count).FirstOrDefault(e => days[d - 1].Persons[e] == days[d].Persons[t], -1);
                if (earlier < 0 || filled.Days[d - 1].Routes[earlier].Length == days[d - 1].Booked.Routes[earlier].Length || days[d].Booked.Problem.Technicians[t].IsOut)
                    continue;
                var (old, now, who) = (new RouteTimes(), new RouteTimes(), days[d - 1].Booked.Problem.Technicians[earlier]);
                old.Compute(days[d - 1].Booked.Problem, earlier, days[d - 1].Booked.Routes[earlier], days[d - 1].Booked.Holds);
                now.Compute(filled.Days[d - 1].Problem, earlier, filled.Days[d - 1].Routes[earlier]);
                var next = (days[d].Day - days[d - 1].Day) * DaySeconds + days[d].Booked.Problem.Technicians[t].AvailableFrom;
                Assert.True(next - now.HomeAt >= Math.Min(LeastRestSeconds, next - Math.Max(old.HomeAt, who.ShiftEnd)), $"person {days[d].Persons[t]} rests too little before day {d}");
            }
        }
    }

    private static bool IsInside(PlanVisit visit, int start) => visit.Windows.Count == 0 || visit.Windows.Any(window => start >= window.Start && start <= window.End);
}
