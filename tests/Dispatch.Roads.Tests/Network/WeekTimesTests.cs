using CsCheck;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Tests.Network;

public sealed class WeekTimesTests
{
    private static readonly Gen<WeekTimes> Times =
        Gen.Select(Gen.Int[0, WeekTimes.MinutesOfWeek - 1], Gen.Int[0, WeekTimes.MinutesOfWeek]).List[0, 4]
            .Select(spans => spans.Aggregate(WeekTimes.Never, (all, span) => all.Or(WeekTimes.Between(span.Item1, span.Item2))));

    [Fact]
    public void Begin_is_included_end_is_not_and_Sunday_night_goes_on_on_Monday()
    {
        var night = WeekTimes.Between(22 * 60, 6 * 60);
        Assert.True(night.Holds(22 * 60));
        Assert.True(night.Holds(WeekTimes.MinutesOfWeek - 1));
        Assert.True(night.Holds(0));
        Assert.False(night.Holds(6 * 60));
        Assert.False(night.Holds(22 * 60 - 1));
        Assert.Equal(WeekTimes.Always, WeekTimes.Between(7, 7));
    }

    [Fact]
    public void Joining_cutting_and_turning_over_are_those_of_sets_of_minutes() =>
        Gen.Select(Times, Times, Gen.Int[0, WeekTimes.MinutesOfWeek - 1]).Sample((one, other, minute) =>
        {
            Assert.Equal(one.Holds(minute) && other.Holds(minute), one.And(other).Holds(minute));
            Assert.Equal(one.Holds(minute) || other.Holds(minute), one.Or(other).Holds(minute));
            Assert.Equal(!one.Holds(minute), one.Not().Holds(minute));
            Assert.Equal(one, one.Not().Not());
            Assert.Equal(one, WeekTimes.Parse(one.ToString()));
            Assert.Equal(one.Or(other).GetHashCode(), other.Or(one).GetHashCode());
        });

    [Theory]
    [InlineData("1")]
    [InlineData("5 4")]
    [InlineData("0 10081")]
    [InlineData("a b")]
    public void What_is_no_time_of_the_week_is_refused(string text) => Assert.Throws<MapException>(() => WeekTimes.Parse(text));
}
