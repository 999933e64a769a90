namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>What a change costs, by walking the order from the first place that it touches.</summary>
internal sealed partial class SynchronisedRoutes
{
    /// <summary>The least that the change can cost more: its travel, with nobody late any more. Most changes are turned down by it, for a part of the work.</summary>
    public double LeastLoss()
    {
        var travelled = 0.0;
        for (var i = 0; i < touchedCount; i++)
            entry[touched[i]] = current[touched[i]] = LastBefore(touched[i], first);
        // Behind the last place that changed only the next task of each route follows another than it did.
        var (ahead, visits) = (touchedCount, order.Visits.Length);
        for (var at = first; at < visits && ahead > 0; at++)
        {
            var visit = order.Visits[at];
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
        foreach (var visit in first < order.Visits.Length ? order.Visits[first..] : [])
        {
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
            var visit = order.Visits[at];
            if (who[2 * visit] == technician)
                return 2 * visit;
            if (isDouble[visit] && who[2 * visit + 1] == technician)
                return 2 * visit + 1;
        }

        return Office;
    }
}
