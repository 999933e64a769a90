namespace Dispatch.Planning.Days;

/// <summary>When those who work on several days must be home for their rest.</summary>
internal static class RestBetween
{
    private const long DaySeconds = 86_400;

    /// <summary>By day and technician: home by then; <see cref="PlanVisit.None"/> where no shift follows, or two overlap.</summary>
    /// <remarks>Who is planned to rest less than <see cref="RestRules.LeastRestSeconds"/> keeps at least what is planned.</remarks>
    public static int[][] Of(IReadOnlyList<DayGaps> days)
    {
        int[][] latest = [.. days.Select(day => Enumerable.Repeat(PlanVisit.None, day.Booked.Problem.Technicians.Length).ToArray())];
        var shifts = days.SelectMany((day, d) => day.Booked.Problem.Technicians.Select((who, t) => (Index: d, Technician: t, Who: who, Person: day.Persons[t])))
            .Where(shift => !shift.Who.IsOut).GroupBy(shift => shift.Person);
        foreach (var person in shifts)
        {
            var own = person.OrderBy(shift => shift.Index).ToList();
            WorkShift[] planned = [.. own.Select(shift => new WorkShift(days[shift.Index].Day, shift.Who.AvailableFrom, Math.Max(shift.Who.AvailableFrom, shift.Who.ShiftEnd)))];
            var least = planned.Skip(1).Zip(planned).Min(pair => (long?)(pair.First.Day * DaySeconds + pair.First.Start - (pair.Second.Day * DaySeconds + pair.Second.End)));
            if (least is not >= 0)
                continue;
            var rules = new RestRules();
            var rows = TechnicianDays.Of(own[0].Who, person.Key, planned, rules with { LeastRestSeconds = (int)Math.Min(rules.LeastRestSeconds, least.Value) });
            for (var i = 0; i < own.Count; i++)
                latest[own[i].Index][own[i].Technician] = rows[i].LatestEnd;
        }

        return latest;
    }
}
