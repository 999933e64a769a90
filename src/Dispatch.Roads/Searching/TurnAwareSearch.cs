using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Finds the fastest drives from one place: Dijkstra's algorithm over states, so that every turn counts.</summary>
/// <remarks>
/// Source: Dijkstra, "A note on two problems in connexion with graphs" (1959), on the edge-based graph (Caldwell 1961: a node is a
/// directed road, an arc a turn). A state's cost is that of standing at the beginning of its segment. A drive begins in the midst of
/// a state, which is left by its arcs; coming round to that state again is another visit.
/// </remarks>
internal sealed class TurnAwareSearch(RoadMetric metric)
{
    private readonly long[] best = new long[metric.Network.StateCount];
    private readonly ArrivalQueue queue = new();

    /// <summary>Begins anew, from nowhere.</summary>
    public void Restart()
    {
        Array.Fill(best, DriveCost.Endless);
        queue.Clear();
    }

    /// <summary>Begins somewhere on a state's segment, with so much left to its end.</summary>
    public void BeginAt(int state, long costToEnd)
    {
        if (costToEnd != DriveCost.Unreachable)
            Leave(state, costToEnd);
    }

    /// <summary>Drives on until no target can be reached any sooner.</summary>
    /// <param name="targets">What is looked for; takes what is found.</param>
    public void Run(Targets targets)
    {
        var directedOf = metric.Network.DirectedOf;
        while (queue.Count > 0)
        {
            var (cost, state) = queue.Take();
            if (cost >= Math.Min(targets.LatestUseful, DriveCost.Longest))
                return;
            if (cost > best[state])
                continue;

            var directed = directedOf[state];
            if (targets.IsOn(directed))
                targets.Reach(directed, cost);
            if (metric.IsOpen(directed))
                Leave(state, cost + metric.DirectedCosts[directed]);
        }
    }

    private void Leave(int state, long costAtEnd)
    {
        var network = metric.Network;
        for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
        {
            var turn = metric.TurnMilliseconds[arc];
            if (turn == RoadMetric.ClosedTurn)
                continue;

            var next = network.ArcHeads[arc];
            var cost = costAtEnd + DriveCost.Of(turn, 0);
            if (cost >= best[next])
                continue;

            best[next] = cost;
            queue.Add(cost, next);
        }
    }
}
