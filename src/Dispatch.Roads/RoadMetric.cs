using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Dispatch.Roads.Contraction;
using Dispatch.Roads.Network;

namespace Dispatch.Roads;

/// <summary>What driving costs on a map for a while: time and length of every road, time of every turn, and what is closed.</summary>
/// <remarks>Immutable, read by all threads. A query asks one metric; several live side by side over one map.</remarks>
public sealed class RoadMetric
{
    internal const int ClosedTurn = int.MaxValue;

    private string? version;

    internal RoadMetric(RoadNetwork network, Topology topology, long[] directedCosts, int[] turnMilliseconds, int threads)
    {
        Network = network;
        DirectedCosts = directedCosts;
        TurnMilliseconds = turnMilliseconds;
        Hierarchy = new Hierarchy(topology, this, threads);
    }

    /// <summary>Names what driving costs: 16 hexadecimal digits, another one whenever a time or a closure differs.</summary>
    public string Version => version ??= Convert.ToHexStringLower(SHA256.HashData(
        [.. MemoryMarshal.AsBytes(DirectedCosts.AsSpan()), .. MemoryMarshal.AsBytes(TurnMilliseconds.AsSpan())]).AsSpan(0, 8));

    internal RoadNetwork Network { get; }

    internal Hierarchy Hierarchy { get; }

    /// <summary>By directed segment: time and length of all of it; <see cref="DriveCost.Unreachable"/> when it is closed.</summary>
    internal long[] DirectedCosts { get; }

    /// <summary>By arc: time for the turn; <see cref="ClosedTurn"/> when it is closed.</summary>
    internal int[] TurnMilliseconds { get; }

    /// <summary>The map as it was prepared: free roads, at no time of the week in particular, everything open that ever is.</summary>
    internal static RoadMetric Of(RoadNetwork network, Topology topology)
    {
        var costs = new long[2 * network.SegmentCount];
        for (var directed = 0; directed < costs.Length; directed++)
            costs[directed] = network.MayDrive(directed) ? network.CostOf(directed) : DriveCost.Unreachable;
        return new RoadMetric(network, topology, costs, network.ArcMilliseconds, Environment.ProcessorCount);
    }

    /// <summary>Whether one may drive the directed segment now.</summary>
    internal bool IsOpen(int directed) => DirectedCosts[directed] != DriveCost.Unreachable;

    /// <summary>What a time along a directed segment of the prepared map is now; the segment must be open.</summary>
    internal int Scaled(int directed, int preparedMilliseconds)
    {
        var prepared = DriveCost.Milliseconds(Network.CostOf(directed));
        var now = DriveCost.Milliseconds(DirectedCosts[directed]);
        return now == prepared ? preparedMilliseconds : (int)((long)preparedMilliseconds * now / Math.Max(1, prepared));
    }

    /// <summary>Time for the turn from a state to one that follows it.</summary>
    internal int TurnBetween(int state, int next)
    {
        var (first, end) = (Network.FirstArc[state], Network.FirstArc[state + 1]);
        return TurnMilliseconds[first + Network.ArcHeads.AsSpan(first..end).IndexOf(next)];
    }
}
