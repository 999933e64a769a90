using CsCheck;

namespace Dispatch.Simulation.Tests;

public sealed class ChanceTests
{
    [Fact]
    public void The_same_seed_thing_and_purpose_always_give_the_same_number() =>
        Gen.Select(Gen.Int, Gen.String, Gen.String).Sample((seed, thing, purpose) =>
            Assert.Equal(new Chance(seed).Of(thing, purpose), new Chance(seed).Of(thing, purpose)));

    [Fact]
    public void Numbers_lie_in_their_range_and_are_spread_over_it()
    {
        var chance = new Chance(3);
        double[] numbers = [.. Enumerable.Range(0, 4000).Select(i => chance.Of($"{i}", "spread"))];
        Assert.All(numbers, number => Assert.InRange(number, 0, 0.9999999999999999));
        Assert.InRange(numbers.Average(), 0.47, 0.53);
    }

    [Fact]
    public void Factors_keep_their_bounds() =>
        Gen.Select(Gen.Int, Gen.String).Sample((seed, thing) => Assert.InRange(new Chance(seed).Factor(thing, "f", 0.5, 0.6, 2.2), 0.6, 2.2));
}
