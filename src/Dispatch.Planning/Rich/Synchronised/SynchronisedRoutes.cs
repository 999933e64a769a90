namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>A plan under work: one order of all visits and who does each task, with the cost of a change found by looking only at what it touches.</summary>
/// <remarks>
/// A change is made (<see cref="Move"/>, <see cref="Swap"/>, <see cref="Give"/>), weighed, and then kept or taken back. Weighing walks
/// the order from the first place that changed; a visit is timed anew only if the visit before it on a route, or that one's end, is
/// another than it was.
/// </remarks>
internal sealed partial class SynchronisedRoutes
{
    private const int Office = -1;
    private const int Settled = -2;

    private readonly SynchronisedDay day;
    private readonly double[] travel;
    private readonly int places;
    private readonly VisitOrder order;
    private readonly int[] who;
    private readonly int[] before;
    private readonly int[] last;
    private readonly double[] end;
    private readonly double[] late;
    private readonly double[] ready;
    private readonly double[] due;
    private readonly double[] duration;
    private readonly double[] leastGap;
    private readonly double[] mostGap;
    private readonly bool[] isDouble;
    private double travelSum;
    private double lateSum;
    private double lateMost;
    private int latest;

    // The change under way.
    private readonly int[] newBefore;
    private readonly double[] newEnd;
    private readonly double[] newLate;
    private readonly int[] timedAt;
    private readonly int[] endedAt;
    private readonly int[] current;
    private readonly int[] entry;
    private readonly int[] touchedAt;
    private readonly int[] touched;
    private readonly int[] timed;
    private readonly (int Task, int Technician)[] given;
    private int touchedCount;
    private int timedCount;
    private int givenCount;
    private int round;
    private int first;
    private int final;
    private double newTravelSum;
    private double newLateSum;
    private double newLateMost;

    public SynchronisedRoutes(SynchronisedPlan plan)
    {
        day = plan.Day;
        (travel, places) = (day.Travel, day.PlaceCount);
        var (visits, tasks) = (day.Visits.Length, 2 * day.Visits.Length);
        (order, who) = (new VisitOrder(plan.Order), [.. plan.TechnicianOf]);
        (before, last, end, late) = (new int[tasks], new int[day.Skills.Length], new double[tasks], new double[visits]);
        var facts = new SharedFacts(day);
        (ready, due, duration) = (facts.Ready, facts.Due, facts.Duration);
        (leastGap, mostGap, isDouble) = (facts.LeastGap, facts.MostGap, facts.IsDouble);
        (newBefore, newEnd, newLate, timedAt, endedAt) = (new int[tasks], new double[tasks], new double[visits], new int[visits], new int[visits]);
        (current, entry, touchedAt, touched) = (new int[day.Skills.Length], new int[day.Skills.Length], new int[day.Skills.Length], new int[day.Skills.Length]);
        (timed, given) = (new int[visits], new (int, int)[tasks + 4]);
        Load(plan);
    }

    /// <summary>The cost as it is.</summary>
    public double Cost => travelSum + lateSum + lateMost;

    public ReadOnlySpan<int> Order => order.Visits;

    public ReadOnlySpan<int> TechnicianOf => who;

    public int PositionOf(int visit) => order[visit];

    public bool IsDouble(int visit) => isDouble[visit];

    /// <summary>Takes a plan.</summary>
    public void Load(SynchronisedPlan plan)
    {
        order.Load(plan.Order);
        plan.TechnicianOf.CopyTo(who, 0);
        Array.Fill(last, Office);
        (travelSum, lateSum) = (plan.Travel, plan.Lateness);
        foreach (var visit in order.Visits)
        {
            late[visit] = 0;
            for (var task = 2 * visit; task <= 2 * visit + (isDouble[visit] ? 1 : 0); task++)
            {
                (before[task], last[who[task]]) = (last[who[task]], task);
                end[task] = plan.Start[task] + duration[task];
            }

            SetLate(visit, late, plan.Start[2 * visit], isDouble[visit] ? plan.Start[2 * visit + 1] : double.MinValue);
        }

        FindLatest();
        Begin();
    }

    /// <summary>The plan as it is.</summary>
    public SynchronisedPlan ToPlan() => new(day, order.Visits.ToArray(), who);

    /// <summary>Part of a change: a visit goes to another place in the order.</summary>
    public void Move(int visit, int to)
    {
        var from = order[visit];
        if (from == to)
            return;
        order.Move(from, to);
        (first, final) = (Math.Min(first, Math.Min(from, to)), Math.Max(final, Math.Max(from, to)));
        Touch(who[2 * visit]);
        if (isDouble[visit])
            Touch(who[2 * visit + 1]);
    }

    /// <summary>Part of a change: two visits change places in the order.</summary>
    public void Swap(int a, int b)
    {
        order.Swap(order[a], order[b]);
        (first, final) = (Math.Min(first, Math.Min(order[a], order[b])), Math.Max(final, Math.Max(order[a], order[b])));
        foreach (var visit in (ReadOnlySpan<int>)[a, b])
        {
            Touch(who[2 * visit]);
            if (isDouble[visit])
                Touch(who[2 * visit + 1]);
        }
    }

    /// <summary>Part of a change: a task goes to another technician, at its place in the order.</summary>
    public void Give(int task, int technician)
    {
        if (who[task] == technician)
            return;
        given[givenCount++] = (task, who[task]);
        Touch(who[task]);
        Touch(technician);
        who[task] = technician;
        (first, final) = (Math.Min(first, order[task >> 1]), Math.Max(final, order[task >> 1]));
    }

    /// <summary>Keeps the change that was weighed.</summary>
    public void Keep()
    {
        for (var i = 0; i < timedCount; i++)
        {
            var visit = timed[i];
            late[visit] = newLate[visit];
            for (var task = 2 * visit; task <= 2 * visit + (isDouble[visit] ? 1 : 0); task++)
                (before[task], end[task]) = (newBefore[task], newEnd[task]);
        }

        for (var i = 0; i < touchedCount; i++)
            last[touched[i]] = current[touched[i]];
        (travelSum, lateSum) = (newTravelSum, newLateSum);
        FindLatest();
        Begin();
    }

    /// <summary>Takes the change back.</summary>
    public void Undo()
    {
        while (givenCount > 0)
        {
            var (task, technician) = given[--givenCount];
            who[task] = technician;
        }

        order.Undo();
        Begin();
    }

    private void Begin()
    {
        round++;
        (touchedCount, timedCount, givenCount, first, final) = (0, 0, 0, int.MaxValue, -1);
        order.Keep();
    }

    private void Touch(int technician)
    {
        if (touchedAt[technician] == round)
            return;
        touchedAt[technician] = round;
        touched[touchedCount++] = technician;
    }
}
