namespace Dispatch.Roads.Matching;

/// <summary>The points of one part of a trace with their candidates, and the likeliest way through them (Viterbi 1967).</summary>
/// <remarks>All in natural logarithms, each point's sums kept near 0, so that long traces do not run out of digits.</remarks>
internal sealed class MatchChain
{
    private readonly List<Link> links = [];

    public int Count => links.Count;

    /// <summary>The trace's point that was added last.</summary>
    public int LastPoint => links[^1].Point;

    public MatchCandidate[] LastCandidates => links[^1].Candidates;

    public int PointAt(int link) => links[link].Point;

    public MatchCandidate[] CandidatesAt(int link) => links[link].Candidates;

    public void Clear() => links.Clear();

    public void Begin(int point, MatchCandidate[] candidates, double[] emissions) =>
        links.Add(new Link(point, candidates, emissions, null, [.. emissions], new int[emissions.Length]));

    /// <summary>Adds a point; false when no step leads to it.</summary>
    /// <param name="point">Which.</param>
    /// <param name="candidates">Where it may be.</param>
    /// <param name="emissions">By candidate: how likely it was measured there.</param>
    /// <param name="steps">By candidate before and candidate now.</param>
    public bool TryAdd(int point, MatchCandidate[] candidates, double[] emissions, double[,] steps)
    {
        var before = links[^1].Best;
        var (best, from) = (new double[candidates.Length], new int[candidates.Length]);
        for (var j = 0; j < candidates.Length; j++)
        {
            best[j] = double.NegativeInfinity;
            for (var i = 0; i < before.Length; i++)
            {
                if (before[i] + steps[i, j] > best[j])
                    (best[j], from[j]) = (before[i] + steps[i, j], i);
            }

            best[j] += emissions[j];
        }

        if (best.Max() is var most && double.IsNegativeInfinity(most))
            return false;
        links.Add(new Link(point, candidates, emissions, steps, Array.ConvertAll(best, value => value - most), from));
        return true;
    }

    /// <summary>By link: the candidate of the likeliest drive.</summary>
    public int[] Best()
    {
        var best = new int[Count];
        best[^1] = Array.IndexOf(links[^1].Best, links[^1].Best.Max());
        for (var link = Count - 1; link > 0; link--)
            best[link - 1] = links[link].From[best[link]];
        return best;
    }

    /// <summary>By link and candidate: its probability, given all points (forward and backward sums; Rabiner 1989).</summary>
    public double[][] Posteriors()
    {
        var forward = new double[Count][];
        forward[0] = Normal(links[0].Emissions);
        for (var link = 1; link < Count; link++)
        {
            var (steps, before) = (links[link].Steps!, forward[link - 1]);
            forward[link] = Normal([.. Enumerable.Range(0, links[link].Candidates.Length)
                .Select(j => links[link].Emissions[j] + Sum(before.Select((value, i) => value + steps[i, j])))]);
        }

        var backward = new double[links[^1].Candidates.Length];
        var posteriors = new double[Count][];
        for (var link = Count - 1; link >= 0; link--)
        {
            var now = Normal([.. forward[link].Select((value, i) => value + backward[i])]);
            posteriors[link] = Array.ConvertAll(now, Math.Exp);
            if (link == 0)
                break;
            var (steps, after, emissions) = (links[link].Steps!, backward, links[link].Emissions);
            backward = Normal([.. Enumerable.Range(0, links[link - 1].Candidates.Length)
                .Select(i => Sum(after.Select((value, j) => value + emissions[j] + steps[i, j])))]);
        }

        return posteriors;
    }

    private static double[] Normal(double[] logs)
    {
        var sum = Sum(logs);
        return Array.ConvertAll(logs, value => value - sum);
    }

    private static double Sum(IEnumerable<double> logs)
    {
        var all = logs.ToArray();
        var most = all.Max();
        return double.IsNegativeInfinity(most) ? most : most + Math.Log(all.Sum(value => Math.Exp(value - most)));
    }

    /// <summary>A point with its candidates; best and from: the likeliest way to each, and the candidate before.</summary>
    private sealed record Link(int Point, MatchCandidate[] Candidates, double[] Emissions, double[,]? Steps, double[] Best, int[] From);
}
