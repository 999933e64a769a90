using System.Text.Json;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Serialization;
using Dispatch.Grains.DayPlans;
using Dispatch.Grains.Journaling;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class ReplayTests
{
    [Fact]
    public async Task Replayed_from_the_start_the_day_is_what_its_snapshot_says()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1", "t1", "t2");
        await house.AdvanceAsync(8, 5);
        await house.ReportAsync("t1", new DutyStarted());
        await house.ReportAsync("t1", new SetOut(visits[0]));
        // Until a snapshot has been written.
        var stream = "day-plan/" + DayPlanKey.Of(Territory, Date);
        for (var i = 0; await house.Journal.ReadSnapshotAsync(stream, CancellationToken.None) is null; i++)
            Accept(await house.Plan.PinAsync(new PinVisit(visits[1], ToTechnician: i % 2 == 0, ToStart: false), house.Command($"pin-{i}")));

        var snapshot = (await house.Journal.ReadSnapshotAsync(stream, CancellationToken.None))!;
        var state = DayPlanState.Empty;
        await foreach (var recorded in house.Journal.ReadStreamAsync(stream, 0, CancellationToken.None))
        {
            if (recorded.StreamVersion <= snapshot.StreamVersion)
                state = state.Evolve((DayPlanEvent)EventCatalogue.OfThisRoom.Read(recorded.Name, recorded.Version, recorded.Data.Span));
        }

        using var kept = JsonDocument.Parse(snapshot.Data);
        var restored = kept.RootElement.GetProperty("state").Deserialize<DayPlanState>(DispatchJson.Options)!;
        Assert.Equal(Text(state), Text(restored));
        Assert.NotEmpty(state.Visits);
    }

    // Dictionaries have no order of their own.
    private static string Text(DayPlanState state) => JsonSerializer.Serialize(
        new
        {
            Technicians = state.Technicians.Values.OrderBy(technician => technician.Entry.Id.Value, StringComparer.Ordinal),
            Visits = state.Visits.Values.OrderBy(visit => visit.Id.Value, StringComparer.Ordinal),
            state.Changes,
            Proposals = state.Proposals.Values.OrderBy(proposal => proposal.Id.Value, StringComparer.Ordinal),
            Alarms = state.Alarms.Order(StringComparer.Ordinal),
            state.PublishedAt,
            state.IsOpen,
            state.IsClosed,
        },
        DispatchJson.Options);
}
