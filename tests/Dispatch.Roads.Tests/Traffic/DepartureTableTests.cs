using CsCheck;

namespace Dispatch.Roads.Tests.Traffic;

public sealed class DepartureTableTests
{
    [Fact]
    public void Who_leaves_later_never_arrives_earlier() =>
        Gen.Select(Gen.Int[1, 20_000].Array[1, 6], Gen.Int[1, 7200].Array[6], Gen.Int[0, 30_000]).Sample((times, lengths, departure) =>
        {
            var begins = new int[times.Length];
            for (var slot = 1; slot < begins.Length; slot++)
                begins[slot] = begins[slot - 1] + lengths[slot];
            var table = new DepartureTable(begins, [.. times.Select(time => new[] { time })], 1);
            var (now, later) = (table.Seconds(0, 0, departure), table.Seconds(0, 0, departure + 1));
            Assert.True(now <= later + 1, $"{now} at {departure}, {later} a second later");
            Assert.InRange(now, times.Min(), times.Max());
        });

    [Fact]
    public void A_drive_within_a_slot_takes_that_slots_time_and_one_beyond_takes_shares_of_both()
    {
        var table = new DepartureTable([0, 1000], [[100], [300]], 1);
        Assert.Equal(100, table.Seconds(0, 0, 500));
        Assert.Equal(300, table.Seconds(0, 0, 1000));
        Assert.Equal(50 + 150, table.Seconds(0, 0, 950));
        Assert.Equal(100, table.Seconds(0, 0, -5));
    }

    [Fact]
    public void Where_no_road_leads_there_is_none_at_any_time() =>
        Assert.Equal(RoadQuery.NoRoad, new DepartureTable([0, 10], [[5, RoadQuery.NoRoad], [5, RoadQuery.NoRoad]], 2).Seconds(0, 1, 3));

    [Fact]
    public void Tables_that_do_not_fit_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new DepartureTable([], [], 1));
        Assert.Throws<ArgumentException>(() => new DepartureTable([0, 0], [[1], [1]], 1));
        Assert.Throws<ArgumentException>(() => new DepartureTable([0, 1], [[1], [1, 2]], 1));
        Assert.Throws<ArgumentException>(() => new DepartureTable([0], [[1, 2, 3]], 2));
    }
}
