using CsCheck;
using Dispatch.Roads.Network;
using Dispatch.Roads.Searching;

namespace Dispatch.Roads.Tests.Searching;

public sealed class LeastSumsTests
{
    [Fact]
    public void Wide_sums_of_times_are_those_of_the_plain_ones() => Compare(DriveCost.EndlessMilliseconds);

    [Fact]
    public void Wide_sums_of_costs_are_those_of_the_plain_ones() => Compare(DriveCost.Endless);

    private static void Compare<T>(T endless) where T : unmanaged, System.Numerics.INumber<T>
    {
        var lanes = LeastSums.Lanes<T>();
        var number = Gen.Int[0, 99].Select(one => one == 0 ? endless : T.CreateTruncating(one * 12_345_678));
        Gen.Select(Gen.Int[0, 40], number.Array[4 * 40], number.Array[40 * lanes], Gen.Int[0, 40].Array[1, lanes]).Sample(
            (common, sources, block, lengths) =>
            {
                var expected = Filled(4 * lanes, endless);
                LeastSums.OfFourPlain<T>(sources, 40, block, common, expected);
                var wide = Filled(4 * lanes, endless);
                LeastSums.OfFour<T>(sources, 40, block, common, wide);
                Assert.Equal(expected, wide);
                var half = Filled(4 * lanes, endless);
                LeastSums.OfFour256<T>(sources, 40, block, common, half);
                Assert.Equal(expected, half);

                var own = lengths.Select(length => (ushort)length).ToArray();
                var some = Filled(lanes, endless);
                LeastSums.OfSome<T>(sources.AsSpan(0, 40), block, common, own, some);
                var plain = Filled(lanes, endless);
                LeastSums.OfSomePlain<T>(sources.AsSpan(0, 40), block, common, own, plain);
                Assert.Equal(plain, some);
            });
    }

    private static T[] Filled<T>(int count, T value)
    {
        var filled = new T[count];
        Array.Fill(filled, value);
        return filled;
    }
}
