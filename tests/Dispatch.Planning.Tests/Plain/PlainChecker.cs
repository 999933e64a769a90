namespace Dispatch.Planning.Tests.Plain;

/// <summary>Recomputes a plan from nothing but its routes, slowly and in the words of the rules, and says what is wrong with it.</summary>
internal static class PlainChecker
{
    public static void Check(Plan plan)
    {
        var problem = plan.Problem;
        var seen = new HashSet<int>();
        var unassigned = new int[5];
        var late = new int[5];
        decimal cost = 0;
        var starts = new Dictionary<int, (int Start, int Free)>();
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            var route = plan.Routes[t];
            foreach (var visit in route)
            {
                Assert.True(seen.Add(visit), $"visit {visit} stands twice");
                if (!problem.Technicians[t].Frozen.Contains(visit))
                    MayHave(problem, t, visit);
            }

            cost += Route(problem, t, route, plan.Holds, late, starts);
            for (var part = 0; part < problem.Technicians[t].Stock.Count; part++)
            {
                var used = route.Sum(visit => part < problem.Visits[visit].Parts.Count ? problem.Visits[visit].Parts[part] : 0);
                Assert.True(used <= problem.Technicians[t].Stock[part], $"technician {t} runs out of part {part}");
            }
        }

        foreach (var group in Enumerable.Range(0, problem.Visits.Length).Where(v => problem.Visits[v].Group >= 0 && plan.TechnicianOf[v] >= 0).GroupBy(v => problem.Visits[v].Group))
            Assert.True(group.Select(v => Person(problem, plan.TechnicianOf[v])).Distinct().Count() == 1, $"group {group.Key} is with several technicians");

        for (var v = 0; v < problem.Visits.Length; v++)
        {
            if (!seen.Contains(v))
                unassigned[problem.Visits[v].Urgency]++;
        }

        if (plan.KeepsTies)
            Ties(plan, starts);
        for (var urgency = 0; urgency < 5; urgency++)
        {
            Assert.Equal(unassigned[urgency], plan.Score.Unassigned(urgency));
            Assert.Equal(late[urgency], plan.Score.LateMinutes(urgency));
        }

        Assert.Equal((long)cost, plan.Score.Cost);
    }

    private static void MayHave(Problem problem, int technician, int visit)
    {
        var (who, what) = (problem.Technicians[technician], problem.Visits[visit]);
        Assert.True(what.Days.Count == 0 || what.Days.Any(day => day.Day == who.Day), $"visit {visit} is not for day {who.Day}");
        Assert.True(what.Urgency <= who.LowestUrgency, $"technician {technician} is not for so little urgency");
        for (var bit = 0; bit < 64; bit++)
            Assert.False((what.Skills >> bit & 1) == 1 && (who.Skills >> bit & 1) == 0, $"technician {technician} lacks skill {bit} of visit {visit}");
        foreach (var group in what.AnySkills)
            Assert.True(Enumerable.Range(0, 64).Any(bit => (group >> bit & 1) == 1 && (who.Skills >> bit & 1) == 1), $"technician {technician} has no skill of a group of visit {visit}");
        Assert.False(who.IsOut, $"technician {technician} is out");
        Assert.True(what.PinnedTechnician < 0 || what.PinnedTechnician == technician, $"visit {visit} is pinned elsewhere");
        Assert.DoesNotContain(technician, what.Excluded);
    }

    // Both or neither, not too far apart, and nobody waits longer than for what the other does.
    private static void Ties(Plan plan, Dictionary<int, (int Start, int Free)> starts)
    {
        var (problem, holds) = (plan.Problem, plan.Holds);
        for (var second = 0; second < problem.Visits.Length; second++)
        {
            var first = problem.Visits[second].TiedTo;
            if (first < 0)
                continue;
            Assert.Equal(starts.ContainsKey(first), starts.ContainsKey(second));
            if (!starts.TryGetValue(first, out var one))
                continue;
            var two = starts[second];
            Assert.Equal(problem.Technicians[plan.TechnicianOf[first]].Day, problem.Technicians[plan.TechnicianOf[second]].Day);
            Assert.InRange(two.Start - one.Start, problem.Visits[second].LeastGapSeconds, problem.Visits[second].MostGapSeconds);
            var isJust = true;
            foreach (var (held, reason) in new[] { (first, two.Start - problem.Visits[second].MostGapSeconds), (second, one.Start + problem.Visits[second].LeastGapSeconds) })
            {
                if (holds[held] == 0 || holds[held] <= reason)
                    continue;
                // Who starts later may take the break before a visit and not after it, and be earlier at what follows. Then a hold may be
                // later than what it waits for, but only if with less of it somebody would begin too early.
                isJust = false;
                int[] less = [.. holds];
                less[held] = Math.Max(0, reason);
                Assert.False(KeepsTies(plan, less), $"visit {held} is held for nothing");
            }

            // Two who are held for each other alone, since what one of them waited for has become earlier: the same holds for both together.
            if (problem.Visits[second].MostGapSeconds == 0 && isJust && one.Start > one.Free && two.Start > two.Free)
            {
                int[] less = [.. holds];
                (less[first], less[second]) = (Math.Max(one.Free, two.Free), Math.Max(one.Free, two.Free));
                Assert.False(KeepsTies(plan, less), $"visits {first} and {second} wait for nobody");
            }
        }
    }

    private static bool KeepsTies(Plan plan, int[] holds)
    {
        var starts = new Dictionary<int, (int Start, int Free)>();
        for (var t = 0; t < plan.Routes.Length; t++)
            Route(plan.Problem, t, plan.Routes[t], holds, new int[5], starts, isSupposed: true);
        return Enumerable.Range(0, plan.Problem.Visits.Length).Where(second => starts.ContainsKey(second) && plan.Problem.Visits[second].TiedTo >= 0).All(second =>
            starts[second].Start - starts[plan.Problem.Visits[second].TiedTo].Start is var gap && gap >= plan.Problem.Visits[second].LeastGapSeconds && gap <= plan.Problem.Visits[second].MostGapSeconds);
    }

    private static decimal Route(Problem problem, int technician, int[] route, int[] holds, int[] late, Dictionary<int, (int Start, int Free)> starts, bool isSupposed = false)
    {
        if (route.Length == 0)
            return 0;
        var (who, w) = (problem.Technicians[technician], problem.Weights);
        var travel = problem.Travel.Of(who.Vehicle);
        decimal cost = w.Technician;
        var driven = 0;
        var (now, here) = (who.AvailableFrom, who.StartPlace);
        var breaks = new Queue<PlanBreak>(who.Breaks);
        foreach (var index in route)
        {
            var visit = OnItsDay(problem, technician, index);
            var drive = travel.DriveSeconds(here, visit.Place, now);
            Assert.NotEqual(TravelMatrix.NoRoad, drive);
            while (breaks.TryPeek(out var pause) && (now >= pause.Earliest || now + drive + Stay(problem, technician, index, here) > pause.Latest || FitsIntoWaiting(pause)))
            {
                var begins = Math.Max(now, pause.Earliest);
                cost += Math.Max(0, begins - pause.Latest) * w.BreakLate;
                now = begins + pause.Seconds;
                breaks.Dequeue();
                drive = travel.DriveSeconds(here, visit.Place, now);
            }

            // Who has to wait before a visit that would end after the break should have begun has the break meanwhile, if work begins no later for it.
            bool FitsIntoWaiting(PlanBreak pause)
            {
                var start = Begin(visit, Math.Max(now + drive, holds.Length == 0 ? 0 : holds[index]));
                var over = Math.Max(now, pause.Earliest) + pause.Seconds;
                return start + Stay(problem, technician, index, here) > pause.Latest && over + travel.DriveSeconds(here, visit.Place, over) <= start;
            }

            var arrival = now + drive;
            var start = Begin(visit, holds.Length == 0 ? arrival : Math.Max(arrival, holds[index]));
            starts[index] = (start, Begin(visit, arrival));
            // The technician leaves the start only as early as needed, so that waiting before the first stop costs as idling does.
            var depart = now;
            if (index == route[0])
            {
                depart = start;
                while (depart > now && depart + travel.DriveSeconds(here, visit.Place, depart) > start)
                    depart--;
                drive = travel.DriveSeconds(here, visit.Place, depart);
            }

            cost += drive + (start - depart - drive) * w.WaitingTenths / 10 + (depart - now) * w.IdleTenths / 10;
            if (visit.Windows.Count > 0)
            {
                var nearest = visit.Windows.OrderBy(window => Off(window, start)).First();
                decimal off = Off(nearest, start);
                // From a second that costs nothing more on, each one is dearer by the same; 36,000 tenths of a second's rise are one an hour.
                cost += (off * w.Window + Math.Floor(off * off / 2 * w.WindowRiseTenths / 36_000)) * (nearest.IsHard ? 10 : 1);
            }

            if (visit.PromiseEnd != PlanVisit.None && start > visit.PromiseEnd)
                cost += w.PromiseBroken + (start - visit.PromiseEnd) * w.PromiseSecond;
            if (visit.PinnedStart != PlanVisit.None)
                cost += Math.Abs(start - visit.PinnedStart) * w.PromiseSecond * 10;
            if (visit.ToldTechnician >= 0 && visit.ToldTechnician != technician)
                cost += w.OtherTechnician;
            if (visit.Preferred.Count > 0 && !visit.Preferred.Contains(technician))
                cost += visit.NotPreferredCost;
            if (visit.Known.Count > 0 && !visit.Known.Contains(technician))
                cost += w.UnknownTechnician;
            if (visit.OutsideAreaOf.Contains(technician))
                cost += w.OutsideArea;
            cost += visit.Days.Where(day => day.Day == who.Day).Sum(day => day.Cost);
            if (visit.Deadline != PlanVisit.None && start > visit.Deadline)
                late[visit.Urgency] += (int)Math.Ceiling((start - visit.Deadline) / 60m);
            driven += drive;
            (now, here) = (start + Stay(problem, technician, index, here), visit.Place);
        }

        var home = travel.DriveSeconds(here, who.EndPlace, now);
        cost += Balance(problem, technician, route);
        while (breaks.TryPeek(out var pause) && now + home > pause.Earliest)
        {
            var begins = Math.Max(now, pause.Earliest);
            cost += Math.Max(0, begins - pause.Latest) * w.BreakLate;
            now = begins + pause.Seconds;
            breaks.Dequeue();
            home = travel.DriveSeconds(here, who.EndPlace, now);
        }

        // What is only supposed asks for starts alone: a day that would end too late may still show that somebody waits for nothing.
        Assert.True(isSupposed || now + home <= who.LatestEnd, $"technician {technician} is home too late");
        Assert.True(isSupposed || driven + home <= who.MostDriveSeconds, $"technician {technician} drives too long");
        return cost + home + Math.Max(0, now + home - Math.Max(who.ShiftEnd, who.AvailableFrom)) * w.Overtime;
    }

    // Of a drive its shortest time of the day counts. A step of a second at a time would say the same: the price of each is in proportion to what is done before it.
    private static decimal Balance(Problem problem, int technician, int[] route)
    {
        var who = problem.Technicians[technician];
        var travel = problem.Travel.Of(who.Vehicle);
        decimal load = route.Select((visit, i) => Stay(problem, technician, visit, i == 0 ? who.StartPlace : problem.Visits[route[i - 1]].Place)).Sum() + travel[problem.Visits[route[^1]].Place, who.EndPlace];
        for (var i = 0; i < route.Length; i++)
            load += travel[i == 0 ? who.StartPlace : problem.Visits[route[i - 1]].Place, problem.Visits[route[i]].Place];
        decimal paid = Math.Max(3600, who.PaidSeconds != PlanVisit.None ? who.PaidSeconds : who.DoneSeconds + Math.Max(0, who.ShiftEnd - who.AvailableFrom));
        decimal Up(decimal done) => done * done / (2 * paid) * problem.Weights.BalanceTenths / 10;
        return Math.Floor(Math.Round(Up(who.DoneSeconds + load) - Up(who.DoneSeconds), 9));
    }

    private static int Stay(Problem problem, int technician, int index, int from)
    {
        var visit = problem.Visits[index];
        var work = visit.DurationByTechnician.Count > 0
            ? visit.DurationByTechnician[technician]
            : (int)Math.Round(visit.DurationSeconds * problem.Technicians[technician].DurationPercent / 100m, MidpointRounding.AwayFromZero);
        return work + (from == visit.Place ? 0 : visit.SetupSeconds);
    }

    private static int Person(Problem problem, int technician) => problem.Technicians[technician].Person is >= 0 and var person ? person : -1 - technician;

    private static PlanVisit OnItsDay(Problem problem, int technician, int index)
    {
        var visit = problem.Visits[index];
        foreach (var day in visit.Days.Where(day => day.Day == problem.Technicians[technician].Day))
            visit = visit with { Windows = day.Windows ?? visit.Windows, Deadline = day.Deadline ?? visit.Deadline };
        return visit;
    }

    private static int Begin(PlanVisit visit, int arrival)
    {
        var start = arrival;
        if (visit.Windows.FirstOrDefault(window => arrival <= window.End) is { End: > 0 } open)
            start = Math.Max(start, open.Start);
        if (visit.PinnedStart != PlanVisit.None)
            return Math.Max(start, visit.PinnedStart);
        return visit.PromiseStart != PlanVisit.None && visit.Urgency >= 2 ? Math.Max(start, visit.PromiseStart) : start;
    }

    private static int Off(PlanWindow window, int start) => start < window.Start ? window.Start - start : Math.Max(0, start - window.End);
}
