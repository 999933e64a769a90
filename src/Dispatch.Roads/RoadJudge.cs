using Dispatch.Roads.Network;
using Dispatch.Roads.Searching;

namespace Dispatch.Roads;

/// <summary>Answers as <see cref="RoadQuery"/> does, by Dijkstra's algorithm alone: slow, and what the fast search is held against.</summary>
public sealed class RoadJudge
{
    private readonly RoadMetric metric;
    private readonly TurnAwareSearch search;
    private readonly Targets targets;

    internal RoadJudge(RoadMetric metric)
    {
        this.metric = metric;
        search = new TurnAwareSearch(metric);
        targets = new Targets(metric);
    }

    /// <summary>The fastest drives from one source to all targets, as <see cref="RoadQuery.Table"/> gives them.</summary>
    public void Row(Snap source, ReadOnlySpan<Snap> to, Span<int> seconds, Span<int> metres)
    {
        var costs = Costs(source, to);
        for (var target = 0; target < costs.Length; target++)
        {
            seconds[target] = costs[target] == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Seconds(costs[target]);
            if (!metres.IsEmpty)
                metres[target] = costs[target] == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Metres(costs[target]);
        }
    }

    /// <summary>Time and length to the unit; valid until the next call.</summary>
    internal ReadOnlySpan<long> Costs(Snap source, ReadOnlySpan<Snap> to)
    {
        targets.Set(to);
        targets.Restart();
        if (source.Segment < 0)
            return targets.Best;

        search.Restart();
        targets.ReachAlong(source);
        for (var directed = 2 * source.Segment; directed < 2 * source.Segment + 2; directed++)
        {
            if (metric.Network.StartStates[directed] is >= 0 and var state)
                search.BeginAt(state, source.CostToEnd(metric, directed));
        }

        search.Run(targets);
        return targets.Best;
    }
}
