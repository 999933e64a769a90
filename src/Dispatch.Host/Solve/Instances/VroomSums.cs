namespace Dispatch.Host.Solve.Instances;

/// <summary>What a VROOM answer sums up by route, and over all of them.</summary>
internal sealed class VroomSums(int dimensions)
{
    private readonly SortedDictionary<string, long> violations = new(StringComparer.Ordinal);

    public long[] Delivery { get; } = new long[dimensions];

    public long[] Pickup { get; } = new long[dimensions];

    public long Cost { get; set; }

    public long Setup { get; set; }

    public long Service { get; set; }

    public long Duration { get; set; }

    public long Waiting { get; set; }

    public long Priority { get; set; }

    public long Distance { get; set; }

    /// <summary>By cause, the durations summed up.</summary>
    public IEnumerable<VroomViolation> Violations => violations.Select(pair => new VroomViolation(pair.Key, pair.Value));

    public void Add(IEnumerable<VroomViolation> more)
    {
        foreach (var violation in more)
            violations[violation.Cause] = violations.GetValueOrDefault(violation.Cause) + violation.Duration;
    }

    public void Add(VroomSums other)
    {
        for (var d = 0; d < dimensions; d++)
            (Delivery[d], Pickup[d]) = (Delivery[d] + other.Delivery[d], Pickup[d] + other.Pickup[d]);
        (Cost, Setup, Service, Duration) = (Cost + other.Cost, Setup + other.Setup, Service + other.Service, Duration + other.Duration);
        (Waiting, Priority, Distance) = (Waiting + other.Waiting, Priority + other.Priority, Distance + other.Distance);
        Add(other.Violations);
    }
}
