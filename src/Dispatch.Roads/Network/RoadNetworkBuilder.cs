using Dispatch.Roads.Import;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>Makes the road network of a map: ways, pieces, segments, states, layers, and at last the flat arrays.</summary>
internal sealed class RoadNetworkBuilder
{
    private readonly RoadCollector roads;
    private readonly RoadPieces pieces;
    private readonly RoadSegments segments;
    private readonly DriveStates states;
    private readonly DriveLayers layers;

    private RoadNetworkBuilder(OsmPbfReader reader, Action<string> report, CancellationToken ct)
    {
        report("Reading roads.");
        roads = new RoadCollector();
        reader.Read(OsmKinds.Ways | OsmKinds.Relations, roads, ct);
        pieces = new RoadPieces(roads, reader, ct);
        if (pieces.Pieces.Count == 0)
            throw NoRoads();

        report("Joining roads.");
        var restrictions = new RestrictionPlacing(roads, pieces);
        segments = new RoadSegments(pieces, roads.Ways, restrictions.Points());
        ct.ThrowIfCancellationRequested();
        states = new DriveStates(segments, restrictions.Place(segments), pieces.Kinds);
        ct.ThrowIfCancellationRequested();
        layers = new DriveLayers(states, segments);
    }

    /// <summary>Makes the network.</summary>
    /// <exception cref="MapException">The map is damaged, or has no roads on which one can drive anywhere.</exception>
    public static RoadNetwork Build(OsmPbfReader reader, Action<string> report, CancellationToken ct) =>
        new RoadNetworkBuilder(reader, report, ct).Flatten();

    private RoadNetwork Flatten()
    {
        var numbering = new StateNumbering(states, segments, layers, pieces);
        var geometry = new SegmentGeometry(roads, pieces, segments, numbering.Segments);
        var signs = new RoadSigns(roads, segments, numbering.Segments);
        var network = new RoadNetwork
        {
            PointLatitudesE7 = [.. geometry.LatitudesE7],
            PointLongitudesE7 = [.. geometry.LongitudesE7],
            PointForwardMilliseconds = [.. geometry.ForwardMilliseconds],
            PointBackwardMilliseconds = [.. geometry.BackwardMilliseconds],
            PointCentimetres = [.. geometry.Centimetres],
            FirstPoint = [.. geometry.FirstPoint],
            SegmentNames = [.. geometry.Names],
            SegmentKinds = Kinds(numbering),
            Names = [.. geometry.DistinctNames],
            FirstState = numbering.FirstState,
            States = new DriveState[numbering.Count],
            DirectedOf = numbering.DirectedOf,
            StartStates = numbering.StartStates,
            DirectedSigns = signs.Place(),
            SignLines = [.. signs.Lines],
        };
        if (!Array.Exists(network.SegmentKinds, kind => (kind & SegmentKind.HoldsPlaces) != 0))
            throw NoRoads();

        for (var state = 0; state < numbering.Count; state++)
        {
            var (head, onward) = numbering.Onward(state);
            network.States[state] = new DriveState(network.CostOf(network.DirectedOf[state]), head, onward);
        }

        return network;
    }

    private SegmentKind[] Kinds(StateNumbering numbering)
    {
        var kinds = new SegmentKind[numbering.Segments.Count];
        for (var i = 0; i < kinds.Length; i++)
        {
            var segment = numbering.Segments[i];
            var canBegin = numbering.StartStates[2 * i] >= 0 || numbering.StartStates[2 * i + 1] >= 0;
            var isReached = layers.CanBeSnappedTo[segment] && !numbering.LeftOut.Contains(segment);
            var holdsPlaces = canBegin && isReached && !roads.Ways[segments.FirstWay(2 * segment)].IsFerry;
            kinds[i] = (segments.Exists(2 * segment) ? SegmentKind.Forward : 0)
                | (segments.Exists(2 * segment + 1) ? SegmentKind.Backward : 0)
                | (holdsPlaces ? SegmentKind.HoldsPlaces : 0);
        }

        return kinds;
    }

    private static MapException NoRoads() =>
        new("The map has no roads on which one can drive from one place to another; give an extract of a whole town.");
}
