using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Fills tables of drives row by row; sources on one street share their searches.</summary>
/// <remarks>
/// Every drive from a segment leaves it at one of its two ends. So one search from each end serves all places on it: a row is the
/// better of both with the way to that end added. That pays as soon as a segment has more places than ends to leave by.
/// </remarks>
internal sealed class TravelTable(RoadMetric metric, TurnAwareSearch search, Targets targets)
{
    private readonly Dictionary<int, List<int>> sourcesOf = [];
    private readonly long[]?[] fromEnd = new long[]?[2];
    private NoTrace noTrace;

    public void Fill(
        ReadOnlySpan<Snap> sources, ReadOnlySpan<Snap> goals, Span<int> seconds, Span<int> metres, CancellationToken ct)
    {
        targets.Set(goals);
        sourcesOf.Clear();
        for (var source = 0; source < sources.Length; source++)
        {
            var segment = sources[source].Segment;
            if (!sourcesOf.TryGetValue(segment, out var onSegment))
                sourcesOf.Add(segment, onSegment = []);
            onSegment.Add(source);
        }

        foreach (var (segment, onSegment) in sourcesOf)
        {
            if (segment < 0)
                FillWithNoRoad(onSegment, goals.Length, seconds, metres);
            else
                FillFrom(segment, onSegment, sources, goals, seconds, metres, ct);
        }
    }

    private void FillFrom(int segment, List<int> onSegment, ReadOnlySpan<Snap> sources, ReadOnlySpan<Snap> goals, Span<int> seconds,
        Span<int> metres, CancellationToken ct)
    {
        if (onSegment.Count > Ends(segment))
        {
            FillSharing(segment, onSegment, sources, goals, seconds, metres, ct);
            return;
        }

        foreach (var source in onSegment)
        {
            ct.ThrowIfCancellationRequested();
            Search(sources[source], bothEnds: true, 2 * segment);
            Write(targets.Best, seconds.Slice(source * goals.Length, goals.Length), RowOf(metres, source, goals.Length));
        }
    }

    private void FillSharing(int segment, List<int> onSegment, ReadOnlySpan<Snap> sources, ReadOnlySpan<Snap> goals, Span<int> seconds,
        Span<int> metres, CancellationToken ct)
    {
        for (var end = 0; end < 2; end++)
        {
            ct.ThrowIfCancellationRequested();
            fromEnd[end] = null;
            if (metric.Network.StartStates[2 * segment + end] >= 0)
            {
                Search(default, bothEnds: false, 2 * segment + end);
                fromEnd[end] = targets.Best.ToArray();
            }
        }

        var row = new long[goals.Length];
        foreach (var source in onSegment)
        {
            for (var goal = 0; goal < row.Length; goal++)
            {
                row[goal] = goals[goal].Segment == segment ? sources[source].CostAlong(metric, goals[goal]) : DriveCost.Unreachable;
                for (var end = 0; end < 2; end++)
                {
                    var toEnd = sources[source].CostToEnd(metric, 2 * segment + end);
                    if (fromEnd[end] is { } costs && costs[goal] != DriveCost.Unreachable && toEnd != DriveCost.Unreachable)
                        row[goal] = Math.Min(row[goal], costs[goal] + toEnd);
                }
            }

            Write(row, seconds.Slice(source * goals.Length, goals.Length), RowOf(metres, source, goals.Length));
        }
    }

    /// <summary>From a place by both ends of its segment, or from the very end of one directed segment.</summary>
    private void Search(Snap source, bool bothEnds, int directed)
    {
        targets.Restart();
        search.Restart();
        if (bothEnds)
        {
            targets.ReachAlong(source);
            for (var end = 0; end < 2; end++)
            {
                if (metric.Network.StartStates[directed + end] is >= 0 and var state)
                    search.BeginAt(state, source.CostToEnd(metric, directed + end), ref noTrace);
            }
        }
        else
        {
            search.BeginAt(metric.Network.StartStates[directed], 0, ref noTrace);
        }

        search.Run(targets, ref noTrace);
    }

    private int Ends(int segment) =>
        (metric.Network.StartStates[2 * segment] >= 0 ? 1 : 0) + (metric.Network.StartStates[2 * segment + 1] >= 0 ? 1 : 0);

    private static Span<int> RowOf(Span<int> table, int row, int columns) => table.IsEmpty ? table : table.Slice(row * columns, columns);

    private static void Write(ReadOnlySpan<long> costs, Span<int> seconds, Span<int> metres)
    {
        for (var goal = 0; goal < costs.Length; goal++)
            seconds[goal] = costs[goal] == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Seconds(costs[goal]);
        for (var goal = 0; goal < metres.Length; goal++)
            metres[goal] = costs[goal] == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Metres(costs[goal]);
    }

    private static void FillWithNoRoad(List<int> rows, int columns, Span<int> seconds, Span<int> metres)
    {
        foreach (var row in rows)
        {
            seconds.Slice(row * columns, columns).Fill(RoadQuery.NoRoad);
            RowOf(metres, row, columns).Fill(RoadQuery.NoRoad);
        }
    }
}
