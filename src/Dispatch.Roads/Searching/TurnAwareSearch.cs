using System.Numerics;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Finds the fastest drives from one place: Dijkstra's algorithm over directed segments, so that every turn counts.</summary>
/// <remarks>
/// Source: Dijkstra, "A note on two problems in connexion with graphs" (1959), on the edge-based graph (Caldwell 1961: a node is a
/// directed road, an arc a turn). Turns cost nothing, they are allowed or not; so of all arrivals at a junction the first one that may
/// go on to a state gives that state its final time, and no later one can better it. A junction therefore keeps one word with the
/// states that nobody has gone on to yet: each state enters the queue once, nothing in there is ever changed, and an arrival is left
/// out as soon as nothing is left that it could go on to. The times are those of the textbook algorithm, in a fraction of its steps.
/// </remarks>
internal sealed class TurnAwareSearch
{
    private readonly RoadNetwork network;
    private readonly Junction[] untouched;
    private readonly Junction[] junctions;
    private readonly ArrivalQueue queue = new();

    public TurnAwareSearch(RoadNetwork network)
    {
        this.network = network;
        untouched = new Junction[network.JunctionCount];
        junctions = new Junction[network.JunctionCount];
        for (var junction = 0; junction < untouched.Length; junction++)
        {
            var first = network.FirstState[junction];
            var degree = network.FirstState[junction + 1] - first;
            untouched[junction] = new Junction(first, uint.MaxValue >> (RoadNetwork.MostStatesAtJunction - degree));
        }
    }

    /// <summary>Begins anew, from nowhere.</summary>
    public void Restart()
    {
        untouched.CopyTo(junctions, 0);
        queue.Clear();
    }

    /// <summary>Begins somewhere on a state's segment, with so much left to its end.</summary>
    public void BeginAt(int state, long costToEnd) => queue.Add(costToEnd, ~state);

    /// <summary>Drives on until no target can be reached any sooner.</summary>
    /// <param name="targets">What is looked for; takes what is found.</param>
    /// <param name="trace">Takes for every state the one that led there; it does nothing where only costs are wanted.</param>
    public void Run<TTrace>(Targets targets, ref TTrace trace) where TTrace : struct, ITrace
    {
        var states = network.States;
        var directedOf = network.DirectedOf;
        var open = junctions;
        while (queue.Count > 0)
        {
            var arrival = queue.Take();
            if (arrival.Cost >= targets.LatestUseful)
                return;

            ref readonly var state = ref states[arrival.State < 0 ? ~arrival.State : arrival.State];
            ref var junction = ref open[state.Head];
            var onward = junction.Open & state.Onward;
            junction.Open ^= onward;
            for (; onward != 0; onward &= onward - 1)
            {
                var next = junction.FirstState + BitOperations.TrailingZeroCount(onward);
                trace.Follow(next, arrival.State);
                var directed = directedOf[next];
                if (targets.IsOn(directed))
                    targets.Reach(directed, next, arrival.Cost);

                ref readonly var following = ref states[next];
                if ((open[following.Head].Open & following.Onward) != 0)
                    queue.Add(arrival.Cost + following.Cost, next);
            }
        }
    }

    /// <summary>A junction during a search: its states, and which of them nobody has gone on to yet (bit k: the k-th).</summary>
    private record struct Junction(int FirstState, uint Open);
}

/// <summary>Takes note of how a search got from state to state.</summary>
internal interface ITrace
{
    /// <summary>One goes on to <paramref name="next"/> from <paramref name="state"/>, and no other comes first.</summary>
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
