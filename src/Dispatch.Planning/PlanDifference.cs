namespace Dispatch.Planning;

/// <summary>One visit that another plan has with another technician or at another time.</summary>
/// <param name="From">Who had it; -1 for nobody.</param>
/// <param name="To">Who has it; -1 for nobody.</param>
/// <param name="ShiftSeconds">How much later it starts; 0 if it had no start before or has none now.</param>
public readonly record struct VisitMove(int Visit, int From, int To, int ShiftSeconds);

/// <summary>How much one plan differs from another of the same problem: what people would have to be told.</summary>
public static class PlanDifference
{
    /// <summary>The visits that change technician, or start at another time, ascending by visit.</summary>
    public static IReadOnlyList<VisitMove> Between(Plan before, Plan after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Starts(before), Starts(after));
        var moves = new List<VisitMove>();
        for (var v = 0; v < old.Length; v++)
        {
            var (from, to) = (before.TechnicianOf[v], after.TechnicianOf[v]);
            var shift = from >= 0 && to >= 0 ? now[v] - old[v] : 0;
            if (from != to || shift != 0)
                moves.Add(new VisitMove(v, from, to, shift));
        }

        return moves;
    }

    private static int[] Starts(Plan plan)
    {
        var starts = new int[plan.Problem.Visits.Length];
        var times = new RouteTimes();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            times.Compute(plan.Problem, t, plan.Routes[t], plan.Holds);
            for (var i = 0; i < times.Count; i++)
                starts[plan.Routes[t][i]] = times.Start[i];
        }

        return starts;
    }
}
