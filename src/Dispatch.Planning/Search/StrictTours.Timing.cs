using System.Runtime.CompilerServices;

namespace Dispatch.Planning.Search;

/// <summary>When a stop can begin and must, forward and backward along a route.</summary>
internal sealed partial class StrictTours
{
    // When a visit that is reached then can be left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Leave(int visit, int arrive)
    {
        ref readonly var stop = ref stops[visit];
        if (arrive > stop.Close)
            return FlatDay.Never;
        return (hasManyWindows && visit < day.VisitCount ? EarliestStart(visit, arrive) : Math.Max(arrive, stop.Open)) + stop.Duration;
    }

    // The latest a visit can be reached to be left by then.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Reach(int visit, int leave)
    {
        ref readonly var stop = ref stops[visit];
        var latest = Math.Min(leave - stop.Duration, stop.Close);
        if (latest < stop.Open)
            return -FlatDay.Never;
        return hasManyWindows && visit < day.VisitCount ? LatestStart(visit, latest) : latest;
    }

    private int EarliestStart(int visit, int arrive)
    {
        foreach (var window in day.Problem.Visits[visit].WindowSpan)
        {
            if (arrive <= window.End)
                return Math.Max(arrive, window.Start);
        }

        return arrive;
    }

    private int LatestStart(int visit, int latest)
    {
        var windows = day.Problem.Visits[visit].WindowSpan;
        for (var i = windows.Length - 1; i >= 0; i--)
        {
            if (latest >= windows[i].Start)
                return Math.Min(latest, windows[i].End);
        }

        return windows.Length == 0 ? latest : -FlatDay.Never;
    }

    // From a node to the end, or until nothing changes behind the last that did.
    private void Forward(int node, int last, in Pause pause)
    {
        ref var before = ref Node(nodes[node].Previous);
        for (var isBehind = false; node >= 0; node = nodes[node].Next)
        {
            ref var at = ref Node(node);
            var ready1 = Leave(node, before.Ready1 + before.DriveNext);
            var ready0 = FlatDay.Never;
            if (pause.IsThere)
            {
                ready0 = Leave(node, before.Ready0 + before.DriveNext);
                ready1 = Math.Min(ready1, Leave(node, pause.Arrive(before.Ready0, before.DriveNext)));
            }

            if (isBehind && ready0 == at.Ready0 && ready1 == at.Ready1)
                return;
            (at.Ready0, at.Ready1) = (ready0, ready1);
            isBehind |= node == last;
            before = ref at;
        }
    }

    private void Backward(int node, int last, in Pause pause)
    {
        ref var after = ref Node(nodes[node].Next);
        for (var isBefore = false; node >= 0; node = nodes[node].Previous)
        {
            ref var at = ref Node(node);
            var leave1 = after.Latest1 - at.DriveNext;
            var latest1 = Reach(node, leave1);
            var latest0 = -FlatDay.Never;
            if (pause.IsThere)
                latest0 = Reach(node, Math.Max(after.Latest0 - at.DriveNext, pause.Leave(after.Latest1, at.DriveNext)));
            if (isBefore && latest0 == at.Latest0 && latest1 == at.Latest1)
                return;
            (at.Latest0, at.Latest1) = (latest0, latest1);
            isBefore |= node == last;
            after = ref at;
        }
    }
}
