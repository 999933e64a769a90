using Dispatch.Roads.Contraction;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Traffic;

/// <summary>Makes the metric of a map at some time, with what is otherwise on its streets.</summary>
internal sealed class TrafficState
{
    private readonly RoadNetwork network;
    private readonly long[] costs;
    private readonly int[] turns;

    public TrafficState(RoadMetric prepared)
    {
        network = prepared.Network;
        costs = [.. prepared.DirectedCosts];
        turns = [.. prepared.TurnMilliseconds];
    }

    /// <summary>Closes what is not open at a minute of the week.</summary>
    public TrafficState At(int minuteOfWeek)
    {
        var open = Array.ConvertAll(network.Conditions, times => times.Holds(minuteOfWeek));
        for (var directed = 0; directed < costs.Length; directed++)
        {
            if (!open[network.DirectedConditions[directed]])
                costs[directed] = DriveCost.Unreachable;
        }

        for (var arc = 0; arc < turns.Length; arc++)
        {
            if (!open[network.ArcConditions[arc]])
                turns[arc] = RoadMetric.ClosedTurn;
        }

        return this;
    }

    /// <summary>Makes every drive along a directed segment take some times as long; 1 where nothing is known.</summary>
    /// <param name="factors">By directed segment; above 0.</param>
    public TrafficState Times(ReadOnlySpan<float> factors)
    {
        for (var directed = 0; directed < factors.Length; directed++)
        {
            if (factors[directed] != 1)
                Multiply(directed, factors[directed]);
        }

        return this;
    }

    /// <summary>Closes or slows what was drawn.</summary>
    public TrafficState With(RoadChange change)
    {
        foreach (var segment in new DrawnStreets(network, change).Segments())
        {
            for (var directed = 2 * segment; directed < 2 * segment + 2; directed++)
            {
                if (change.Factor is { } factor)
                    Multiply(directed, factor);
                else
                    costs[directed] = DriveCost.Unreachable;
            }
        }

        return this;
    }

    /// <summary>Weighs the map by it.</summary>
    public RoadMetric Weigh(Topology topology, int threads) => new(network, topology, costs, turns, threads);

    private void Multiply(int directed, double factor)
    {
        if (costs[directed] == DriveCost.Unreachable)
            return;

        var milliseconds = Math.Clamp(DriveCost.Milliseconds(costs[directed]) * factor, 1, DriveCost.LongestMilliseconds - 1);
        costs[directed] = DriveCost.Of((int)milliseconds, DriveCost.Centimetres(costs[directed]));
    }
}
