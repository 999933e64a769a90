namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>A visit that one technician does, or two: at once, or one after the other with a gap. Times are in the day's own unit.</summary>
/// <param name="Ready">No service starts before.</param>
/// <param name="Due">A service that starts later is late; late is priced, not forbidden.</param>
/// <param name="Services">One or two, each by another technician.</param>
/// <param name="LeastGap">Of two services: how much later than the first the second starts at least; 0 for at once.</param>
/// <param name="MostGap">How much later at most; 0 for at once.</param>
public sealed record SharedVisit(double Ready, double Due, IReadOnlyList<SharedService> Services, double LeastGap = 0, double MostGap = 0);

/// <summary>One technician's part of a visit.</summary>
/// <param name="Skill">The one skill it needs, 0 to 63.</param>
/// <param name="Duration">How long it takes.</param>
public sealed record SharedService(int Skill, double Duration);

/// <summary>A day of visits of which some need two technicians; every visit must be done. Home health care routing and scheduling (Mankowska et al. 2014).</summary>
/// <remarks>
/// Everyone starts and ends at place 0; visit v is at place v + 1. The cost is the sum of all travel, all lateness and the largest
/// lateness of one service; a third of it is what the literature prints.
/// </remarks>
public sealed class SynchronisedDay
{
    private readonly int[][] able;

    /// <param name="visits">At least one.</param>
    /// <param name="skills">The skills of each technician, one bit each.</param>
    /// <param name="travel">Row-major, (visits + 1)² times, not negative; kept, not copied.</param>
    /// <exception cref="ArgumentException">Something contradicts itself, or a visit can be done by nobody; the message names it.</exception>
    public SynchronisedDay(IReadOnlyList<SharedVisit> visits, IReadOnlyList<ulong> skills, double[] travel)
    {
        ArgumentNullException.ThrowIfNull(visits);
        ArgumentNullException.ThrowIfNull(skills);
        ArgumentNullException.ThrowIfNull(travel);
        (Visits, Skills, Travel) = ([.. visits], [.. skills], travel);
        PlaceCount = visits.Count + 1;
        if (travel.Length != (long)PlaceCount * PlaceCount)
            throw new ArgumentException($"A table of {PlaceCount} places has {(long)PlaceCount * PlaceCount} times, not {travel.Length}.", nameof(travel));
        if (travel.Any(time => !(time >= 0 && time < 1e9)))
            throw new ArgumentException("A travel time is negative or no number.", nameof(travel));
        able = new int[2 * Visits.Length][];
        for (var v = 0; v < Visits.Length; v++)
            Check(v);
    }

    /// <summary>The visits.</summary>
    public SharedVisit[] Visits { get; }

    /// <summary>The skills of each technician.</summary>
    public ulong[] Skills { get; }

    /// <summary>Travel times, row-major.</summary>
    internal double[] Travel { get; }

    internal int PlaceCount { get; }

    /// <summary>Travel time between two places.</summary>
    public double this[int from, int to] => Travel[from * PlaceCount + to];

    /// <summary>Who can do a task; task 2v is the first service of visit v, task 2v + 1 its second.</summary>
    internal int[] Able(int task) => able[task];

    private void Check(int v)
    {
        var visit = Visits[v];
        if (visit.Services.Count is not (1 or 2))
            throw new ArgumentException($"Visit {v} has {visit.Services.Count} services; it must have one or two.");
        if (!(visit.Due >= visit.Ready) || !(visit.MostGap >= visit.LeastGap) || visit.Services.Any(service => !(service.Duration >= 0)))
            throw new ArgumentException($"The times of visit {v} contradict each other.");
        for (var i = 0; i < 2; i++)
        {
            able[2 * v + i] = i >= visit.Services.Count
                ? []
                : [.. Enumerable.Range(0, Skills.Length).Where(t => (Skills[t] >> visit.Services[i].Skill & 1) == 1)];
            if (i < visit.Services.Count && able[2 * v + i].Length == 0)
                throw new ArgumentException($"Nobody has the skill that service {i + 1} of visit {v} needs.");
        }

        if (visit.Services.Count == 2 && able[2 * v].Union(able[2 * v + 1]).Count() < 2)
            throw new ArgumentException($"Visit {v} needs two technicians, and one alone has its skills.");
    }
}
