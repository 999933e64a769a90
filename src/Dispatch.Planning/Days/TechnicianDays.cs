namespace Dispatch.Planning;

/// <summary>When somebody works on one day.</summary>
/// <param name="Day">Which day, 0 first.</param>
/// <param name="Start">Seconds of that day.</param>
/// <param name="End">Seconds of that day; beyond 86,400 for a turn through the night.</param>
public sealed record WorkShift(int Day, int Start, int End)
{
    /// <summary>Whether this is a turn on call: only what is urgent enough is for it, and being called out has a price.</summary>
    public bool IsOnCall { get; init; }
}

/// <summary>What work over several days must keep.</summary>
public sealed record RestRules
{
    /// <summary>From being home to the beginning of the next shift, seconds; default 11 hours (EU directive 2003/88/EC, article 3).</summary>
    public int LeastRestSeconds { get; init; } = 39_600;

    /// <summary>Longest work over all the days, seconds from each shift's start to being home; <see cref="PlanVisit.None"/> without a bound.</summary>
    public int MostWorkSeconds { get; init; } = PlanVisit.None;

    /// <summary>The lowest urgency class that calls out who is on call; 0 to 4, default 1.</summary>
    public int OnCallUrgency { get; init; } = 1;

    /// <summary>What calling somebody out costs, in the unit of all cost; default 3,600.</summary>
    public int CallOutCost { get; init; } = 3_600;
}

/// <summary>Makes the rows of one person: a technician a shift, each of which keeps the rules by itself, so that a search need not know of the others.</summary>
/// <remarks>
/// Rest is kept by a latest time to be home, before which overtime is priced as ever: the next shift's start less the rest. Who comes home
/// before that might begin the next day earlier than the shift says; that is not made use of. The longest work over all days is shared
/// out among the shifts in proportion to their length; what one day leaves of it is not carried over to another. A turn on call counts in
/// neither, but must leave the rest before the next shift.
/// </remarks>
public static class TechnicianDays
{
    private const long DaySeconds = 86_400;

    /// <summary>The rows, by day.</summary>
    /// <param name="person">What is the same on all days: homes, skills, van.</param>
    /// <param name="number">Names the person, 0 or more.</param>
    /// <param name="shifts">When the person works; in any order.</param>
    /// <param name="rules">Rest and longest work; none for the defaults.</param>
    /// <exception cref="ArgumentException">Shifts that end before they begin, overlap, or leave less rest than the rules want.</exception>
    public static IReadOnlyList<PlanTechnician> Of(PlanTechnician person, int number, IReadOnlyList<WorkShift> shifts, RestRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(shifts);
        rules ??= new RestRules();
        WorkShift[] ordered = [.. shifts.OrderBy(shift => At(shift, shift.Start))];
        var planned = ordered.Where(shift => !shift.IsOnCall).Sum(shift => (long)shift.End - shift.Start);
        var rows = new List<PlanTechnician>();
        for (var i = 0; i < ordered.Length; i++)
        {
            var shift = ordered[i];
            if (shift.Day < 0 || shift.Start < 0 || shift.End < shift.Start)
                throw new ArgumentException($"The shift of person {number} on day {shift.Day} ends before it begins, or lies before the first day.", nameof(shifts));
            var latest = LatestEnd(ordered, i, rules, number);
            if (!shift.IsOnCall && rules.MostWorkSeconds != PlanVisit.None && planned > rules.MostWorkSeconds)
                latest = Math.Min(latest, shift.Start + (int)((long)(shift.End - shift.Start) * rules.MostWorkSeconds / planned));
            rows.Add(person with
            {
                Person = number,
                Day = shift.Day,
                AvailableFrom = shift.Start,
                ShiftEnd = Math.Min(shift.End, latest),
                LatestEnd = latest,
                FixedCost = person.FixedCost + (shift.IsOnCall ? rules.CallOutCost : 0),
                LowestUrgency = shift.IsOnCall ? rules.OnCallUrgency : person.LowestUrgency,
                PaidSeconds = shift.IsOnCall ? 0 : person.PaidSeconds,
                Breaks = shift.IsOnCall ? [] : person.Breaks,
            });
        }

        return rows;
    }

    // Home in time for the next shift's rest; a turn on call that follows at once is no end of the day.
    private static int LatestEnd(WorkShift[] shifts, int index, RestRules rules, int number)
    {
        var (shift, latest) = (shifts[index], (long)PlanVisit.None);
        for (var j = index + 1; j < shifts.Length; j++)
        {
            var (next, begins) = (shifts[j], At(shifts[j], shifts[j].Start));
            if (begins < At(shift, shift.End))
                throw new ArgumentException($"Two shifts of person {number} overlap on day {next.Day}.", nameof(shifts));
            var rest = next.IsOnCall || (shift.IsOnCall && next.Day == shift.Day) ? 0 : rules.LeastRestSeconds;
            if (rest > 0 && !shift.IsOnCall && begins - rest < At(shift, shift.End))
                throw new ArgumentException($"Person {number} has less than {rules.LeastRestSeconds} s of rest before the shift of day {next.Day}; let it begin later, or the one before end earlier.", nameof(shifts));
            latest = Math.Min(latest, begins - rest - shift.Day * DaySeconds);
        }

        return (int)Math.Max(shift.Start, latest);
    }

    private static long At(WorkShift shift, int second) => shift.Day * DaySeconds + second;
}
