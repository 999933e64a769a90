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
    private readonly Conditions conditions = new();
    private readonly RoadTagging tagging;

    private RoadNetworkBuilder(IOsmReader reader, RoadTagging tagging, Action<string> report, CancellationToken ct)
    {
        this.tagging = tagging;
        report("Reading roads.");
        roads = new RoadCollector(tagging);
        reader.Read(OsmKinds.All, roads, ct);
        pieces = new RoadPieces(roads, reader, tagging, ct);
        if (pieces.Pieces.Count == 0)
            throw NoRoads();

        report("Joining roads.");
        var restrictions = new RestrictionPlacing(roads, pieces);
        segments = new RoadSegments(pieces, roads.Ways, restrictions.Points());
        ct.ThrowIfCancellationRequested();
        states = new DriveStates(
            segments, restrictions.Place(segments), new TurnCosts(segments, pieces, tagging.Turns), pieces.Kinds, conditions);
        ct.ThrowIfCancellationRequested();
        layers = new DriveLayers(states, segments);
    }

    /// <summary>Makes the network.</summary>
    /// <exception cref="MapException">The map is damaged, or has no roads on which one can drive anywhere.</exception>
    public static RoadNetwork Build(IOsmReader reader, RoadTagging tagging, Action<string> report, CancellationToken ct) =>
        new RoadNetworkBuilder(reader, tagging, report, ct).Flatten();

    private RoadNetwork Flatten()
    {
        var numbering = new StateNumbering(states, segments, layers, pieces);
        var geometry = new SegmentGeometry(roads, pieces, segments, tagging.Delays, numbering.Segments);
        var arcs = numbering.Arcs();
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
            TailJunctions = numbering.TailJunctions,
            DirectedConditions = DirectedConditions(numbering),
            FirstArc = arcs.FirstArc,
            ArcHeads = arcs.Heads,
            ArcMilliseconds = arcs.Milliseconds,
            ArcConditions = arcs.Conditions,
            DirectedOf = numbering.DirectedOf,
            StartStates = numbering.StartStates,
            DirectedSigns = signs.Place(),
            SignLines = [.. signs.Lines],
            Conditions = [.. conditions.All],
        };
        if (!Array.Exists(network.SegmentKinds, kind => (kind & SegmentKind.HoldsPlaces) != 0))
            throw NoRoads();

        return network;
    }

    private ushort[] DirectedConditions(StateNumbering numbering)
    {
        var numbers = new ushort[2 * numbering.Segments.Count];
        for (var directed = 0; directed < numbers.Length; directed++)
            numbers[directed] = conditions.NumberOf(segments.OpenWhen(2 * numbering.Segments[directed >> 1] + (directed & 1)));
        return numbers;
    }

    private SegmentKind[] Kinds(StateNumbering numbering)
    {
        var kinds = new SegmentKind[numbering.Segments.Count];
        for (var i = 0; i < kinds.Length; i++)
        {
            var segment = numbering.Segments[i];
            var canBegin = numbering.StartStates[2 * i] >= 0 || numbering.StartStates[2 * i + 1] >= 0;
            var holdsPlaces = canBegin && layers.CanBeSnappedTo[segment] && !roads.Ways[segments.FirstWay(2 * segment)].IsFerry;
            kinds[i] = (segments.Exists(2 * segment) ? SegmentKind.Forward : 0)
                | (segments.Exists(2 * segment + 1) ? SegmentKind.Backward : 0)
                | (holdsPlaces ? SegmentKind.HoldsPlaces : 0)
                | (segments.DrivesOnLeft(2 * segment) ? SegmentKind.LeftHand : 0);
        }

        return kinds;
    }

    private static MapException NoRoads() =>
        new("The map has no roads on which one can drive from one place to another; give an extract of a whole town.");
}
