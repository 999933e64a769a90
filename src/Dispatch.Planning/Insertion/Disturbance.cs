namespace Dispatch.Planning.Insertion;

/// <summary>Counts whom a change of a plan disturbs.</summary>
internal sealed class Disturbance
{
    private readonly Plan before;
    private readonly InsertionLimits limits;
    private readonly int newcomer;
    private readonly int[] startBefore;
    private readonly RouteTimes times = new();

    public Disturbance(Plan before, int newcomer, InsertionLimits limits)
    {
        (this.before, this.newcomer, this.limits) = (before, newcomer, limits);
        startBefore = new int[before.Problem.Visits.Length];
        for (var t = 0; t < before.Routes.Length; t++)
        {
            times.Compute(before.Problem, t, before.Routes[t], before.Holds);
            for (var i = 0; i < times.Count; i++)
                startBefore[before.Routes[t][i]] = times.Start[i];
        }
    }

    /// <summary>Whether a change keeps within the limits; only the routes that differ are looked at.</summary>
    public bool Keeps(LiveRoutes after)
    {
        var (moved, shifted) = Of(after);
        return moved.Count <= limits.MostMoved && shifted.Count <= limits.MostShifted;
    }

    /// <summary>Visits moved to another technician or to nobody, and visits shifted.</summary>
    public (List<int> Moved, List<int> Shifted) Of(LiveRoutes after)
    {
        var (moved, shifted) = (new List<int>(), new List<int>());
        for (var t = 0; t < before.Routes.Length; t++)
        {
            if (ReferenceEquals(before.Routes[t], after.Route(t)))
                continue;
            foreach (var visit in before.Routes[t])
            {
                if (after.TechnicianOf(visit) != t)
                    moved.Add(visit);
            }

            times.Compute(before.Problem, t, after.Route(t), before.Holds);
            for (var i = 0; i < times.Count; i++)
            {
                var visit = after.Route(t)[i];
                if (visit != newcomer && before.TechnicianOf[visit] >= 0 && Math.Abs(times.Start[i] - startBefore[visit]) > limits.ShiftSeconds)
                    shifted.Add(visit);
            }
        }

        moved.Sort();
        shifted.Sort();
        return (moved, shifted);
    }
}
