using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Simulation;
using Dispatch.Simulation.Desk;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Dispatch.Web.Tests;

public sealed class EveningDeskTests(DemoHouse house)
{
    private static readonly Reason Promised = new("call-promised", "Tell the patient when we come.");

    [Fact]
    public async Task The_demos_evening_desk_calls_about_tomorrow_and_leaves_what_falls_due_later_to_whoever_sits_there()
    {
        var grains = house.House.App.Services.GetRequiredService<IGrainFactory>();
        var desk = grains.GetGrain<IDeskGrain>("demo");
        var day = new LocalDate(2030, 5, 6);
        var evening = new EveningDesk(grains, new Chance(1), day, DateTimeZone.Utc);
        var first = evening.Times.First();
        Assert.Equal(Instant.FromUtc(2030, 5, 5, 18, 40), first);
        Assert.Equal(Instant.FromUtc(2030, 5, 6, 9, 20), evening.Times.Last());

        await AskAsync("told-today", Promised, first - Duration.FromMinutes(30));
        await AskAsync("told-later", Promised, first + Duration.FromMinutes(1));
        await AskAsync("asks", new Reason("patient-asks-for-call", "The patient asks for a call."), first - Duration.FromMinutes(30));
        for (var again = 0; again < 2; again++)
            await evening.CallAsync(first, TestContext.Current.CancellationToken);
        Assert.Equal(["asks", "told-later"], (await desk.CallsAsync()).Select(call => call.Id.Value).Where(id => id is "asks" or "told-later" or "told-today").Order());

        await evening.CallAsync(evening.Times.ElementAt(1), TestContext.Current.CancellationToken);
        Assert.Equal(["asks"], (await desk.CallsAsync()).Select(call => call.Id.Value).Where(id => id is "asks" or "told-later" or "told-today"));
        await desk.RecordOutcomeAsync(new RecordCallOutcome(new("asks"), "reached", ""), new CommandContext(CommandId.Fresh(), "dispatcher", Role.Dispatcher, first));

        async Task AskAsync(string id, Reason why, Instant due) => Assert.True((await desk.RequestCallAsync(
            new RequestCall(new(id), why, UrgencyClass.P4, due, null, null, null), new CommandContext(new CommandId(id), "house", Role.House, due))).IsAccepted);
    }

    [Fact]
    public async Task When_the_demos_first_day_opens_nobody_waits_for_a_call_about_it()
    {
        var grains = house.House.App.Services.GetRequiredService<IGrainFactory>();
        var territory = (await grains.GetGrain<ITerritoryGrain>("demo").ProfileAsync())!;
        var started = (await grains.GetGrain<Dispatch.Contracts.Clock.IClockGrain>(0).ViewAsync()).StartedAt!.Value;
        var zone = DateTimeZoneProviders.Tzdb[territory.TimeZone];
        var opening = WorkingTime.At(WorkingTime.DayOf(started, zone).PlusDays(1), new LocalTime(9, 0), zone);
        Assert.DoesNotContain(await grains.GetGrain<IDeskGrain>("demo").CallsAsync(), call => call.Why.Code == "call-promised" && call.DueAt < opening);
    }
}
