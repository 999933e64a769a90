using System.Globalization;
using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Tests.Plain;

/// <summary>The judge: textbook Dijkstra over every straight piece of every way, in dictionaries, slow and plain.</summary>
internal sealed class PlainDijkstra
{
    private readonly PlainMap map;
    private readonly ILookup<PlainMap.Piece, int> bansBeginningWith;
    private readonly ILookup<((int, int), (int, int)), PlainMap.Piece> byCorners;
    private readonly Dictionary<PlainMap.Piece, State> starts = [];
    private readonly Dictionary<State, List<State>> next = [];
    private readonly HashSet<object> openPart;

    public PlainDijkstra(PlainMap map)
    {
        this.map = map;
        bansBeginningWith = Enumerable.Range(0, map.Bans.Count).ToLookup(ban => map.Bans[ban][0]);
        byCorners = map.OutOf.Values.SelectMany(pieces => pieces).ToLookup(piece => (piece.Begin, piece.End));
        foreach (var piece in map.OutOf.Values.SelectMany(pieces => pieces))
            starts[piece] = new State(piece, Remember(piece, "", out _));
        var waiting = new Stack<State>(starts.Values);
        while (waiting.TryPop(out var state))
        {
            if (next.ContainsKey(state))
                continue;

            next[state] = [.. Onward(state)];
            foreach (var other in next[state])
                waiting.Push(other);
        }

        openPart = [.. LargestOpenPart().Select(state => state.Piece.Twin)];
    }

    private enum Layer
    {
        Leaving,
        Through,
        Arriving,
    }

    /// <summary>Milliseconds and centimetres of the fastest drive to each target; null where there is none.</summary>
    public List<(long Milliseconds, long Centimetres)?> From(PlainPlace source, IReadOnlyList<PlainPlace> targets)
    {
        var best = new (long, long)?[targets.Count];
        var onPiece = Enumerable.Range(0, targets.Count)
            .SelectMany(target => targets[target].Ends.Select(end => (end.Piece, end.FromBegin, Target: target)))
            .ToLookup(one => one.Piece);
        var queue = new PriorityQueue<(State State, Layer Layer), (long, long)>();
        var done = new HashSet<(State, Layer)>();
        foreach (var end in source.Ends)
        {
            foreach (var (_, fromBegin, target) in onPiece[end.Piece])
            {
                // Straight on along the piece, when the target lies ahead of the source.
                if (fromBegin.Centimetres > end.FromBegin.Centimetres)
                    Offer(target, Minus(fromBegin, end.FromBegin));
                else if (fromBegin.Centimetres == end.FromBegin.Centimetres)
                    Offer(target, (0, 0));
            }

            var state = starts[end.Piece];
            queue.Enqueue((state, openPart.Contains(state.Piece.Twin) ? Layer.Through : Layer.Leaving), end.ToEnd);
        }

        var begun = new HashSet<(State, Layer)>();
        while (queue.TryDequeue(out var at, out var cost))
        {
            // A drive begins in the midst of a piece: coming round to it again is another visit.
            var isStart = source.Ends.Any(end => starts[end.Piece] == at.State && cost == end.ToEnd) && begun.Add(at);
            if (!isStart && !done.Add(at))
                continue;

            foreach (var onward in next[at.State])
            {
                if (LayerAfter(at.Layer, onward) is not { } layer)
                    continue;

                var turned = Plus(cost, (map.TurnMilliseconds(at.State.Piece, onward.Piece), 0));
                foreach (var (_, fromBegin, target) in onPiece[onward.Piece])
                    Offer(target, Plus(turned, fromBegin));
                if (!done.Contains((onward, layer)))
                    queue.Enqueue((onward, layer), Plus(turned, (onward.Piece.Milliseconds, onward.Piece.Centimetres)));
            }
        }

        return [.. best];

        void Offer(int target, (long Milliseconds, long Centimetres) cost)
        {
            if (best[target] is not { } known || cost.CompareTo(known) < 0)
                best[target] = cost;
        }
    }

    /// <summary>What it costs to drive exactly along a line; null when a turn in it is forbidden or there is no such road.</summary>
    public long? MillisecondsAlong(IReadOnlyList<MapPoint> line, PlainPlace source, PlainPlace target)
    {
        (int, int) CornerAt(int i) => ((int)Math.Round(line[i].Latitude * 1e7), (int)Math.Round(line[i].Longitude * 1e7));
        if (line.Count == 2)
        {
            if (line[0] == line[1])
                return 0;

            return source.Ends.SelectMany(_ => target.Ends, (from, to) => (from, to))
                .Where(pair => pair.from.Piece == pair.to.Piece && pair.to.FromBegin.Centimetres >= pair.from.FromBegin.Centimetres)
                .Select(pair => (long?)(pair.to.FromBegin.Milliseconds - pair.from.FromBegin.Milliseconds)).Min();
        }

        var at = source.Ends.Where(end => end.Piece.End == CornerAt(1))
            .Select(end => (State: starts[end.Piece], Layer: openPart.Contains(end.Piece.Twin) ? Layer.Through : Layer.Leaving,
                Cost: end.ToEnd.Milliseconds))
            .ToList();
        for (var i = 1; i + 1 < line.Count; i++)
        {
            var last = i + 2 == line.Count;
            var onward = new List<(State, Layer, long)>();
            foreach (var (state, layer, cost) in at)
            {
                foreach (var other in next[state])
                {
                    if (LayerAfter(layer, other) is not { } layerAfter)
                        continue;

                    var turned = cost + map.TurnMilliseconds(state.Piece, other.Piece);
                    if (last)
                        onward.AddRange(target.Ends.Where(end => end.Piece == other.Piece)
                            .Select(end => (other, layerAfter, turned + end.FromBegin.Milliseconds)));
                    else if (other.Piece.Begin == CornerAt(i) && other.Piece.End == CornerAt(i + 1))
                        onward.Add((other, layerAfter, turned + other.Piece.Milliseconds));
                }
            }

            at = onward;
        }

        return at.Count == 0 ? null : at.Min(one => one.Cost);
    }

    /// <summary>Where a snapped place stands among the plain pieces; null when several lie on top of each other there.</summary>
    public PlainPlace? Find(RoadNetwork network, Snap snap)
    {
        (int, int) Corner(int point) => (network.PointLatitudesE7[point], network.PointLongitudesE7[point]);
        var (begin, end) = (Corner(snap.Point), Corner(snap.Point + 1));
        var ahead = byCorners[(begin, end)].ToList();
        var back = byCorners[(end, begin)].ToList();
        if (ahead.Count > 1 || back.Count > 1 || begin == end)
            return null;

        var ends = new List<PlainEnd>();
        foreach (var piece in ahead)
        {
            var since = (long)snap.ForwardMilliseconds - network.PointForwardMilliseconds[snap.Point];
            ends.Add(EndOf(piece, since, snap.Centimetres - network.PointCentimetres[snap.Point]));
        }

        foreach (var piece in back)
        {
            var since = (long)network.PointBackwardMilliseconds[snap.Point + 1] - snap.BackwardMilliseconds;
            ends.Add(EndOf(piece, since, network.PointCentimetres[snap.Point + 1] - snap.Centimetres));
        }

        return new PlainPlace(ends);
    }

    private static PlainEnd EndOf(PlainMap.Piece piece, long milliseconds, long centimetres) =>
        new(piece, (milliseconds, centimetres), (piece.Milliseconds - milliseconds, piece.Centimetres - centimetres));

    private Layer? LayerAfter(Layer layer, State next)
    {
        if (openPart.Contains(next.Piece.Twin))
            return layer == Layer.Arriving ? null : Layer.Through;

        return layer == Layer.Leaving ? Layer.Leaving : Layer.Arriving;
    }

    private IEnumerable<State> Onward(State state)
    {
        var node = state.Piece.To;
        var onward = map.OutOf.GetValueOrDefault(node) ?? [];
        foreach (var piece in onward)
        {
            var allowed = map.KindOf(node).HasFlag(CarNode.Blocked) ? piece.IsBackOf(state.Piece)
                : !piece.IsBackOf(state.Piece)
                    || map.KindOf(node).HasFlag(CarNode.TurningCircle)
                    || onward.TrueForAll(other => other == piece || other.Access < state.Piece.Access);
            var memory = Remember(piece, state.Memory, out var forbidden);
            if (allowed && !forbidden)
                yield return new State(piece, memory);
        }
    }

    /// <summary>Which bans are under way after <paramref name="piece"/>, and how far: "ban:pieces driven" with spaces between.</summary>
    private string Remember(PlainMap.Piece piece, string memory, out bool forbidden)
    {
        forbidden = false;
        var under = bansBeginningWith[piece].Select(ban => (Ban: ban, Driven: 1)).ToList();
        foreach (var one in memory.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (ban, driven) = (Number(one.Split(':')[0]), Number(one.Split(':')[1]));
            if (map.Bans[ban][driven] != piece)
                continue;

            forbidden |= driven + 1 == map.Bans[ban].Length;
            under.Add((ban, driven + 1));
        }

        return string.Join(' ', under.Order().Select(one => $"{one.Ban}:{one.Driven}"));
    }

    /// <summary>The largest set of open states that all reach each other, by the length of their pieces.</summary>
    private HashSet<State> LargestOpenPart()
    {
        var open = next.Keys.Where(state => state.Piece.Access == CarAccess.Open).ToHashSet();
        var before = new Dictionary<State, List<State>>();
        foreach (var (state, onward) in next)
        {
            foreach (var other in onward)
            {
                before.TryAdd(other, []);
                before[other].Add(state);
            }
        }

        var (largest, largestLength) = (new HashSet<State>(), -1L);
        var left = new HashSet<State>(open);
        var all = open.Select(state => state.Piece).Distinct().Sum(piece => (long)piece.Centimetres);
        foreach (var seed in open.OrderBy(state => unchecked(state.Piece.From * 2_654_435_761)))
        {
            // No other part can be larger than one that has half of all roads.
            if (largestLength > all / 2)
                break;
            if (!left.Contains(seed))
                continue;

            var part = Reach(seed, next, open);
            part.IntersectWith(Reach(seed, before, open));
            left.ExceptWith(part);
            var length = part.Select(state => state.Piece).Distinct().Sum(piece => (long)piece.Centimetres);
            if (part.Count > 1 && length > largestLength)
                (largest, largestLength) = (part, length);
        }

        return largest;
    }

    private static HashSet<State> Reach(State from, Dictionary<State, List<State>> arcs, HashSet<State> within)
    {
        var reached = new HashSet<State> { from };
        var waiting = new Stack<State>([from]);
        while (waiting.TryPop(out var state))
        {
            foreach (var other in arcs.GetValueOrDefault(state) ?? [])
            {
                if (within.Contains(other) && reached.Add(other))
                    waiting.Push(other);
            }
        }

        return reached;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static (long, long) Plus((long, long) one, (long, long) other) => (one.Item1 + other.Item1, one.Item2 + other.Item2);

    private static (long, long) Minus((long, long) one, (long, long) other) => (one.Item1 - other.Item1, one.Item2 - other.Item2);

    private readonly record struct State(PlainMap.Piece Piece, string Memory);
}

/// <summary>A place on one piece of road: how it stands on it in each direction that may be driven.</summary>
internal sealed record PlainPlace(IReadOnlyList<PlainEnd> Ends);

/// <summary>A place on a directed piece, with what lies behind it and before it.</summary>
internal sealed record PlainEnd(
    PlainMap.Piece Piece, (long Milliseconds, long Centimetres) FromBegin, (long Milliseconds, long Centimetres) ToEnd);
