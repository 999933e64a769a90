using System.Collections.Concurrent;

namespace Dispatch.Roads;

/// <summary>The roads of a map as they are at present: what several sources say is closed or slower is weighed in. For all threads.</summary>
/// <remarks>
/// Who asks while it is being weighed is answered by the metric before. A place snaps to the nearest road that is open. One that
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
    private volatile Weighed now;

    /// <summary>Nothing is otherwise than on the map.</summary>
    public RoadsNow(RoadMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        Map = map;
        now = prepared = new Weighed(map, map.PreparedMetric);
    }

    /// <summary>The map.</summary>
    public RoadMap Map { get; }

    /// <summary>What driving costs now.</summary>
    public RoadMetric Metric => now.Metric;

    /// <summary>Names map and metric; the map's own version while nothing is otherwise, and again when nothing is any more.</summary>
    public string Version => now is var by && by == prepared ? Map.Version : $"{Map.Version}+{by.Metric.Version}";

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
                Weigh();
        }
    }

    /// <summary>The nearest point of a road that is open now; where none is that near, of any road.</summary>
    /// <returns>Null when no road is that near.</returns>
    public Snap? SnapToRoad(MapPoint place, double maxMetres = 1000) => now.Snap(place, maxMetres);

    /// <summary>Fills tables of the fastest drives now, from every place to every other.</summary>
    /// <param name="sources">Where drives begin.</param>
    /// <param name="targets">Where they end.</param>
    /// <param name="maxMetres">How far a place may lie from its road.</param>
    /// <param name="seconds">Takes whole seconds, rounded up, row by row; <see cref="RoadQuery.NoRoad"/> where no road leads there on the map, and for places too far from one.</param>
    /// <param name="metres">Takes the metres of those drives; 0 where there is none.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public void Table(IReadOnlyList<MapPoint> sources, IReadOnlyList<MapPoint> targets, double maxMetres, Span<int> seconds, Span<int> metres, CancellationToken ct)
    {
        var by = now;
        by.Table(sources, targets, maxMetres, seconds, metres, ct);
        if (by == prepared || !seconds.Contains(RoadQuery.NoRoad))
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
    /// <returns>Null when no road of the map leads there.</returns>
    public RoadPath? FindPath(MapPoint from, MapPoint to, double maxMetres = 1000) =>
        now.FindPath(from, to, maxMetres) ?? prepared.FindPath(from, to, maxMetres);

    // Sources in the order of their names, so that the same closures make the same metric to the bit after a restart.
    private void Weigh()
    {
        RoadChange[] all = [.. said.OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => one.Value.Changes)];
        now = all.Length == 0 ? prepared : new Weighed(Map, Map.Customize(all));
    }

    /// <summary>A metric with a pool of its queries, one for each thread that asks.</summary>
    private sealed class Weighed(RoadMap map, RoadMetric metric)
    {
        private readonly ConcurrentBag<RoadQuery> idle = [];

        public RoadMetric Metric => metric;

        public Snap? Snap(MapPoint place, double maxMetres) =>
            metric != map.PreparedMetric && map.SnapToRoads(place, new SnapOptions { MaxMetres = maxMetres, OpenIn = metric }, 1) is [var nearest]
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
