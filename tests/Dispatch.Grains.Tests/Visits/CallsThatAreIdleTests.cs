using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.Visits;

public sealed class CallsThatAreIdleTests
{
    [Fact]
    public async Task A_newer_call_takes_the_place_of_an_older_one_and_none_is_left_once_somebody_is_there()
    {
        await using var house = await OpenAsync();
        var (visit, who) = await UrgentAsync(house);
        await house.AdvanceAsync(8, 5);
        await house.ReportAsync(who, new DutyStarted());
        await house.ReportAsync(who, new SetOut(visit));
        await StandAsync(house, "call-on-the-way");
        await house.AdvanceAsync(8, 20);
        await house.ReportAsync(who, new ArrivedAtVisit(visit));
        await StandAsync(house);
        Assert.Contains(await house.Grains.GetGrain<IVisitGrain>(visit.Value).HistoryAsync(), entry => entry.Code == "visit-call-over");
    }

    [Fact]
    public async Task What_was_called_off_leaves_only_the_call_that_says_so_and_that_one_goes_when_it_stands_again()
    {
        await using var house = await OpenAsync();
        var (visit, _) = await UrgentAsync(house);
        var grain = house.Grains.GetGrain<IVisitGrain>(visit.Value);
        Accept(await grain.RecordAnswerAsync(new PatientAnswer(PatientAnswerKind.CallMe, null, null, null), house.Command("call-me", "patient")));
        Accept(await grain.RecordAnswerAsync(new PatientAnswer(PatientAnswerKind.Cancel, null, null, null), house.Command("wants-to-cancel", "patient")));
        await StandAsync(house, "call-promised", "patient-asks-for-call", "patient-wants-to-cancel");
        Accept(await grain.CancelAsync(new CancelVisit("as the patient wished"), house.Command("cancel")));
        await StandAsync(house, "call-cancelled");
    }

    [Fact]
    public async Task Who_answers_on_the_page_need_not_be_told_by_telephone()
    {
        await using var house = await OpenAsync();
        var (visit, _) = await UrgentAsync(house);
        var grain = house.Grains.GetGrain<IVisitGrain>(visit.Value);
        Accept(await grain.RecordAnswerAsync(new PatientAnswer(PatientAnswerKind.CallMe, null, null, null), house.Command("call-me", "patient")));
        Accept(await grain.RecordAnswerAsync(new PatientAnswer(PatientAnswerKind.AtHome, null, null, null), house.Command("at-home", "patient")));
        await StandAsync(house, "patient-asks-for-call");
        var wanted = new Domain.Promises.ArrivalInterval(Midnight + Duration.FromHours(13), Midnight + Duration.FromHours(14));
        Accept(await grain.RecordAnswerAsync(new PatientAnswer(PatientAnswerKind.AnotherTime, wanted, null, null), house.Command("another-time", "patient")));
        await StandAsync(house);
    }

    [Fact]
    public async Task The_call_to_arrange_a_new_time_goes_when_the_follow_up_has_a_day()
    {
        await using var house = await OpenAsync();
        var (visit, who) = await UrgentAsync(house, UrgencyClass.P3, quiet: true);
        await house.AdvanceAsync(8, 5);
        await house.ReportAsync(who, new DutyStarted());
        await house.ReportAsync(who, new CannotDoVisit(visit, "nobody-home", "Rang."));
        await StandAsync(house, "call-to-be-arranged");
        var followUp = house.Grains.GetGrain<IVisitGrain>(visit.Value + "-f");
        await EventuallyAsync(async () => await followUp.DetailsAsync() is not null);
        Accept(await followUp.RescheduleAsync(new RescheduleVisit(Date.PlusDays(1), null), house.Command("arranged")));
        await StandAsync(house);
    }

    // Exactly these calls stand on the desk.
    private static Task StandAsync(House house, params string[] codes) => EventuallyAsync(async () =>
        (await house.Desk.CallsAsync()).Select(task => task.Why.Code).Order(StringComparer.Ordinal).SequenceEqual(codes.Order(StringComparer.Ordinal)));

    // A visit whose patient is told by telephone: it is urgent, or all hours are quiet.
    private static async Task<(VisitId Visit, string Technician)> UrgentAsync(House house, UrgencyClass urgency = UrgencyClass.P1, bool quiet = false)
    {
        await house.FurnishAsync(settings: settings => quiet ? settings with { QuietFrom = new LocalTime(0, 0), QuietTo = new LocalTime(23, 59) } : settings);
        var visit = await house.RequestAsync(1, urgency: urgency, deadline: Midnight + Duration.FromHours(12));
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician is not null);
        Accept(await house.Plan.PublishAsync(house.Command("publish")));
        await StandAsync(house, urgency <= UrgencyClass.P1 ? ["call-promised"] : []);
        return (visit, (await house.VisitAsync(visit))!.Technician!.Value.Value);
    }
}
