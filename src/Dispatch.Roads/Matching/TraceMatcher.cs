using Dispatch.Roads.Network;
using Dispatch.Roads.Searching;

namespace Dispatch.Roads.Matching;

/// <summary>Finds the drive behind measured positions. Owns its buffers: one thread at a time.</summary>
/// <remarks>
/// A hidden Markov model: Newson and Krumm, "Hidden Markov map matching through noise and sparseness" (2009). A point is likely near a
/// road (normal, by its standard error), and a step is likely when the drive is about as long as the straight line (exponential). Ours
/// are: candidates have a way of driving, so nobody turns round between two points by accident; who stands still may be measured a
/// little behind; turning back in mid-street is possible, and unlikely. Where no step is possible a point is passed over, and after
/// several of them the trace is cut.
/// </remarks>
public sealed class TraceMatcher
{
    private const double LeastSearchMetres = 25;
    private const double SearchSigmas = 4;
    private const double LongestDetour = 3;
    private const double DetourMetres = 400;

    private readonly RoadMap map;
    private readonly MatchRules rules;
    private readonly NearbyDrives drives;

    /// <summary>For traces on a map.</summary>
    public TraceMatcher(RoadMap map, MatchRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        this.map = map;
        this.rules = rules ?? new MatchRules();
        drives = new NearbyDrives(map.Metric);
    }

    /// <summary>Matches a trace; empty when no two points of it lie on roads.</summary>
    /// <param name="trace">In the order of time.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public IReadOnlyList<MatchedTrace> Match(IReadOnlyList<TracePoint> trace, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var (matches, chain, passedOver) = (new List<MatchedTrace>(), new MatchChain(), 0);
        for (var point = 0; point < trace.Count; point++)
        {
            ct.ThrowIfCancellationRequested();
            if (chain.Count > 0 && IsGap(trace[chain.LastPoint], trace[point]))
                Finish(trace, chain, matches, ref passedOver);
            if (Candidates(trace[point]) is not { Length: > 0 } candidates)
                continue;

            if (chain.Count == 0)
            {
                chain.Begin(point, candidates, Emissions(trace[point], candidates));
                continue;
            }

            var steps = Steps(trace[chain.LastPoint], trace[point], chain.LastCandidates, candidates);
            if (chain.TryAdd(point, candidates, Emissions(trace[point], candidates), steps))
            {
                passedOver = 0;
                continue;
            }

            if (++passedOver <= rules.MostPassedOver)
                continue;
            point = chain.LastPoint; // What was passed over begins the next part.
            Finish(trace, chain, matches, ref passedOver);
        }

        Finish(trace, chain, matches, ref passedOver);
        return matches;
    }

    private bool IsGap(TracePoint before, TracePoint after) => rules.SplitsAtGaps && after.Seconds - before.Seconds > rules.MostGapSeconds;

    private MatchCandidate[] Candidates(TracePoint point)
    {
        var options = new SnapOptions { MaxMetres = Math.Max(LeastSearchMetres, SearchSigmas * point.SigmaMetres) };
        var found = new List<MatchCandidate>();
        foreach (var snap in map.SnapToRoads(point.Place, options, rules.MostCandidates))
        {
            for (var directed = 2 * snap.Segment; directed <= 2 * snap.Segment + 1; directed++)
            {
                if (map.Metric.IsOpen(directed) && map.Network.MayDrive(directed))
                    found.Add(new MatchCandidate(snap, directed));
            }
        }

        return [.. found];
    }

    private static double[] Emissions(TracePoint point, MatchCandidate[] candidates) =>
        Array.ConvertAll(candidates, candidate => -0.5 * Square(candidate.Snap.DistanceMetres / point.SigmaMetres));

    /// <summary>By candidate before and candidate after: how likely the drive between them is, as a logarithm.</summary>
    private double[,] Steps(TracePoint from, TracePoint to, MatchCandidate[] before, MatchCandidate[] after)
    {
        var straight = from.Place.DistanceMetres(to.Place);
        var beta = rules.BetaMetres + 0.02 * straight;
        var sigma = Math.Max(from.SigmaMetres, to.SigmaMetres);
        var most = MostMetres(from, to);
        var steps = new double[before.Length, after.Length];
        drives.Set(after);
        for (var i = 0; i < before.Length; i++)
        {
            var found = drives.From(before[i], (long)(100 * (LongestDetour * straight + DetourMetres)));
            for (var j = 0; j < after.Length; j++)
            {
                var metres = Along(before[i], after[j], sigma) ?? (found[j].State < 0 ? null : DriveCost.Centimetres(found[j].Cost) / 100.0);
                steps[i, j] = metres is { } length && length <= most ? -Math.Abs(length - straight) / beta : double.NegativeInfinity;
                if (TurnsBack(before[i], after[j]))
                    steps[i, j] = Math.Max(steps[i, j], rules.TurnBackLog - Math.Abs(LengthBetween(before[i], after[j]) - straight) / beta);
            }
        }

        return steps;
    }

    /// <summary>How far anybody gets in the time between two points, with room for the errors of both.</summary>
    private double MostMetres(TracePoint from, TracePoint to) =>
        to.Seconds - from.Seconds is var seconds && double.IsNaN(seconds)
            ? double.PositiveInfinity
            : rules.MostMetresPerSecond * Math.Max(1, seconds) + 4 * (from.SigmaMetres + to.SigmaMetres);

    /// <summary>Metres straight on along one segment; 0 for who was measured a little behind; none where one must drive round.</summary>
    private static double? Along(MatchCandidate before, MatchCandidate after, double sigmaMetres)
    {
        if (before.Directed != after.Directed)
            return null;

        var ahead = (after.Snap.Centimetres - before.Snap.Centimetres) / 100.0 * ((before.Directed & 1) == 0 ? 1 : -1);
        return ahead >= 0 ? ahead : ahead >= -3 * sigmaMetres ? 0 : null;
    }

    private static bool TurnsBack(MatchCandidate before, MatchCandidate after) => before.Directed == (after.Directed ^ 1);

    private static double LengthBetween(MatchCandidate before, MatchCandidate after) =>
        Math.Abs(after.Snap.Centimetres - before.Snap.Centimetres) / 100.0;

    private void Finish(IReadOnlyList<TracePoint> trace, MatchChain chain, List<MatchedTrace> matches, ref int passedOver)
    {
        passedOver = 0;
        if (chain.Count > 1)
            matches.Add(Matched(trace, chain));
        chain.Clear();
    }

    private MatchedTrace Matched(IReadOnlyList<TracePoint> trace, MatchChain chain)
    {
        var (best, posteriors) = (chain.Best(), chain.Posteriors());
        var (indices, snaps, paths, others) = (new List<int>(), new List<Snap>(), new List<RoadPath>(), new List<int>());
        var (sure, off) = (0.0, 0.0);
        var at = default(MatchCandidate);
        for (var i = 0; i < chain.Count; i++)
        {
            var (point, candidate) = (chain.PointAt(i), chain.CandidatesAt(i)[best[i]]);
            sure += posteriors[i][best[i]];
            off += Square(candidate.Snap.DistanceMetres / trace[point].SigmaMetres);
            if (i > 0)
                paths.Add(PathBetween(trace, chain, i, at, ref candidate));
            indices.Add(point);
            snaps.Add(candidate.Snap);
            others.Add(posteriors[i].Count(share => share > 0.05) - (posteriors[i][best[i]] > 0.05 ? 1 : 0));
            at = candidate;
        }

        var confidence = sure / chain.Count * Math.Exp(-0.25 * Math.Max(0, off / chain.Count - 2));
        return new MatchedTrace(indices, snaps, paths, others, Math.Clamp(confidence, 0, 1));
    }

    private RoadPath PathBetween(IReadOnlyList<TracePoint> trace, MatchChain chain, int i, MatchCandidate at, ref MatchCandidate next)
    {
        var sigma = Math.Max(trace[chain.PointAt(i - 1)].SigmaMetres, trace[chain.PointAt(i)].SigmaMetres);
        if (Along(at, next, sigma) is { } ahead)
            return AlongOrStill(at, ref next, isAhead: ahead > 0);

        drives.Set([next]);
        var straight = trace[chain.PointAt(i - 1)].Place.DistanceMetres(trace[chain.PointAt(i)].Place);
        var found = drives.From(at, (long)(100 * (LongestDetour * straight + DetourMetres)))[0];
        var isRound = TurnsBack(at, next) && found.State >= 0 && DriveCost.Centimetres(found.Cost) > 100 * (LengthBetween(at, next) + straight + DetourMetres / 4);
        return found.State >= 0 && !isRound ? drives.Path(at, 0) : AlongOrStill(at, ref next, isAhead: TurnsBack(at, next));
    }

    /// <summary>Straight along a segment; or not at all: nobody drives back for having been measured behind.</summary>
    private RoadPath AlongOrStill(MatchCandidate at, ref MatchCandidate next, bool isAhead)
    {
        if (!isAhead)
            next = at;
        return PathDrawing.Of(map.Metric, at.Snap, next.Snap, ReadOnlySpan<int>.Empty);
    }

    private static double Square(double value) => value * value;
}
