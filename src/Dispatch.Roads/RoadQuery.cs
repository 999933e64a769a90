using Dispatch.Roads.Network;
using Dispatch.Roads.Searching;

namespace Dispatch.Roads;

/// <summary>Asks a map for the fastest drives. Owns its buffers: one thread at a time; keep one query for each thread.</summary>
public sealed class RoadQuery
{
    /// <summary>In a table: no road leads there.</summary>
    public const int NoRoad = int.MaxValue;

    private readonly RoadMetric metric;
    private readonly TurnAwareSearch search;
    private readonly Targets targets;
    private readonly TravelTable table;
    private PathTrace? trace;

    internal RoadQuery(RoadMetric metric)
    {
        this.metric = metric;
        search = new TurnAwareSearch(metric);
        targets = new Targets(metric);
        table = new TravelTable(metric, search, targets);
    }

    /// <summary>Fills tables of the fastest drives from every source to every target.</summary>
    /// <param name="sources">Where drives begin.</param>
    /// <param name="targets">Where they end.</param>
    /// <param name="seconds">Takes whole seconds, rounded up, row by row: target j from source i at i × targets + j.</param>
    /// <param name="metres">Takes the whole metres of those drives in the same order; empty when they are not wanted.</param>
    /// <param name="ct">Ends the work early, between two sources; what is in the tables then means nothing.</param>
    /// <exception cref="ArgumentException">A table has not sources × targets places.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public void Table(
        ReadOnlySpan<Snap> sources, ReadOnlySpan<Snap> targets, Span<int> seconds, Span<int> metres, CancellationToken ct = default)
    {
        if (seconds.Length != sources.Length * targets.Length)
            throw new ArgumentException("The table of seconds must have a place for every source and target.", nameof(seconds));
        if (metres.Length != 0 && metres.Length != seconds.Length)
            throw new ArgumentException("The table of metres must be empty or have a place for every source and target.", nameof(metres));

        table.Fill(sources, targets, seconds, metres, ct);
    }

    /// <summary>The fastest drive between two places, with its streets; null when no road leads there.</summary>
    /// <remarks>Its seconds and metres are those of <see cref="Table"/>.</remarks>
    public RoadPath? FindPath(Snap from, Snap to)
    {
        if (from.Segment < 0 || to.Segment < 0)
            return null;

        var noted = trace ??= new PathTrace(metric.Network);
        targets.Set([to]);
        targets.Restart();
        search.Restart();
        targets.ReachAlong(from);
        foreach (var directed in (ReadOnlySpan<int>)[2 * from.Segment, 2 * from.Segment + 1])
        {
            if (metric.Network.StartStates[directed] is >= 0 and var state)
                search.BeginAt(state, from.CostToEnd(metric, directed), ref noted);
        }

        search.Run(targets, ref noted);
        if (targets.Best[0] == DriveCost.Unreachable)
            return null;

        var last = targets.ArrivedBy[0];
        var drawing = new PathDrawing(metric, from, to);
        return last < 0 ? drawing.DrawAlong() : drawing.Draw(noted.DriveTo(last));
    }
}
