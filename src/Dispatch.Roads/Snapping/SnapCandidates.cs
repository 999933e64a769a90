namespace Dispatch.Roads.Snapping;

/// <summary>A point of the network at which a place may be reached.</summary>
/// <param name="Metres">How far it is from the place.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Point">The segment's point before it, counted over all points of the network.</param>
/// <param name="Share">How far along from that point to the next, 0 to 1.</param>
/// <param name="Directions">The ways along the segment that meet the wishes.</param>
internal readonly record struct SnapCandidate(double Metres, int Segment, int Point, double Share, SnapDirections Directions);

/// <summary>The nearest candidates so far, one of a segment at most, nearest first; of equals the one with the lower point.</summary>
internal sealed class SnapCandidates(int count, double maxMetres)
{
    private readonly List<SnapCandidate> best = [];

    /// <summary>What is as far as this, or farther, need not be looked at.</summary>
    public double UsefulMetres => best.Count < count ? maxMetres : best[^1].Metres;

    public IReadOnlyList<SnapCandidate> Best => best;

    public void Add(in SnapCandidate found)
    {
        if (found.Metres > maxMetres)
            return;

        for (var i = 0; i < best.Count; i++)
        {
            if (best[i].Segment != found.Segment)
                continue;
            if (!IsBefore(found, best[i]))
                return;
            best.RemoveAt(i);
            break;
        }

        var at = best.Count;
        while (at > 0 && IsBefore(found, best[at - 1]))
            at--;
        if (at == count)
            return;

        best.Insert(at, found);
        if (best.Count > count)
            best.RemoveAt(count);
    }

    private static bool IsBefore(in SnapCandidate one, in SnapCandidate other) =>
        one.Metres < other.Metres || (one.Metres == other.Metres && one.Point < other.Point);
}
