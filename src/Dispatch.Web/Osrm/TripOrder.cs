namespace Dispatch.Web.Osrm;

/// <summary>The quickest order of places: exact for few, by insertion, local search and seeded kicks for more.</summary>
/// <remarks>
/// Held and Karp (1962) up to <see cref="MostExact"/> places; beyond them Or-opt (Or 1976) and 2-opt with the cost of the turned part,
/// kicked by double bridges (Martin, Otto, Felten 1991). An open trip is a round trip over one more place, which costs nothing to go
/// to and from, where that is allowed.
/// </remarks>
internal static class TripOrder
{
    private const int MostExact = 11;
    private const long Never = long.MaxValue / 1024;
    private const long WorkBudget = 40_000_000;

    /// <summary>The order in which to visit all places.</summary>
    /// <param name="seconds">Row by row, count × count, all of them reachable.</param>
    /// <param name="count">Two places at least.</param>
    /// <param name="isRoundTrip">Whether one returns to the first at last.</param>
    /// <param name="startsAtFirst">Whether one begins at place 0; a round trip that may begin anywhere does.</param>
    /// <param name="endsAtLast">Whether the last place is visited last; of a round trip that may begin anywhere: whether it begins there.</param>
    /// <param name="ct">Ends the work early.</param>
    public static int[] Find(int[] seconds, int count, bool isRoundTrip, bool startsAtFirst, bool endsAtLast, CancellationToken ct)
    {
        var (first, last) = (0, count - 1);
        var bound = !isRoundTrip || (startsAtFirst && endsAtLast);
        var size = bound ? count + 1 : count;
        var costs = new long[size * size];
        for (var from = 0; from < count; from++)
        {
            for (var to = 0; to < count; to++)
                costs[from * size + to] = seconds[from * count + to];
        }

        for (var place = 0; bound && place < count; place++)
        {
            // One leaves the place that is none for the beginning, and comes to it from the end.
            costs[count * size + place] = startsAtFirst && place != first ? Never : 0;
            costs[place * size + count] = endsAtLast && place != last ? Never : 0;
        }

        var tour = size <= MostExact ? Exact(costs, size) : Search(costs, size, ct);
        var start = Array.IndexOf(tour, bound ? count : endsAtLast && !startsAtFirst ? last : first);
        int[] turned = [.. tour[start..], .. tour[..start]];
        return bound ? turned[1..] : turned;
    }

    private static int[] Exact(long[] costs, int size)
    {
        // By set of places and last of them: the least cost from place 0 through the set.
        var sets = 1 << (size - 1);
        var (best, before) = (new long[sets * size], new int[sets * size]);
        Array.Fill(best, Never * 4);
        for (var place = 1; place < size; place++)
            best[(1 << (place - 1)) * size + place] = costs[place];
        for (var set = 1; set < sets; set++)
        {
            for (var end = 1; end < size; end++)
            {
                var known = best[set * size + end];
                for (var next = 1; known < Never * 4 && next < size; next++)
                {
                    var with = (set | 1 << (next - 1)) * size + next;
                    if ((set >> (next - 1) & 1) == 0 && known + costs[end * size + next] < best[with])
                        (best[with], before[with]) = (known + costs[end * size + next], end);
                }
            }
        }

        var (tour, visited) = (new int[size], sets - 1);
        var at = Enumerable.Range(1, size - 1).MinBy(end => best[visited * size + end] + costs[end * size]);
        for (var i = size - 1; i > 0; i--)
        {
            tour[i] = at;
            var previous = before[visited * size + at];
            visited &= ~(1 << (at - 1));
            at = previous;
        }

        return tour;
    }

    private static int[] Search(long[] costs, int size, CancellationToken ct)
    {
        var random = new Random(size);
        var tour = Insert(costs, size);
        Improve(costs, tour);
        var (best, bestCost) = ((int[])tour.Clone(), Cost(costs, tour));
        for (var rounds = Math.Max(4, WorkBudget / ((long)size * size * size)); rounds > 0; rounds--)
        {
            ct.ThrowIfCancellationRequested();
            tour = Kicked(best, random);
            Improve(costs, tour);
            if (Cost(costs, tour) is var cost && cost < bestCost)
                (best, bestCost) = (tour, cost);
        }

        return best;
    }

    /// <summary>Each place is put where it costs least.</summary>
    private static int[] Insert(long[] costs, int size)
    {
        var tour = new List<int> { 0, 1 };
        for (var place = 2; place < size; place++)
        {
            var at = Enumerable.Range(0, tour.Count).MinBy(i =>
                costs[tour[i] * size + place] + costs[place * size + tour[(i + 1) % tour.Count]] - costs[tour[i] * size + tour[(i + 1) % tour.Count]]);
            tour.Insert(at + 1, place);
        }

        return [.. tour];
    }

    /// <summary>Moves parts of up to three places, and turns parts round, as long as that gains.</summary>
    private static void Improve(long[] costs, int[] tour)
    {
        for (var gained = true; gained;)
            gained = MovePart(costs, tour) || TurnPart(costs, tour);
    }

    private static bool MovePart(long[] costs, int[] tour)
    {
        var size = tour.Length;
        for (var length = 1; length <= 3; length++)
        {
            for (var first = 0; first < size; first++)
            {
                var (before, begin, end, after) = (tour[(first + size - 1) % size], tour[first], tour[(first + length - 1) % size], tour[(first + length) % size]);
                var saved = costs[before * size + begin] + costs[end * size + after] - costs[before * size + after];
                for (var step = length; saved > 0 && step < size - 1; step++)
                {
                    var (from, to) = (tour[(first + step) % size], tour[(first + step + 1) % size]);
                    if (saved <= costs[from * size + begin] + costs[end * size + to] - costs[from * size + to])
                        continue;
                    int[] turned = [.. Enumerable.Range(0, size).Select(i => tour[(first + i) % size])];
                    int[] moved = [.. turned[length..(step + 1)], .. turned[..length], .. turned[(step + 1)..]];
                    moved.CopyTo(tour, 0);
                    return true;
                }
            }
        }

        return false;
    }

    private static bool TurnPart(long[] costs, int[] tour)
    {
        var size = tour.Length;
        for (var first = 1; first < size - 1; first++)
        {
            var turnedMore = 0L;
            for (var last = first + 1; last < size; last++)
            {
                turnedMore += costs[tour[last] * size + tour[last - 1]] - costs[tour[last - 1] * size + tour[last]];
                var after = tour[(last + 1) % size];
                var change = turnedMore + costs[tour[first - 1] * size + tour[last]] + costs[tour[first] * size + after]
                    - costs[tour[first - 1] * size + tour[first]] - costs[tour[last] * size + after];
                if (change >= 0)
                    continue;
                Array.Reverse(tour, first, last - first + 1);
                return true;
            }
        }

        return false;
    }

    private static int[] Kicked(int[] tour, Random random)
    {
        int[] cuts = [.. Enumerable.Range(0, 3).Select(_ => random.Next(1, tour.Length)).Order()];
        return [.. tour[..cuts[0]], .. tour[cuts[1]..cuts[2]], .. tour[cuts[0]..cuts[1]], .. tour[cuts[2]..]];
    }

    private static long Cost(long[] costs, int[] tour)
    {
        var cost = costs[tour[^1] * tour.Length + tour[0]];
        for (var i = 1; i < tour.Length; i++)
            cost += costs[tour[i - 1] * tour.Length + tour[i]];
        return cost;
    }
}
