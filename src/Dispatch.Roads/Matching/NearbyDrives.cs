using Dispatch.Roads.Network;
using Dispatch.Roads.Searching;

namespace Dispatch.Roads.Matching;

/// <summary>Finds short drives from one place on a directed segment to several others: Dijkstra's algorithm, bounded by length.</summary>
/// <remarks>Owns its buffers: one thread at a time. The places of a search are told first, then searches go from several sources to them.</remarks>
internal sealed class NearbyDrives(RoadMetric metric)
{
    private readonly Dictionary<int, (long Cost, int Before)> reached = [];
    private readonly HashSet<int> settled = [];
    private readonly PriorityQueue<int, long> queue = new();
    private readonly Dictionary<int, List<int>> targetsOn = [];
    private (long Cost, int State)[] found = [];
    private MatchCandidate[] goals = [];

    /// <summary>Looks for these from now on.</summary>
    public void Set(MatchCandidate[] targets)
    {
        targetsOn.Clear();
        goals = targets;
        for (var i = 0; i < targets.Length; i++)
        {
            if (!targetsOn.TryGetValue(targets[i].Directed, out var on))
                targetsOn.Add(targets[i].Directed, on = []);
            on.Add(i);
        }

        found = new (long, int)[targets.Length];
    }

    /// <summary>Drives from a place; straight along its own segment nothing is looked for.</summary>
    /// <param name="source">Where.</param>
    /// <param name="mostCentimetres">Longer drives are not looked for.</param>
    /// <returns>By target: the cost, see <see cref="DriveCost"/>, and the state in which it is reached.</returns>
    public ReadOnlySpan<(long Cost, int State)> From(MatchCandidate source, long mostCentimetres)
    {
        Array.Fill(found, (DriveCost.Unreachable, -1));
        reached.Clear();
        settled.Clear();
        queue.Clear();
        var network = metric.Network;
        var start = network.StartStates[source.Directed];
        var left = start < 0 ? DriveCost.Unreachable : source.Snap.CostToEnd(metric, source.Directed);
        if (left == DriveCost.Unreachable || DriveCost.Centimetres(left) > mostCentimetres)
            return found;

        Leave(start, left, ~start);
        var missing = goals.Length;
        while (missing > 0 && queue.TryDequeue(out var state, out var cost))
        {
            if (!settled.Add(state))
                continue;

            var directed = network.DirectedOf[state];
            if (!metric.IsOpen(directed))
                continue;
            if (targetsOn.TryGetValue(directed, out var targets))
            {
                foreach (var target in targets)
                {
                    var rest = goals[target].Snap.CostFromBegin(metric, directed);
                    missing -= found[target].State < 0 ? 1 : 0;
                    if (cost + rest < found[target].Cost)
                        found[target] = (cost + rest, state);
                }
            }

            var atEnd = cost + metric.DirectedCosts[directed];
            if (DriveCost.Centimetres(atEnd) <= mostCentimetres)
                Leave(state, atEnd, state);
        }

        return found;
    }

    /// <summary>The drive of the last search to a target.</summary>
    public RoadPath Path(MatchCandidate source, int target)
    {
        var drive = new List<int> { found[target].State };
        while (reached[drive[^1]].Before is >= 0 and var before)
            drive.Add(before);
        drive.Add(~reached[drive[^1]].Before);
        drive.Reverse();
        return PathDrawing.Of(metric, source.Snap, goals[target].Snap, drive);
    }

    private void Leave(int state, long costAtEnd, int before)
    {
        var network = metric.Network;
        for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
        {
            if (metric.TurnMilliseconds[arc] == RoadMetric.ClosedTurn)
                continue;
            var (next, cost) = (network.ArcHeads[arc], costAtEnd + DriveCost.Of(metric.TurnMilliseconds[arc], 0));
            if (reached.TryGetValue(next, out var known) && known.Cost <= cost)
                continue;
            reached[next] = (cost, before);
            queue.Enqueue(next, cost);
        }
    }
}

/// <summary>A place on the roads at which a measured point may be, with the way in which one drives there.</summary>
internal readonly record struct MatchCandidate(Snap Snap, int Directed);
