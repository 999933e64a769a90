using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads;

/// <summary>Roads that somebody may want to avoid.</summary>
[Flags]
public enum RoadClasses
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Motorways and their links.</summary>
    Motorway = 1,

    /// <summary>Roads that cost toll.</summary>
    Toll = 2,

    /// <summary>Ferries.</summary>
    Ferry = 4,
}

/// <summary>A map as if it had none of some classes of roads; the map itself, and who drives on it, notice nothing.</summary>
/// <remarks>Made in tenths of a second, read by all threads. Places snap as on the whole map: none leads to or from one on such a road.</remarks>
public sealed class RoadsWithout
{
    private readonly RoadMetric metric;

    /// <summary>Closes the classes.</summary>
    public RoadsWithout(RoadMap map, RoadClasses classes)
    {
        ArgumentNullException.ThrowIfNull(map);
        var (network, costs) = (map.Network, (long[])map.Metric.DirectedCosts.Clone());
        var closed = Array.ConvertAll(network.SignLines, line => (ClassesOf(RoadSign.Parse(line)) & classes) != 0);
        for (var directed = 0; directed < costs.Length; directed++)
        {
            if (closed[network.DirectedSigns[directed]])
                costs[directed] = DriveCost.Unreachable;
        }

        metric = new RoadMetric(network, map.Metric.Hierarchy.Topology, costs, map.Metric.TurnMilliseconds, Environment.ProcessorCount);
    }

    /// <summary>A query of its own for one thread.</summary>
    public RoadQuery CreateQuery() => new(metric);

    private static RoadClasses ClassesOf(RoadSign sign) =>
        (sign.Rank == RoadRank.Motorway ? RoadClasses.Motorway : 0) | (sign.IsToll ? RoadClasses.Toll : 0) | (sign.IsFerry ? RoadClasses.Ferry : 0);
}
