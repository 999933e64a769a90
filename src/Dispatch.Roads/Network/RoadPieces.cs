using Dispatch.Roads.Import;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>Second pass over a map: all drivable ways cut into straight pieces between neighbouring points.</summary>
/// <remarks>
/// A point at which no car passes (a bollard) becomes a point of its own for every piece that ends there, so nothing leads through.
/// What is incomplete or cannot be is left out: missing nodes interrupt a way, a point twice in a row counts once, and a piece longer
/// than <see cref="LongestPieceMetres"/> is a mistake in the data.
/// </remarks>
internal sealed class RoadPieces : IOsmVisitor
{
    private const double LongestPieceMetres = 200_000;

    private readonly RoadTagging tagging;
    private readonly long[] nodeIds;
    private readonly bool[] located;
    private int[] latitudesE7;
    private int[] longitudesE7;
    private CarNode[] kinds;

    /// <summary>Cuts what <paramref name="roads"/> collected, reading the nodes' places from <paramref name="reader"/>.</summary>
    public RoadPieces(RoadCollector roads, IOsmReader reader, RoadTagging tagging, CancellationToken ct)
    {
        this.tagging = tagging;
        nodeIds = roads.DistinctNodeIds();
        located = new bool[nodeIds.Length];
        latitudesE7 = new int[nodeIds.Length];
        longitudesE7 = new int[nodeIds.Length];
        kinds = new CarNode[nodeIds.Length];
        PointCount = nodeIds.Length;
        reader.Read(OsmKinds.Nodes, this, ct);
        for (var way = 0; way < roads.Ways.Count; way++)
            Cut(way, roads.NodesOf(way));
    }

    /// <summary>How many points there are.</summary>
    public int PointCount { get; private set; }

    /// <summary>The pieces.</summary>
    public List<Piece> Pieces { get; } = [];

    /// <summary>Latitude of each point, 1e-7 degrees.</summary>
    public ReadOnlySpan<int> LatitudesE7 => latitudesE7;

    /// <summary>Longitude of each point, 1e-7 degrees.</summary>
    public ReadOnlySpan<int> LongitudesE7 => longitudesE7;

    /// <summary>What each point does to a car.</summary>
    public ReadOnlySpan<CarNode> Kinds => kinds;

    /// <summary>The point of a node, or −1: not on a drivable way, or not in the map.</summary>
    public int PointOf(long nodeId)
    {
        var point = Array.BinarySearch(nodeIds, nodeId);
        return point >= 0 && located[point] ? point : -1;
    }

    public void Node(in OsmNode node)
    {
        var point = Array.BinarySearch(nodeIds, node.Id);
        if (point < 0)
            return;

        located[point] = true;
        latitudesE7[point] = node.LatitudeE7;
        longitudesE7[point] = node.LongitudeE7;
        kinds[point] = tagging.Node(node.Tags);
    }

    private void Cut(int way, ReadOnlySpan<long> nodes)
    {
        var before = -1;
        foreach (var id in nodes)
        {
            var point = PointOf(id);
            if (point == before)
                continue;

            if (before >= 0 && point >= 0)
                Add(way, before, point);
            before = point;
        }
    }

    private void Add(int way, int from, int to)
    {
        var metres = MapPoint.FromE7(latitudesE7[from], longitudesE7[from])
            .DistanceMetres(MapPoint.FromE7(latitudesE7[to], longitudesE7[to]));
        if (metres > LongestPieceMetres)
            return;

        var endsOnly = ((kinds[from] | kinds[to]) & CarNode.EndsOnly) != 0;
        Pieces.Add(new Piece(OwnIfBlocked(from), OwnIfBlocked(to), way, (int)Math.Round(metres * 100), endsOnly));
    }

    private int OwnIfBlocked(int point)
    {
        if ((kinds[point] & CarNode.Blocked) == 0)
            return point;

        if (PointCount == latitudesE7.Length)
        {
            var size = PointCount + PointCount / 4 + 64;
            Array.Resize(ref latitudesE7, size);
            Array.Resize(ref longitudesE7, size);
            Array.Resize(ref kinds, size);
        }

        latitudesE7[PointCount] = latitudesE7[point];
        longitudesE7[PointCount] = longitudesE7[point];
        kinds[PointCount] = kinds[point];
        return PointCount++;
    }

    /// <summary>A straight bit of a way.</summary>
    /// <param name="From">Its first point, in the way's order.</param>
    /// <param name="To">Its last point; another than the first.</param>
    /// <param name="Way">The way, as the collector counts them.</param>
    /// <param name="Centimetres">Its length.</param>
    /// <param name="EndsOnly">Whether a gate at either end lets pass only who has business behind it.</param>
    internal readonly record struct Piece(int From, int To, int Way, int Centimetres, bool EndsOnly);
}
