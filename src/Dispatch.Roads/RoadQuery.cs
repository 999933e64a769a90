using Dispatch.Roads.Contraction;
using Dispatch.Roads.Network;
using Dispatch.Roads.Searching;

namespace Dispatch.Roads;

/// <summary>Asks a map for the fastest drives. Owns its buffers: one thread at a time; keep one query for each thread.</summary>
public sealed class RoadQuery
{
    /// <summary>In a table: no road leads there.</summary>
    public const int NoRoad = int.MaxValue;

    private readonly Hierarchy hierarchy;
    private readonly List<int> drive = [];
    private RouteSearch? search;

    internal RoadQuery(RoadMetric metric) => hierarchy = metric.Hierarchy;

    /// <summary>Fills tables of the fastest drives from every source to every target.</summary>
    /// <param name="sources">Where drives begin.</param>
    /// <param name="targets">Where they end.</param>
    /// <param name="seconds">Takes whole seconds, rounded up, row by row: target j from source i at i × targets + j.</param>
    /// <param name="metres">Takes the whole metres of those drives in the same order; empty when they are not wanted (half the work).</param>
    /// <param name="threads">How many threads may work at it.</param>
    /// <param name="ct">Ends the work early, after some rows; the tables are left as they were.</param>
    /// <exception cref="ArgumentException">A table has not sources × targets places.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public void Table(ReadOnlySpan<Snap> sources, ReadOnlySpan<Snap> targets, Span<int> seconds, Span<int> metres, int threads,
        CancellationToken ct)
    {
        if (seconds.Length != sources.Length * targets.Length)
            throw new ArgumentException("The table of seconds must have a place for every source and target.", nameof(seconds));
        if (metres.Length != 0 && metres.Length != seconds.Length)
            throw new ArgumentException("The table of metres must be empty or have a place for every source and target.", nameof(metres));

        ct.ThrowIfCancellationRequested();
        TravelTable.Fill(hierarchy, sources, targets, seconds, metres, threads, ct);
    }

    /// <inheritdoc cref="Table(ReadOnlySpan{Snap}, ReadOnlySpan{Snap}, Span{int}, Span{int}, int, CancellationToken)"/>
    /// <remarks>On the calling thread alone.</remarks>
    public void Table(
        ReadOnlySpan<Snap> sources, ReadOnlySpan<Snap> targets, Span<int> seconds, Span<int> metres, CancellationToken ct = default) =>
        Table(sources, targets, seconds, metres, 1, ct);

    /// <summary>The fastest drive between two places, with its streets; null when no road leads there.</summary>
    /// <remarks>Its seconds and metres are those of <see cref="Table"/>.</remarks>
    public RoadPath? FindPath(Snap from, Snap to)
    {
        search ??= new RouteSearch(hierarchy);
        if (search.Find(from, to, drive) == DriveCost.Unreachable)
            return null;

        return Draw(from, to, drive);
    }

    /// <summary>The fastest drive and up to so many others that a driver would call another way, in the order of their times.</summary>
    /// <param name="from">Where drives begin.</param>
    /// <param name="to">Where they end.</param>
    /// <param name="others">How many others are wanted at most; often there are fewer, or none.</param>
    /// <remarks>
    /// Each takes a quarter more at most, shares four fifths at most with those before it, and makes no detour: see
    /// <see cref="AlternativeSearch"/>. Empty when no road leads there.
    /// </remarks>
    public IReadOnlyList<RoadPath> FindPaths(Snap from, Snap to, int others)
    {
        var paths = new List<RoadPath>();
        search ??= new RouteSearch(hierarchy);
        if (search.Find(from, to, drive, isBounded: false) == DriveCost.Unreachable)
            return paths;

        var fastest = Draw(from, to, drive);
        paths.Add(fastest);
        foreach (var other in new AlternativeSearch(hierarchy, search).Find(drive, fastest.Cost, others))
            paths.Add(Draw(from, to, other));
        paths.Sort(1, paths.Count - 1, Comparer<RoadPath>.Create((one, other) => one.Cost.CompareTo(other.Cost)));
        return paths;
    }

    private RoadPath Draw(Snap from, Snap to, List<int> states) => PathDrawing.Of(hierarchy.Metric, from, to, states);
}
