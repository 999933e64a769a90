using System.Collections.Concurrent;
using Dispatch.Roads.Learning;
using Dispatch.Roads.Traffic;

namespace Dispatch.Roads;

/// <summary>The roads of a map as they are at present: what several sources say is closed or slower is weighed in. For all threads.</summary>
/// <remarks>
/// Each part of the day has the times at which roads are open, as they are in its midst. Who asks while it is being weighed is
/// answered by the metric before. A place snaps to the nearest road that is open. One that
/// closures cut off altogether is still reached, on foot or because somebody is let through: in the time of the prepared map and
/// <see cref="CutOffSeconds"/> besides, so that no plan falls apart because of a closure.
/// </remarks>
public sealed class RoadsNow
{
    /// <summary>What it costs to reach a place that closures cut off.</summary>
    public const int CutOffSeconds = 1800;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Number, IReadOnlyList<RoadChange> Changes)> said = [];
    private readonly Weighed prepared;
    private volatile Situation now;

    /// <summary>Nothing is otherwise than on the map.</summary>
    public RoadsNow(RoadMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        Map = map;
        prepared = new Weighed(map, map.PreparedMetric);
        now = new Situation(map, [], null, prepared);
    }

    /// <summary>The map.</summary>
    public RoadMap Map { get; }

    /// <summary>What driving costs now, at midday of a working day.</summary>
    public RoadMetric Metric => now.At(DayParts.Usual).Metric;

    /// <summary>Names map and metrics; the map's own version while nothing is otherwise, and again when nothing is any more.</summary>
    public string Version => now.Version;

    /// <summary>The segments that somebody closed or slowed: what is driven there now says nothing of other times.</summary>
    public IReadOnlySet<int> ChangedSegments => now.ChangedSegments;

    /// <summary>Takes in what a source says, in place of what it said before. Takes tenths of a second at most where that differs.</summary>
    /// <param name="source">Who says so.</param>
    /// <param name="number">Grows with whatever the source says; what is older than what is known is passed over.</param>
    /// <param name="changes">What is closed or slower by it.</param>
    public void Change(string source, long number, IReadOnlyList<RoadChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (gate)
        {
            var known = said.GetValueOrDefault(source, (-1, []));
            if (number <= known.Number)
                return;
            said[source] = (number, changes);
            if (!changes.SequenceEqual(known.Changes, RoadChange.SameMeaning))
                Weigh(now.Learned);
        }
    }

    /// <summary>How much of what was learned is weighed in.</summary>
    public LearnedFigures Learned => now.Learned?.Figures ?? new LearnedFigures(0, 0);

    /// <summary>Names what was learned and is weighed in; empty while that is nothing.</summary>
    public string LearnedVersion => now.Learned?.Version ?? "";

    /// <summary>The streets that drives have shown to be slower than the map says in a part of the day, the slowest first.</summary>
    /// <param name="part">See <see cref="DayParts"/>.</param>
    /// <param name="least">Only those that take so many times as long, at least.</param>
    /// <param name="fewestDrives">Only those that so many drives tell of, at least.</param>
    public LearnedTraffic Traffic(int part, double least, int fewestDrives) => LearnedTraffic.Of(Map.Network, now.Learned, part, least, fewestDrives);

    /// <summary>Weighs in what was learned until now, in place of what was weighed in before.</summary>
    /// <exception cref="ArgumentException">It was learned on another map.</exception>
    public void Learn(LearnedSpeeds speeds)
    {
        ArgumentNullException.ThrowIfNull(speeds);
        if (speeds.Map != Map)
            throw new ArgumentException("These speeds were learned on another map.", nameof(speeds));
        var learned = speeds.ByParts();
        lock (gate)
        {
            if (learned?.Version != now.Learned?.Version)
                Weigh(learned);
        }
    }

    /// <summary>Whether two parts of the day have the same times: nothing tells them apart.</summary>
    /// <param name="part">See <see cref="DayParts"/>.</param>
    /// <param name="other">Another one.</param>
    public bool AreAlike(int part, int other) => now is var by && by.IsAlike(part, other);

    /// <summary>The nearest point of a road that is open now; where none is that near, of any road.</summary>
    /// <returns>Null when no road is that near.</returns>
    public Snap? SnapToRoad(MapPoint place, double maxMetres = 1000) => now.Unlearned.Snap(place, maxMetres);

    /// <summary>Fills tables of the fastest drives now, from every place to every other.</summary>
    /// <param name="sources">Where drives begin.</param>
    /// <param name="targets">Where they end.</param>
    /// <param name="maxMetres">How far a place may lie from its road.</param>
    /// <param name="seconds">Takes whole seconds, rounded up, row by row; <see cref="RoadQuery.NoRoad"/> where no road leads there on the map, and for places too far from one.</param>
    /// <param name="metres">Takes the metres of those drives; 0 where there is none.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <param name="part">The part of the day (<see cref="DayParts"/>).</param>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public void Table(IReadOnlyList<MapPoint> sources, IReadOnlyList<MapPoint> targets, double maxMetres, Span<int> seconds, Span<int> metres, CancellationToken ct,
        int part = DayParts.Usual)
    {
        var by = now;
        by.At(part).Table(sources, targets, maxMetres, seconds, metres, ct);
        if (by.At(part) == prepared || !seconds.Contains(RoadQuery.NoRoad))
            return;
        var (otherwise, lengths) = (new int[seconds.Length], new int[seconds.Length]);
        prepared.Table(sources, targets, maxMetres, otherwise, lengths, ct);
        for (var pair = 0; pair < seconds.Length; pair++)
        {
            if (seconds[pair] == RoadQuery.NoRoad && otherwise[pair] != RoadQuery.NoRoad)
                (seconds[pair], metres[pair]) = (otherwise[pair] + CutOffSeconds, lengths[pair]);
        }
    }

    /// <summary>The fastest drive now; where closures cut the place off, the one of the prepared map.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="maxMetres">How far a place may lie from its road.</param>
    /// <param name="part">The part of the day (<see cref="DayParts"/>).</param>
    /// <returns>Null when no road of the map leads there.</returns>
    public RoadPath? FindPath(MapPoint from, MapPoint to, double maxMetres = 1000, int part = DayParts.Usual) =>
        now.At(part).FindPath(from, to, maxMetres) ?? prepared.FindPath(from, to, maxMetres);

    /// <summary>The same drive in the time that map and closures say, whatever was learned; in that of the map where it is closed.</summary>
    public RoadPath Unlearned(RoadPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.By(now.Unlearned.Metric) ?? path.By(prepared.Metric) ?? path;
    }

    // Sources in the order of their names, so that the same closures make the same metric to the bit after a restart.
    private void Weigh(LearnedFactors? learned)
    {
        RoadChange[] all = [.. said.OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => one.Value.Changes)];
        var next = new Situation(Map, all, learned, all.Length == 0 ? prepared : new Weighed(Map, Map.Customize(all)));
        // What somebody has asked for is weighed before it is asked for again.
        foreach (var part in now.Asked)
            next.At(part);
        now = next;
    }

    /// <summary>All that is known of the streets at some moment; a part of the day is weighed when it is first asked for.</summary>
    private sealed class Situation(RoadMap map, RoadChange[] changes, LearnedFactors? learned, Weighed unlearned)
    {
        private readonly Lock weighing = new();
        private readonly Weighed?[] byPart = new Weighed?[DayParts.Count];
        private readonly Lazy<IReadOnlySet<int>> changedSegments = new(() => changes.SelectMany(change => new DrawnStreets(map.Network, change).Segments()).ToHashSet());

        public LearnedFactors? Learned => learned;

        /// <summary>By map and closures alone.</summary>
        public Weighed Unlearned => unlearned;

        public IReadOnlySet<int> ChangedSegments => changedSegments.Value;

        public string Version { get; } = string.Join('+', ((string?[])[map.Version, changes.Length == 0 ? null : unlearned.Metric.Version, learned?.Version]).OfType<string>());

        public IEnumerable<int> Asked => Enumerable.Range(0, DayParts.Count).Where(part => Volatile.Read(ref byPart[part]) is not null);

        public bool IsAlike(int part, int other) =>
            FactorsOf(part) == FactorsOf(other) && map.IsOpenAlike(DayParts.MinuteOfWeek(part), DayParts.MinuteOfWeek(other));

        public Weighed At(int part)
        {
            var (factors, closing) = (FactorsOf(part), ClosingMinute(part));
            if (factors is null && closing is null)
                return unlearned;
            if (Volatile.Read(ref byPart[part]) is { } known)
                return known;
            lock (weighing)
            {
                if (byPart[part] is null)
                    Volatile.Write(ref byPart[part], new Weighed(map, map.Customize(changes, closing, factors, 2), closing is null ? unlearned.Metric : null));
                return byPart[part]!;
            }
        }

        private float[]? FactorsOf(int part) => learned?.ByPart[part];

        // None where everything is open that ever is.
        private int? ClosingMinute(int part) => DayParts.MinuteOfWeek(part) is var minute && map.IsAllOpen(minute) ? null : minute;
    }

    /// <summary>A metric with a pool of its queries, one for each thread that asks.</summary>
    /// <param name="map">The map.</param>
    /// <param name="metric">What driving costs.</param>
    /// <param name="open">One by which the same is closed, if that is told faster.</param>
    private sealed class Weighed(RoadMap map, RoadMetric metric, RoadMetric? open = null)
    {
        private readonly ConcurrentBag<RoadQuery> idle = [];
        private readonly RoadMetric open = open ?? metric;

        public RoadMetric Metric => metric;

        public Snap? Snap(MapPoint place, double maxMetres) =>
            open != map.PreparedMetric && map.SnapToRoads(place, new SnapOptions { MaxMetres = maxMetres, OpenIn = open }, 1) is [var nearest]
                ? nearest
                : map.SnapToRoad(place, maxMetres);

        public RoadPath? FindPath(MapPoint from, MapPoint to, double maxMetres) =>
            Snap(from, maxMetres) is { } start && Snap(to, maxMetres) is { } end ? Ask(query => query.FindPath(start, end)) : null;

        public void Table(IReadOnlyList<MapPoint> sources, IReadOnlyList<MapPoint> targets, double maxMetres, Span<int> seconds, Span<int> metres, CancellationToken ct)
        {
            var (from, to) = (Snaps(sources, maxMetres, out var fromIndex), Snaps(targets, maxMetres, out var toIndex));
            seconds.Fill(RoadQuery.NoRoad);
            metres.Clear();
            var (found, lengths) = (new int[from.Length * to.Length], new int[from.Length * to.Length]);
            if (found.Length == 0)
                return;
            Ask<object?>(query =>
            {
                query.Table(from, to, found, lengths, ct);
                return null;
            });
            for (var pair = 0; pair < found.Length; pair++)
            {
                if (found[pair] == RoadQuery.NoRoad)
                    continue;
                var at = fromIndex[pair / to.Length] * targets.Count + toIndex[pair % to.Length];
                (seconds[at], metres[at]) = (found[pair], lengths[pair]);
            }
        }

        private T Ask<T>(Func<RoadQuery, T> question)
        {
            var query = idle.TryTake(out var kept) ? kept : map.CreateQuery(metric);
            try
            {
                return question(query);
            }
            finally
            {
                idle.Add(query);
            }
        }

        // Places off the road are left out; their rows and columns keep "no road".
        private Snap[] Snaps(IReadOnlyList<MapPoint> places, double maxMetres, out List<int> indices)
        {
            var snaps = new List<Snap>();
            indices = [];
            for (var i = 0; i < places.Count; i++)
            {
                if (Snap(places[i], maxMetres) is not { } snap)
                    continue;
                snaps.Add(snap);
                indices.Add(i);
            }

            return [.. snaps];
        }
    }
}
