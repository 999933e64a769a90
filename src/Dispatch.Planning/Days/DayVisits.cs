namespace Dispatch.Planning;

/// <summary>The visits as they are on each day, where windows or deadlines differ by day. Worked out once; a problem of one day has none.</summary>
internal sealed class DayVisits
{
    private readonly int[] numberOf;
    private readonly PlanVisit[][] visits;

    private DayVisits(Problem problem)
    {
        int[] days = [.. problem.Technicians.Select(technician => technician.Day).Distinct().Order()];
        numberOf = [.. problem.Technicians.Select(technician => Array.IndexOf(days, technician.Day))];
        visits = [.. days.Select(day => problem.Visits.Select(visit => On(visit, day)).ToArray())];
    }

    /// <summary>How many different days there are.</summary>
    public int Count => visits.Length;

    /// <summary>The visits by day; none where no visit differs by day.</summary>
    public static DayVisits? In(Problem problem) =>
        problem.Visits.Any(visit => visit.Days.Any(day => day.Windows is not null || day.Deadline is not null)) ? new DayVisits(problem) : null;

    /// <summary>Which of the days a technician's is, 0 first.</summary>
    public int NumberOf(int technician) => numberOf[technician];

    /// <summary>The visits on one of the days.</summary>
    public PlanVisit[] On(int number) => visits[number];

    private static PlanVisit On(PlanVisit visit, int day) => visit.Days.FirstOrDefault(on => on.Day == day) is { } on
        ? visit with { Windows = on.Windows ?? visit.Windows, Deadline = on.Deadline ?? visit.Deadline }
        : visit;
}
