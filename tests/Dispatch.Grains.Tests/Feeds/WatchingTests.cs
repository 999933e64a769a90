using System.Threading.Channels;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Visits;
using Dispatch.Grains.Feeds;
using Orleans.Runtime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.Feeds;

/// <summary>What goes to whoever looks, and to nobody where nobody does.</summary>
public sealed class WatchingTests
{
    [Fact]
    public async Task Who_comes_back_to_a_board_sees_what_happened_meanwhile_and_then_what_happens()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var feed = house.Grains.GetGrain<IFeedGrain>(FeedName.Day(Territory, Date));
        for (var round = 0; round < 4; round++)
        {
            var board = new Board();
            var reference = house.Grains.CreateObjectReference<IFeedObserver>(board);
            await board.ChangedAsync(await feed.WatchAsync(reference, -1));
            // What is just being published follows the snapshot.
            foreach (var visit in await house.Plan.VisitsAsync())
                await board.SeesAsync(visit.Id);

            // Seen as it happens; then nobody looks while one more comes in.
            await board.SeesAsync(await house.RequestAsync(2 * round));
            await feed.UnwatchAsync(reference);
            var unseen = await house.RequestAsync(2 * round + 1);
            await EventuallyAsync(async () => await house.VisitAsync(unseen) is not null);
            GC.KeepAlive(board);
        }
    }

    [Fact]
    public async Task A_patients_page_that_is_open_is_told_and_one_that_is_not_wakes_nothing()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        // A day that has just awoken takes it that all are open; its feed says otherwise a moment after the first change.
        await house.Grains.GetGrain<IDayFeedSource>(DayPlanKey.Of(House.Territory, House.Date)).UnwatchedAsync();
        var visits = await house.PromiseAsync("t1", "t1");
        var (open, closed) = (house.Grains.GetGrain<IPatientFeedGrain>(visits[0].Value), house.Grains.GetGrain<IPatientFeedGrain>(visits[1].Value));
        var page = new Page();
        var reference = house.Grains.CreateObjectReference<IPatientVisitObserver>(page);
        Assert.Equal(PatientPageState.Expected, (await open.WatchAsync(reference))!.State);

        foreach (var visit in visits)
            Accept(await house.Grains.GetGrain<IVisitGrain>(visit.Value).CancelAsync(new CancelVisit("moved away"), house.Command($"cancel-{visit.Value}")));
        await page.ShowsAsync(PatientPageState.Cancelled);
        await EventuallyAsync(async () => await house.VisitAsync(visits[1]) is null or { Status: VisitStatus.Cancelled });
        Assert.Null(await house.Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(closed));
        GC.KeepAlive(page);
    }

    private sealed class Board : IFeedObserver
    {
        private readonly Channel<BoardMessage> messages = Channel.CreateUnbounded<BoardMessage>();
        private readonly HashSet<VisitId> seen = [];

        public Task ChangedAsync(BoardMessage message)
        {
            messages.Writer.TryWrite(message);
            return Task.CompletedTask;
        }

        public async Task SeesAsync(VisitId visit)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!seen.Contains(visit))
                seen.UnionWith((await messages.Reader.ReadAsync(patience.Token)).Changes.OfType<VisitChanged>().Select(change => change.Visit.Id));
        }
    }

    private sealed class Page : IPatientVisitObserver
    {
        private readonly Channel<PatientVisitView> pages = Channel.CreateUnbounded<PatientVisitView>();

        public Task PageChangedAsync(PatientVisitView page)
        {
            pages.Writer.TryWrite(page);
            return Task.CompletedTask;
        }

        public async Task ShowsAsync(PatientPageState state)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while ((await pages.Reader.ReadAsync(patience.Token)).State != state)
            {
            }
        }
    }
}
