using Dispatch.Contracts.DayPlans;
using Dispatch.Grains.LearnedTimes;
using Dispatch.Planning.Intervals;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class ToldIntervalTests
{
    [Fact]
    public async Task What_was_told_and_when_somebody_came_is_learned_and_makes_the_next_interval()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1", "t1", "t1");
        var first = (await house.VisitAsync(visits[0]))!;
        Assert.True(first.Promise!.Start <= first.EstimatedArrival && first.EstimatedArrival <= first.Promise.End);
        Assert.InRange(first.Promise.End - first.Promise.Start, Duration.FromMinutes(60), Duration.FromMinutes(90));

        await house.AdvanceAsync(8, 5);
        await house.ReportAsync("t1", new DutyStarted());
        await house.ReportAsync("t1", new SetOut(visits[0]));
        await house.AdvanceAsync(8, 50);
        await house.ReportAsync("t1", new ArrivedAtVisit(visits[0]));
        await house.ReportAsync("t1", new FinishedVisit(visits[0], "Done."));
        var learned = house.Grains.GetGrain<ILearnedTimesGrain>(Territory.Value);
        await EventuallyAsync(async () => (await learned.GroupsAsync()).ContainsKey("told"));
        var groups = await learned.GroupsAsync();
        // Published the evening before; somebody was there much later than told.
        var late = groups["told/ahead"];
        Assert.Equal(1, late.Sum());
        Assert.True(Array.FindIndex(late, count => count > 0) > FactorHistogram.BinOf(1.1), string.Join(' ', late));
    }

    [Fact]
    public async Task A_fixed_width_is_kept_whatever_was_learned()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync(settings: settings => settings with { PromiseMinutes = 40, Planning = settings.Planning with { PromiseExtraMinutes = 0 } });
        var visits = await house.PromiseAsync("t1", "t1");
        foreach (var visit in visits)
        {
            var promise = (await house.VisitAsync(visit))!.Promise!;
            Assert.Equal(Duration.FromMinutes(40), promise.End - promise.Start);
        }
    }
}
