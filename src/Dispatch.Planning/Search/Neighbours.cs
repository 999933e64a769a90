namespace Dispatch.Planning.Search;

/// <summary>For each visit the others by nearness on the road, the nearest first.</summary>
internal sealed class Neighbours
{
    private readonly int[][] nearest;

    /// <param name="most">How many a visit.</param>
    public Neighbours(Problem problem, int most)
    {
        var visits = problem.Visits;
        nearest = new int[visits.Length][];
        var keys = new long[visits.Length];
        var items = new int[visits.Length];
        for (var v = 0; v < visits.Length; v++)
        {
            for (var other = 0; other < visits.Length; other++)
            {
                items[other] = other;
                keys[other] = other == v
                    ? long.MaxValue
                    : (long)problem.Travel[visits[v].Place, visits[other].Place] + problem.Travel[visits[other].Place, visits[v].Place];
            }

            Array.Sort(keys, items);
            nearest[v] = items[..Math.Min(most, Math.Max(0, visits.Length - 1))];
        }
    }

    /// <summary>The others of a visit.</summary>
    public ReadOnlySpan<int> Of(int visit) => nearest[visit];
}
