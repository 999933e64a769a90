using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Roads;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.Territories;

public sealed class ClosureTests
{
    private static readonly GeoPoint[] AllOfTown = [.. MapCorners];

    [Fact]
    public async Task Slower_streets_make_arrivals_later_and_open_ones_put_them_back()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        await house.PromiseAsync("t1", "t1");
        var free = await DriveSecondsAsync(house);
        Assert.True(free > 60, $"{free} s of driving");
        var territory = house.Grains.GetGrain<ITerritoryGrain>(Territory.Value);
        Accept(await territory.CloseStreetsAsync(new CloseStreets(AllOfTown, true, 3, null, "snow"), house.Command("snow")));
        await EventuallyAsync(async () => await DriveSecondsAsync(house) > 2 * free);
        Assert.Equal("snow", Assert.Single(await territory.ClosuresAsync()).Reason);

        Accept(await territory.ReopenStreetsAsync(new ClosureId("snow"), house.Command("thaw")));
        Accept(await territory.ReopenStreetsAsync(new ClosureId("snow"), house.Command("thaw-again")));
        await EventuallyAsync(async () => await DriveSecondsAsync(house) == free);
    }

    [Fact]
    public async Task A_patient_whom_closures_cut_off_is_reached_later_and_not_sooner()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        await house.PromiseAsync("t1", "t1");
        var free = await DriveSecondsAsync(house);
        Accept(await house.Grains.GetGrain<ITerritoryGrain>(Territory.Value).CloseStreetsAsync(
            new CloseStreets(AllOfTown, true, null, null, "flood"), house.Command("flood")));
        await EventuallyAsync(async () => await DriveSecondsAsync(house) >= free + RoadsNow.CutOffSeconds);
        Assert.NotEmpty((await house.EntitiesAsync()).OfType<RoutePathChanged>().SelectMany(change => change.Path.Legs));
    }

    [Fact]
    public async Task A_closure_outlives_a_restart_and_ends_at_its_time()
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-closure-").FullName;
        int free;
        await using (var house = await OpenAsync(folder))
        {
            await house.FurnishAsync();
            await house.PromiseAsync("t1", "t1");
            free = await DriveSecondsAsync(house);
            Accept(await house.Grains.GetGrain<ITerritoryGrain>(Territory.Value).CloseStreetsAsync(
                new CloseStreets(AllOfTown, true, 3, Midnight + Duration.FromHours(9), "parade"), house.Command("parade")));
            await EventuallyAsync(async () => await DriveSecondsAsync(house) > 2 * free);
        }

        await using (var again = await OpenAsync(folder))
        {
            Assert.True(await DriveSecondsAsync(again) > 2 * free);
            var feed = await again.Grains.GetGrain<IFeedGrain>(FeedName.Desk(Territory)).WatchAsync(again.Grains.CreateObjectReference<IFeedObserver>(new Deaf()), -1);
            Assert.Single(feed.Changes.OfType<ClosureChanged>());
            await again.AdvanceAsync(9, 1);
            await EventuallyAsync(async () => (await again.Grains.GetGrain<ITerritoryGrain>(Territory.Value).ClosuresAsync()).Count == 0);
            await EventuallyAsync(async () => await DriveSecondsAsync(again) == free);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_cannot_be_closed_is_told_and_nothing_changes()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var territory = house.Grains.GetGrain<ITerritoryGrain>(Territory.Value);
        var now = house.Clock.Now;
        foreach (var (code, command) in ((string, CloseStreets)[])
        [
            ("closure-shape", new CloseStreets([AllOfTown[0]], false, null, null, "")),
            ("closure-shape", new CloseStreets([.. AllOfTown.Take(2)], true, null, null, "")),
            ("closure-off-map", new CloseStreets([new(10, 10), new(11, 11)], false, null, null, "")),
            ("closure-factor", new CloseStreets(AllOfTown, true, 0.1, null, "")),
            ("until-past", new CloseStreets(AllOfTown, true, null, now, "")),
            ("text-too-long", new CloseStreets(AllOfTown, true, null, null, new string('x', 201))),
        ])
            Assert.Equal(code, (await territory.CloseStreetsAsync(command, house.Command("wrong-" + CommandId.Fresh()))).Refusal?.Code);
        Assert.Empty(await territory.ClosuresAsync());
    }

    private static async Task<int> DriveSecondsAsync(House house) =>
        (await house.Plan.RoutesAsync()).Single(route => route.Technician.Value == "t1").Stops.Sum(stop => stop.DriveSeconds);

    private sealed class Deaf : IFeedObserver
    {
        public Task ChangedAsync(BoardMessage message) => Task.CompletedTask;
    }
}
