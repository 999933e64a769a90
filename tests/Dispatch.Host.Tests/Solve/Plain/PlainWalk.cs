using Dispatch.Host.Solve;
using Dispatch.Planning;

namespace Dispatch.Host.Tests.Solve.Plain;

/// <summary>Walks the routes of a written solution stop by stop, and says what is wrong with them; strict rules only, nothing shared with the search.</summary>
internal static class PlainWalk
{
    /// <summary>Fails at the first rule that is broken; gives the travel of all routes in the table's unit.</summary>
    public static long Check(Problem problem, int[] visitNumbers, int[]? technicianNumbers, Solution solution)
    {
        var visitOf = new Dictionary<int, int>();
        for (var v = 0; v < visitNumbers.Length; v++)
            visitOf.TryAdd(visitNumbers[v], v);
        var seen = new HashSet<int>();
        var travel = 0L;
        foreach (var route in solution.Routes)
        {
            var number = Convert.ToInt32(route.Vehicle, System.Globalization.CultureInfo.InvariantCulture);
            var technician = problem.Technicians[technicianNumbers is null ? number - 1 : Array.IndexOf(technicianNumbers, number)];
            travel += Route(problem, technician, route, visitOf, seen);
        }

        foreach (var task in solution.Unassigned)
            Assert.True(seen.Add(visitOf[(int)task.Id]), $"{task.Id} is served, yet unassigned");
        for (var v = 0; v < problem.Visits.Length; v++)
            Assert.True(seen.Contains(v) || problem.Visits[v].IsRestock, $"{visitNumbers[v]} is neither served nor unassigned");
        return travel;
    }

    private static long Route(Problem problem, PlanTechnician technician, SolutionRoute route, Dictionary<int, int> visitOf, HashSet<int> seen)
    {
        var (clock, place, travel, work) = (technician.AvailableFrom, technician.StartPlace, 0L, new List<(int Drive, PlanVisit Visit)>());
        var stock = technician.Stock.ToArray();
        var atDepot = false;
        var breaks = new List<int>();
        var taken = 0;
        foreach (var step in route.Steps)
        {
            switch (step.Type)
            {
                case "break":
                    breaks.Add((int)step.Arrival!.Value);
                    continue;
                case "depot":
                    atDepot = true;
                    var restock = problem.Visits.First(visit => visit.IsRestock);
                    (clock, place, travel) = Go(restock);
                    continue;
                case "job":
                    var index = visitOf[(int)step.Id!];
                    Assert.True(seen.Add(index), $"{step.Id} is served twice");
                    var visit = problem.Visits[index];
                    Assert.True(technician.AllowedVisits?.Contains(index) ?? true, $"{step.Id} is not allowed");
                    Assert.True((visit.Skills & ~technician.Skills) == 0, $"a skill is missing for {step.Id}");
                    Assert.True(atDepot || (visit.Tools & ~technician.Tools) == 0, $"a tool is missing for {step.Id}");
                    for (var kind = 0; kind < visit.Parts.Count && !atDepot; kind++)
                        Assert.True(visit.Parts[kind] == 0 || (stock[kind] -= visit.Parts[kind]) >= 0, $"part {kind} is missing for {step.Id}");
                    (clock, place, travel) = Go(visit);
                    continue;
            }
        }

        var home = problem.Travel[place, technician.EndPlace];
        clock = AfterBreak(clock, home);
        Assert.True(clock <= technician.ShiftEnd, $"{route.Vehicle} is back at {clock}, after {technician.ShiftEnd}");
        Assert.Equal(technician.Break is null ? 0 : 1, breaks.Count + taken);
        var leave = clock - home;
        for (var i = work.Count - 1; i >= 0; i--)
            leave = Math.Min(work[i].Visit.Windows[0].End, leave - work[i].Visit.DurationSeconds) - work[i].Drive;
        Assert.True(technician.MostWorkSeconds == PlanVisit.None || clock - leave <= technician.MostWorkSeconds, $"{route.Vehicle} works too long");
        Loads(technician, work);
        return travel + home;

        (int, int, long) Go(PlanVisit visit)
        {
            var drive = problem.Travel[place, visit.Place];
            var begin = Math.Max(AfterBreak(clock, drive), visit.Windows[0].Start);
            Assert.True(begin <= visit.Windows[0].End, $"{route.Vehicle} begins at {begin}, after {visit.Windows[0].End}");
            work.Add((drive, visit));
            return (begin + visit.DurationSeconds, visit.Place, travel + drive);
        }

        int AfterBreak(int from, int drive)
        {
            if (breaks.Count == 0)
                return from + drive;
            var at = Math.Max(from, technician.Break!.Earliest);
            Assert.True(at <= technician.Break.Latest, $"{route.Vehicle} takes the break at {at}");
            breaks.Clear();
            taken++;
            return Math.Max(from + drive, technician.Break.Earliest) + technician.Break.Seconds;
        }
    }

    private static void Loads(PlanTechnician technician, List<(int Drive, PlanVisit Visit)> work)
    {
        for (var dimension = 0; dimension < technician.Capacity.Count; dimension++)
            Assert.True(work.Sum(stop => dimension < stop.Visit.Brings.Count ? stop.Visit.Brings[dimension] : 0) <= technician.Capacity[dimension], "too much is loaded");
    }
}
