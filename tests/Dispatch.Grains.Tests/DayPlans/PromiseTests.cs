using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class PromiseTests
{
    private static readonly Duration Stride = Duration.FromSeconds(20);

    [Fact]
    public async Task A_promise_that_the_estimate_has_left_for_a_minute_is_moved_once_in_half_an_hour()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1", "t1");
        await house.AdvanceAsync(8, 5);
        await house.ReportAsync("t1", new DutyStarted());
        await house.ReportAsync("t1", new SetOut(visits[0]));
        await house.ReportAsync("t1", new ArrivedAtVisit(visits[0]));
        // More than the hour that was promised: the second visit leaves its interval by far.
        await house.ReportAsync("t1", new RunsLate(visits[0], 120));
        var reported = house.Clock.Now;
        var first = await NextMovedAsync(house, visits[1], 1);
        Assert.Equal(visits[1], first.Visit);
        Assert.True(first.SentAt - reported >= Duration.FromSeconds(60), $"{reported} and {first.SentAt}");

        // It slips again at once: nobody is written to twice within half an hour.
        await house.ReportAsync("t1", new RunsLate(visits[0], 120));
        var second = await NextMovedAsync(house, visits[1], 2);
        Assert.True(second.SentAt - first.SentAt >= Duration.FromMinutes(30) - (2 * Stride), $"{first.SentAt} and {second.SentAt}");
    }

    [Fact]
    public async Task In_quiet_hours_nobody_is_written_to_and_a_person_calls_about_what_matters()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync(settings: settings => settings with { QuietFrom = new LocalTime(6, 0), QuietTo = new LocalTime(20, 0) });
        var visits = await house.PromiseAsync("t1");
        Accept(await house.Grains.GetGrain<IVisitGrain>(visits[0].Value).CancelAsync(new CancelVisit("moved away"), house.Command("cancel")));
        await EventuallyAsync(async () => (await house.Desk.CallsAsync()).Any(task => task.Why.Code == "call-cancelled"));
        Assert.DoesNotContain(await house.Desk.MessagesAsync(100), message => message.Audience == MessageAudience.Patient);
    }

    [Fact]
    public async Task The_patient_of_an_urgent_visit_is_called_and_not_written_to()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var urgent = await house.RequestAsync(1, urgency: UrgencyClass.P1, deadline: Midnight + Duration.FromHours(12));
        await EventuallyAsync(async () => (await house.VisitAsync(urgent))?.Technician is not null);
        Accept(await house.Plan.PublishAsync(house.Command("publish")));
        await EventuallyAsync(async () => (await house.Desk.CallsAsync()).Any(task => task.Why.Code == "call-promised" && task.Visit == urgent));
        Assert.DoesNotContain(await house.Desk.MessagesAsync(100), message => message.Visit == urgent);
    }

    private static async Task<IReadOnlyList<MessageView>> MovedAsync(House house) =>
        [.. (await house.Desk.MessagesAsync(200)).Where(message => message.Code == "moved")];

    // The clock goes on with each look until the promise has moved, and stands still until that has been written: what is sent bears
    // a time of at most two strides after it was decided.
    private static async Task<MessageView> NextMovedAsync(House house, VisitId visit, int count)
    {
        var before = (await house.VisitAsync(visit))!.Promise;
        await EventuallyAsync(async () =>
        {
            await house.AdvanceToAsync(house.Clock.Now + Stride);
            return (await house.VisitAsync(visit))!.Promise != before;
        });
        await EventuallyAsync(async () => (await MovedAsync(house)).Count >= count);
        var moved = await MovedAsync(house);
        Assert.Equal(count, moved.Count);
        return moved.MaxBy(message => message.SentAt)!;
    }
}
