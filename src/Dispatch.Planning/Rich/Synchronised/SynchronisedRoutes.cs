namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>A plan under work: one order of all visits and who does each task, with the cost of a change found by looking only at what it touches.</summary>
/// <remarks>
/// A change is made (<see cref="Move"/>, <see cref="Swap"/>, <see cref="Give"/>), weighed, and then kept or taken back. Weighing walks
/// the order from the first place that changed; a visit is timed anew only if the visit before it on a route, or that one's end, is
/// another than it was.
/// </remarks>
internal sealed class SynchronisedRoutes
{
    private const int Office = -1;
    private const int Settled = -2;

    private readonly SynchronisedDay day;
    private readonly double[] travel;
    private readonly int places;
    private readonly int[] order;
    private readonly int[] position;
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
    private (int Kind, int A, int B) turned;
    private double newTravelSum;
    private double newLateSum;
    private double newLateMost;

    public SynchronisedRoutes(SynchronisedPlan plan)
    {
        day = plan.Day;
        (travel, places) = (day.Travel, day.PlaceCount);
        var (visits, tasks) = (day.Visits.Length, 2 * day.Visits.Length);
        (order, position, who) = ([.. plan.Order], new int[visits], [.. plan.TechnicianOf]);
        (before, last, end, late) = (new int[tasks], new int[day.Skills.Length], new double[tasks], new double[visits]);
        (ready, due, duration) = (new double[visits], new double[visits], new double[tasks]);
        (leastGap, mostGap, isDouble) = (new double[visits], new double[visits], new bool[visits]);
        for (var v = 0; v < visits; v++)
        {
            var visit = day.Visits[v];
            (ready[v], due[v], leastGap[v], mostGap[v], isDouble[v]) = (visit.Ready, visit.Due, visit.LeastGap, visit.MostGap, visit.Services.Count == 2);
            for (var i = 0; i < visit.Services.Count; i++)
                duration[2 * v + i] = visit.Services[i].Duration;
        }

        (newBefore, newEnd, newLate, timedAt, endedAt) = (new int[tasks], new double[tasks], new double[visits], new int[visits], new int[visits]);
        (current, entry, touchedAt, touched) = (new int[day.Skills.Length], new int[day.Skills.Length], new int[day.Skills.Length], new int[day.Skills.Length]);
        (timed, given) = (new int[visits], new (int, int)[tasks + 4]);
        Load(plan);
    }

    /// <summary>The cost as it is.</summary>
    public double Cost => travelSum + lateSum + lateMost;

    public ReadOnlySpan<int> Order => order;

    public ReadOnlySpan<int> TechnicianOf => who;

    public int PositionOf(int visit) => position[visit];

    public bool IsDouble(int visit) => isDouble[visit];

    /// <summary>Takes a plan.</summary>
    public void Load(SynchronisedPlan plan)
    {
        plan.Order.CopyTo(order, 0);
        plan.TechnicianOf.CopyTo(who, 0);
        Array.Fill(last, Office);
        (travelSum, lateSum) = (plan.Travel, plan.Lateness);
        for (var at = 0; at < order.Length; at++)
        {
            var visit = order[at];
            position[visit] = at;
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
    public SynchronisedPlan ToPlan() => new(day, order, who);

    /// <summary>Part of a change: a visit goes to another place in the order.</summary>
    public void Move(int visit, int to)
    {
        var from = position[visit];
        if (from == to)
            return;
        Shift(from, to);
        (first, final) = (Math.Min(first, Math.Min(from, to)), Math.Max(final, Math.Max(from, to)));
        turned = (1, from, to);
        Touch(who[2 * visit]);
        if (isDouble[visit])
            Touch(who[2 * visit + 1]);
    }

    /// <summary>Part of a change: two visits change places in the order.</summary>
    public void Swap(int a, int b)
    {
        Exchange(position[a], position[b]);
        (first, final) = (Math.Min(first, Math.Min(position[a], position[b])), Math.Max(final, Math.Max(position[a], position[b])));
        turned = (2, position[a], position[b]);
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
        (first, final) = (Math.Min(first, position[task >> 1]), Math.Max(final, position[task >> 1]));
    }

    /// <summary>The least that the change can cost more: its travel, with nobody late any more. Most changes are turned down by it, for a part of the work.</summary>
    public double LeastLoss()
    {
        var travelled = 0.0;
        for (var i = 0; i < touchedCount; i++)
            entry[touched[i]] = current[touched[i]] = LastBefore(touched[i], first);
        // Behind the last place that changed only the next task of each route follows another than it did.
        var ahead = touchedCount;
        for (var at = first; at < order.Length && ahead > 0; at++)
        {
            var visit = order[at];
            for (var task = 2 * visit; task <= 2 * visit + (isDouble[visit] ? 1 : 0); task++)
            {
                var technician = who[task];
                if (touchedAt[technician] != round)
                    continue;
                var predecessor = current[technician];
                if (predecessor == Settled)
                    continue;
                if (predecessor != before[task])
                    travelled += Drive(predecessor, visit) - Drive(before[task], visit);
                current[technician] = task;
                if (at <= final)
                    continue;
                current[technician] = Settled;
                ahead--;
            }
        }

        for (var i = 0; i < touchedCount; i++)
        {
            if (current[touched[i]] != Settled)
                travelled += Home(current[touched[i]]) - Home(last[touched[i]]);
        }

        return travelled - lateSum - lateMost;
    }

    /// <summary>What the change costs more; after <see cref="LeastLoss"/>.</summary>
    public double Weigh()
    {
        (newTravelSum, newLateSum, newLateMost) = (travelSum, lateSum, 0);
        for (var i = 0; i < touchedCount; i++)
            current[touched[i]] = entry[touched[i]];
        for (var at = first; at < order.Length; at++)
        {
            var visit = order[at];
            var isNew = Follows(2 * visit);
            if (isDouble[visit])
                isNew |= Follows(2 * visit + 1);
            if (isNew)
                Time(visit);
        }

        for (var i = 0; i < touchedCount; i++)
            newTravelSum += Home(current[touched[i]]) - Home(last[touched[i]]);
        newLateMost = Math.Max(newLateMost, UntouchedLateMost());
        return newTravelSum + newLateSum + newLateMost - Cost;
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

        if (turned.Kind == 1)
            Shift(turned.B, turned.A);
        else if (turned.Kind == 2)
            Exchange(turned.A, turned.B);
        Begin();
    }

    private void Begin()
    {
        round++;
        (touchedCount, timedCount, givenCount, first, final, turned) = (0, 0, 0, int.MaxValue, -1, default);
    }

    private void Touch(int technician)
    {
        if (touchedAt[technician] == round)
            return;
        touchedAt[technician] = round;
        touched[touchedCount++] = technician;
    }

    // Who was done before on the route, now; whether that one, or its end, is another than it was.
    private bool Follows(int task)
    {
        var technician = who[task];
        var predecessor = before[task];
        var isTouched = touchedAt[technician] == round;
        if (isTouched)
        {
            predecessor = current[technician];
            current[technician] = task;
        }

        newBefore[task] = predecessor;
        return predecessor != before[task] || (predecessor >= 0 && endedAt[predecessor >> 1] == round);
    }

    private void Time(int visit)
    {
        var start = Math.Max(ready[visit], Arrival(2 * visit));
        var second = double.MinValue;
        if (isDouble[visit])
        {
            second = Math.Max(Math.Max(ready[visit], Arrival(2 * visit + 1)), start + leastGap[visit]);
            start = Math.Max(start, second - mostGap[visit]);
            newEnd[2 * visit + 1] = second + duration[2 * visit + 1];
        }

        newEnd[2 * visit] = start + duration[2 * visit];
        timedAt[visit] = round;
        timed[timedCount++] = visit;
        if (newEnd[2 * visit] != end[2 * visit] || (isDouble[visit] && newEnd[2 * visit + 1] != end[2 * visit + 1]))
            endedAt[visit] = round;
        newLateSum -= LateOf(visit, end[2 * visit] - duration[2 * visit], isDouble[visit] ? end[2 * visit + 1] - duration[2 * visit + 1] : double.MinValue);
        newLateSum += SetLate(visit, newLate, start, second);
        newLateMost = Math.Max(newLateMost, newLate[visit]);
    }

    private double Arrival(int task)
    {
        var predecessor = newBefore[task];
        var place = (task >> 1) + 1;
        var drive = travel[((predecessor >> 1) + 1) * places + place];
        if (predecessor != before[task])
            newTravelSum += drive - travel[((before[task] >> 1) + 1) * places + place];
        if (predecessor < 0)
            return drive;
        return (timedAt[predecessor >> 1] == round ? newEnd[predecessor] : end[predecessor]) + drive;
    }

    // The larger lateness of its services is kept; the sum of both is given.
    private double SetLate(int visit, double[] into, double start, double second)
    {
        into[visit] = Math.Max(0, Math.Max(start, second) - due[visit]);
        return LateOf(visit, start, second);
    }

    private double LateOf(int visit, double start, double second) => Math.Max(0, start - due[visit]) + Math.Max(0, second - due[visit]);

    private double UntouchedLateMost()
    {
        if (lateMost <= newLateMost || timedAt[latest] != round)
            return Math.Max(lateMost, newLateMost);
        var most = newLateMost;
        for (var visit = 0; visit < late.Length; visit++)
        {
            if (late[visit] > most && timedAt[visit] != round)
                most = late[visit];
        }

        return most;
    }

    private void FindLatest()
    {
        (lateMost, latest) = (late[0], 0);
        for (var visit = 1; visit < late.Length; visit++)
        {
            if (late[visit] > lateMost)
                (lateMost, latest) = (late[visit], visit);
        }
    }

    private double Drive(int task, int visit) => travel[((task >> 1) + 1) * places + visit + 1];

    private double Home(int task) => travel[((task >> 1) + 1) * places];

    // The last task of a technician before a place in the order; what stands there is as it was before the change.
    private int LastBefore(int technician, int at)
    {
        while (--at >= 0)
        {
            var visit = order[at];
            if (who[2 * visit] == technician)
                return 2 * visit;
            if (isDouble[visit] && who[2 * visit + 1] == technician)
                return 2 * visit + 1;
        }

        return Office;
    }

    private void Shift(int from, int to)
    {
        var visit = order[from];
        if (from < to)
            Array.Copy(order, from + 1, order, from, to - from);
        else
            Array.Copy(order, to, order, to + 1, from - to);
        order[to] = visit;
        for (var at = Math.Min(from, to); at <= Math.Max(from, to); at++)
            position[order[at]] = at;
    }

    private void Exchange(int a, int b)
    {
        (order[a], order[b]) = (order[b], order[a]);
        (position[order[a]], position[order[b]]) = (a, b);
    }
}
