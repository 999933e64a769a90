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
    public void BeginAt<TTrace>(int state, long costToEnd, ref TTrace trace) where TTrace : struct, ITrace
    {
        if (costToEnd != DriveCost.Unreachable)
            Leave(state, costToEnd, ~state, ref trace);
    }

    /// <summary>Drives on until no target can be reached any sooner.</summary>
    /// <param name="targets">What is looked for; takes what is found.</param>
    /// <param name="trace">Takes for every state the one that led there; it does nothing where only costs are wanted.</param>
    public void Run<TTrace>(Targets targets, ref TTrace trace) where TTrace : struct, ITrace
    {
        var directedOf = metric.Network.DirectedOf;
        while (queue.Count > 0)
        {
            var (cost, state) = queue.Take();
            if (cost >= targets.LatestUseful)
                return;
            if (cost > best[state])
                continue;

            var directed = directedOf[state];
            if (targets.IsOn(directed))
                targets.Reach(directed, state, cost);
            if (metric.IsOpen(directed))
                Leave(state, cost + metric.DirectedCosts[directed], state, ref trace);
        }
    }

    private void Leave<TTrace>(int state, long costAtEnd, int traced, ref TTrace trace) where TTrace : struct, ITrace
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
            trace.Follow(next, traced);
            queue.Add(cost, next);
        }
    }
}

/// <summary>Takes note of how a search got from state to state.</summary>
internal interface ITrace
{
    /// <summary>One goes on to <paramref name="next"/> from <paramref name="state"/>, until a better way is found.</summary>
    /// <remarks>The bits of <paramref name="state"/> are turned over (it is negative) when the drive begins in the midst of it.</remarks>
    void Follow(int next, int state);
}

/// <summary>Notes nothing.</summary>
internal readonly struct NoTrace : ITrace
{
    public void Follow(int next, int state)
    {
    }
}
