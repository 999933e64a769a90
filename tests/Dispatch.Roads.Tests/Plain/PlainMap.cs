using Dispatch.Roads.Import;
using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Tests.Plain;

/// <summary>The drivable ways of a map as they stand in it: straight directed pieces between neighbouring nodes, in dictionaries.</summary>
/// <remarks>Shares with the program how tags are read, and nothing of what is made of them.</remarks>
internal sealed class PlainMap : IOsmVisitor
{
    private readonly TurnCostRule rule;
    private readonly RoadTagging tagging;
    private readonly Dictionary<long, (int Latitude, int Longitude, CarNode Kind)> nodes = [];
    private readonly List<(long Id, long[] Nodes, CarWay Way)> ways = [];
    private readonly List<Restriction> restrictions = [];
    private readonly Dictionary<long, List<Piece>> into = [];

    public PlainMap(OsmPbfReader reader, TurnCostRule rule)
    {
        this.rule = rule;
        tagging = new RoadTagging(VehicleProfile.Default, rule);
        reader.Read(OsmKinds.All, this);
        foreach (var (id, along, way) in ways)
            AddPieces(id, along, way);
        foreach (var restriction in restrictions)
            AddBans(restriction);
    }

    /// <summary>By node: the pieces that may be driven from it.</summary>
    public Dictionary<long, List<Piece>> OutOf { get; } = [];

    /// <summary>Pieces in a row that may not be driven so.</summary>
    public List<Piece[]> Bans { get; } = [];

    public CarNode KindOf(long node) => nodes[node].Kind;

    public void Node(in OsmNode node)
    {
        tagging.Locate(node);
        nodes[node.Id] = (node.LatitudeE7, node.LongitudeE7, tagging.Node(node.Tags));
    }

    public void Way(in OsmWay way)
    {
        if (tagging.Way(way.Tags) is { } carWay)
            ways.Add((way.Id, way.Nodes.ToArray(), carWay));
    }

    public void Relation(in OsmRelation relation)
    {
        if (tagging.Restriction(relation) is { } restriction)
            restrictions.Add(restriction);
    }

    /// <summary>Time for going on from one piece to the next.</summary>
    public int TurnMilliseconds(Piece piece, Piece next)
    {
        if (next.IsBackOf(piece))
            return rule.TurnBackMilliseconds;

        var meeting = OutOf.GetValueOrDefault(piece.To, []).Concat(into[piece.To]).Select(one => one.Twin).Distinct().Count();
        var degrees = (Bearing(next) - Bearing(piece) + 540) % 360 - 180;
        return meeting < 3 ? 0 : rule.Milliseconds(degrees, drivesOnLeft: false);
    }

    private static double Bearing(Piece piece) => (360 + TurnCosts.Bearing(
        piece.Begin.Item1, piece.Begin.Item2, piece.End.Item1, piece.End.Item2)) % 360;

    private static int Centimetres(MapPoint from, MapPoint to) => (int)Math.Round(from.DistanceMetres(to) * 100);

    private MapPoint PlaceOf(long node) => MapPoint.FromE7(nodes[node].Latitude, nodes[node].Longitude);

    private IEnumerable<(long From, long To)> Pairs(long[] along)
    {
        for (var i = 0; i + 1 < along.Length; i++)
        {
            if (along[i] != along[i + 1] && nodes.ContainsKey(along[i]) && nodes.ContainsKey(along[i + 1]))
                yield return (along[i], along[i + 1]);
        }
    }

    private void AddPieces(long id, long[] along, CarWay way)
    {
        var length = Pairs(along).Sum(pair => (double)Centimetres(PlaceOf(pair.From), PlaceOf(pair.To)));
        foreach (var (from, to) in Pairs(along))
        {
            var gated = ((nodes[from].Kind | nodes[to].Kind) & CarNode.EndsOnly) != 0;
            var access = gated ? CarAccess.EndsOnly : way.Access;
            var twin = new object();
            if (way.Direction.Forward)
                Add(new Piece(from, to, id, access, Milliseconds(from, to, way, way.ForwardKmh, length, forward: true), Corner(from), Corner(to), twin));
            if (way.Direction.Backward)
                Add(new Piece(to, from, id, access, Milliseconds(to, from, way, way.BackwardKmh, length, forward: false), Corner(to), Corner(from), twin));
        }
    }

    private (int, int) Corner(long node) => (nodes[node].Latitude, nodes[node].Longitude);

    private long Milliseconds(long from, long to, CarWay way, double kmh, double wayLength, bool forward)
    {
        var length = Centimetres(PlaceOf(from), PlaceOf(to));
        var time = way.Crossing is { } crossing ? crossing.TotalMilliseconds * length / wayLength : length * 36.0 / kmh;
        return Math.Max(1, (long)Math.Round(time)) + tagging.Delays.Milliseconds(nodes[to].Kind, forward);
    }

    private void Add(Piece piece)
    {
        OutOf.TryAdd(piece.From, []);
        into.TryAdd(piece.To, []);
        OutOf[piece.From].Add(piece);
        into[piece.To].Add(piece);
    }

    private void AddBans(Restriction restriction)
    {
        if (restriction.ViaNode is { } via)
        {
            AddBans(restriction, via, [], via);
            return;
        }

        var first = ways.Find(way => way.Id == restriction.ViaWays[0]);
        if (first.Nodes is null)
            return;

        foreach (var start in new[] { first.Nodes[0], first.Nodes[^1] })
        {
            if (Along(restriction.ViaWays, start) is var (pieces, end))
                AddBans(restriction, start, pieces, end);
        }
    }

    private (List<Piece> Pieces, long End)? Along(long[] viaWays, long start)
    {
        var (pieces, at) = (new List<Piece>(), start);
        foreach (var id in viaWays)
        {
            var nodesOfWay = ways.Find(way => way.Id == id).Nodes;
            if (nodesOfWay is null || nodesOfWay[0] == nodesOfWay[^1] || (at != nodesOfWay[0] && at != nodesOfWay[^1]))
                return null;

            var along = at == nodesOfWay[0] ? nodesOfWay : nodesOfWay.Reverse().ToArray();
            for (var i = 0; i + 1 < along.Length; i++)
            {
                if (along[i] == along[i + 1])
                    continue;
                if (OutOf.GetValueOrDefault(along[i])?.Find(piece => piece.To == along[i + 1] && piece.Way == id) is not { } piece
                    || (pieces.Count > 0 && piece.IsBackOf(pieces[^1])))
                    return null;
                pieces.Add(piece);
            }

            at = along[^1];
        }

        return pieces.Exists(piece => KindOf(piece.From).HasFlag(CarNode.Blocked)) ? null : (pieces, at);
    }

    private void AddBans(Restriction restriction, long start, List<Piece> via, long end)
    {
        if (!nodes.ContainsKey(start) || KindOf(start).HasFlag(CarNode.Blocked) || KindOf(end).HasFlag(CarNode.Blocked))
            return;

        var from = (into.GetValueOrDefault(start) ?? []).FindAll(piece => restriction.From.Contains(piece.Way));
        var onward = OutOf.GetValueOrDefault(end) ?? [];
        var to = onward.FindAll(piece => restriction.To.Contains(piece.Way));
        if ((restriction.From.Length == 1 && from.Count > 1) || to.Count == 0 || (restriction.To.Length == 1 && to.Count > 1))
            return;

        foreach (var coming in from)
        {
            foreach (var next in restriction.IsOnly ? onward.Except(to) : to)
                Bans.Add([coming, .. via, next]);
        }
    }

    /// <summary>A straight bit of a way in one direction; both directions of one bit have the same twin.</summary>
    internal sealed record Piece(
        long From, long To, long Way, CarAccess Access, long Milliseconds, (int, int) Begin, (int, int) End, object Twin)
    {
        public int Centimetres { get; } = PlainMap.Centimetres(
            MapPoint.FromE7(Begin.Item1, Begin.Item2), MapPoint.FromE7(End.Item1, End.Item2));

        public bool IsBackOf(Piece other) => ReferenceEquals(Twin, other.Twin) && From == other.To;

        public bool Equals(Piece? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
