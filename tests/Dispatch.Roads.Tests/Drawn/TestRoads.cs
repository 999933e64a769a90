using Dispatch.Roads.Contraction;
using Dispatch.Roads.Import;
using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;
using Dispatch.Roads.Snapping;

namespace Dispatch.Roads.Tests.Drawn;

/// <summary>The roads of a map in memory, with all that is needed to ask for drives.</summary>
internal sealed class TestRoads(byte[] map, TurnCostRule? rule = null)
{
    private SnapGrid? grid;
    private Topology? topology;
    private RoadMetric? metric;
    private RoadQuery? query;

    public byte[] Map => map;

    public TurnCostRule Rule { get; } = rule ?? TurnCostRule.Default;

    public RoadNetwork Network { get; } =
        RoadNetworkBuilder.Build(new OsmPbfReader(map), new RoadTagging(VehicleProfile.Default, rule), _ => { }, CancellationToken.None);

    public SnapGrid Grid => grid ??= SnapGrid.Build(Network);

    public Topology Topology => topology ??= Topology.Build(Network, CancellationToken.None);

    public RoadMetric Metric => metric ??= RoadMetric.Of(Network, Topology);

    public RoadQuery Query => query ??= new RoadQuery(Metric);

    public Snap SnapTo(MapPoint place) => Grid.Nearest(place, 1000) ?? throw new InvalidOperationException("No road is near.");

    /// <summary>Places spread over the map by <paramref name="seed"/>, each snapped to a road.</summary>
    public Snap[] Places(int count, int seed, double maxMetres = 300)
    {
        var random = new Random(seed);
        var bounds = Grid.Bounds;
        var places = new List<Snap>();
        while (places.Count < count)
        {
            var place = new MapPoint(
                bounds.South + random.NextDouble() * (bounds.North - bounds.South),
                bounds.West + random.NextDouble() * (bounds.East - bounds.West));
            if (Grid.Nearest(place, maxMetres) is { } snap)
                places.Add(snap);
        }

        return [.. places];
    }

    public (int[] Seconds, int[] Metres) Table(Snap[] sources, Snap[] targets)
    {
        var seconds = new int[sources.Length * targets.Length];
        var metres = new int[seconds.Length];
        Query.Table(sources, targets, seconds, metres);
        return (seconds, metres);
    }
}
