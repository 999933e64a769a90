using Dispatch.Roads.Matching;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Learning;

/// <summary>Reads speeds of streets off a matched drive.</summary>
/// <remarks>
/// Between two fixes one is taken to drive evenly, in shares of the prepared times. What says little is left out: streets hardly
/// touched, long silence, standing (a visit is no jam), and what is faster than anybody may be.
/// </remarks>
internal static class DriveSampling
{
    private const double LeastConfidence = 0.5;
    private const double LeastShare = 0.6;
    private const int LeastCentimetres = 3000;
    private const double LongestSilenceSeconds = 40;
    private const double StandingSeconds = 90;
    private const double StandingMetres = 15;

    /// <summary>Samples of one matched part of a trace.</summary>
    /// <param name="metric">The prepared one: what the times of the match are told in.</param>
    /// <param name="match">The part.</param>
    /// <param name="trace">The trace, with times.</param>
    /// <param name="begin">Local time at second 0 of the trace.</param>
    public static List<SpeedSample> Of(RoadMetric metric, MatchedTrace match, IReadOnlyList<TracePoint> trace, DateTime begin)
    {
        var samples = new List<SpeedSample>();
        if (match.Confidence < LeastConfidence)
            return samples;

        var (directed, prepared, needed, centimetres, isSound) = (-1, 0.0, 0.0, 0L, true);
        for (var leg = 0; leg < match.Paths.Count; leg++)
        {
            var (path, from, to) = (match.Paths[leg], trace[match.Indices[leg]], trace[match.Indices[leg + 1]]);
            var seconds = to.Seconds - from.Seconds;
            var stretch = path.Milliseconds > 0 ? seconds * 1000 / path.Milliseconds : 0;
            var says = seconds > 0 && seconds <= LongestSilenceSeconds && !(path.Centimetres < 100 * StandingMetres && seconds > StandingSeconds);
            for (var i = 0; i < path.Segments.Count; i++)
            {
                var part = path.Segments[i];
                if (part.Directed != directed)
                {
                    Finish();
                    (directed, prepared, needed, centimetres, isSound) = (part.Directed, 0, 0, 0, true);
                }

                var after = i + 1 < path.Segments.Count ? path.Segments[i + 1].CostBefore : path.Cost;
                var milliseconds = DriveCost.Milliseconds(after) - DriveCost.Milliseconds(part.CostBefore);
                prepared += milliseconds;
                needed += path.Milliseconds > 0 ? milliseconds * stretch : seconds * 1000;
                centimetres += DriveCost.Centimetres(after) - DriveCost.Centimetres(part.CostBefore);
                isSound &= says;
            }

            void Finish()
            {
                if (directed < 0 || !isSound || centimetres < LeastCentimetres || prepared <= 0
                    || centimetres < LeastShare * DriveCost.Centimetres(metric.Network.CostOf(directed)))
                    return;
                samples.Add(new SpeedSample(directed, TimeSlot.Of(begin.AddSeconds(from.Seconds)), (float)(needed / prepared)));
            }
        }

        return samples;
    }
}
