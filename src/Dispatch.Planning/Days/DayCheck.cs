namespace Dispatch.Planning;

/// <summary>What must hold of rows that are one person on several days, and of the days of visits.</summary>
internal static class DayCheck
{
    private const long DaySeconds = 86_400;

    /// <exception cref="ArgumentException">The first thing that does not hold.</exception>
    public static void Run(Problem problem)
    {
        for (var v = 0; v < problem.Visits.Length; v++)
            Visit(v, problem.Visits[v].Days);
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            var technician = problem.Technicians[t];
            if (technician.Day < 0 || technician.Person < -1)
                throw new ArgumentException($"Technician {t} is person {technician.Person} on day {technician.Day}; days begin with 0, and -1 stands for no other row of the same person.");
            if (technician.LowestUrgency is < 0 or > 4)
                throw new ArgumentException($"Technician {t} takes visits down to urgency {technician.LowestUrgency}; it is 0 to 4.");
        }

        foreach (var person in Enumerable.Range(0, problem.Technicians.Length).Where(t => problem.Technicians[t].Person >= 0).GroupBy(t => problem.Technicians[t].Person))
        {
            int[] rows = [.. person.OrderBy(t => Begins(problem.Technicians[t]))];
            for (var i = 1; i < rows.Length; i++)
            {
                var (before, after) = (problem.Technicians[rows[i - 1]], problem.Technicians[rows[i]]);
                if (before.Day * DaySeconds + Math.Max(before.ShiftEnd, before.AvailableFrom) > Begins(after))
                    throw new ArgumentException($"Technicians {rows[i - 1]} and {rows[i]} are one person, but the second begins on day {after.Day} before the first ends on day {before.Day}.");
            }
        }
    }

    private static void Visit(int index, IReadOnlyList<PlanVisitDay> days)
    {
        for (var i = 0; i < days.Count; i++)
        {
            if (days[i].Day < 0 || (i > 0 && days[i].Day <= days[i - 1].Day))
                throw new ArgumentException($"The days of visit {index} are not ascending from 0, or one is named twice.");
            if (days[i].Cost is < 0 or > PlanVisit.MostHolderCost)
                throw new ArgumentException($"Day {days[i].Day} of visit {index} costs {days[i].Cost}; it is 0 to {PlanVisit.MostHolderCost}.");
            ProblemCheck.Windows(days[i].Windows ?? [], $"visit {index} on day {days[i].Day}");
        }
    }

    private static long Begins(PlanTechnician technician) => technician.Day * DaySeconds + technician.AvailableFrom;
}
