using CsCheck;
using Dispatch.Roads.Tests.Drawn;
using Dispatch.Roads.Tests.Plain;

namespace Dispatch.Roads.Tests.Searching;

public sealed class JudgedOnRandomTownsTests
{
    [Fact]
    public void Tables_and_paths_are_those_of_the_plain_judge()
    {
        var (pairs, restricted) = (0, 0);
        RandomTown.Gen.Sample(town =>
        {
            if (town.Open() is not { } roads)
                return;

            Interlocked.Add(ref pairs, Judgement.Compare(roads, roads.Places(8, town.Seed), roads.Places(8, town.Seed + 1), paths: true));
            Interlocked.Add(ref restricted, town.RestrictionCount);
        }, iter: 500);
        // The proof is not empty: most towns hang together, and turns are forbidden in them.
        Assert.True(pairs > 5_000, $"only {pairs} pairs");
        Assert.True(restricted > 500, $"only {restricted} restrictions");
    }

    [Fact]
    public void Places_on_one_street_share_their_searches_and_get_the_times_that_each_gets_alone()
    {
        RandomTown.Gen.Sample(town =>
        {
            if (town.Open() is not { } roads)
                return;

            // Three segments with many places each, so that the shared way is taken; and each source once by itself.
            var places = roads.Places(60, town.Seed).GroupBy(place => place.Segment).OrderByDescending(group => group.Count()).Take(3)
                .SelectMany(group => group).ToArray();
            var (seconds, metres) = roads.Table(places, places);
            for (var source = 0; source < places.Length; source++)
            {
                var (alone, metresAlone) = roads.Table([places[source]], places);
                Assert.Equal(alone, seconds[(source * places.Length)..((source + 1) * places.Length)]);
                Assert.Equal(metresAlone, metres[(source * places.Length)..((source + 1) * places.Length)]);
            }
        }, iter: 100);
    }
}
