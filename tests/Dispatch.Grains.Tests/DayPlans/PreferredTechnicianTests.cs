using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Visits;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>A patient may say whom they would rather have come.</summary>
public sealed class PreferredTechnicianTests
{
    [Fact]
    public async Task Whom_the_patient_prefers_comes_though_another_is_nearer_and_the_reasons_say_so()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync(settings: settings => settings with { Planning = settings.Planning with { NotPreferredTechnicianPrice = 50_000 } });
        var other = await FartherAsync(house);
        Accept(await PreferAsync(house, "prefer", other));
        var again = new VisitId("again");
        Accept(await house.Grains.GetGrain<IVisitGrain>(again.Value).RequestAsync(
            new RequestVisit(Territory, new("refill"), new("p2"), [], Date.PlusDays(1), null, null, null, null, null, null, ""), house.Command("again")));
        var tomorrow = house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date.PlusDays(1)));
        await EventuallyAsync(async () => (await tomorrow.RoutesAsync()).Sum(route => route.Stops.Count) == 1);
        Assert.Equal(other, (await tomorrow.VisitsAsync())[0].Technician);
        var reasons = (await tomorrow.ReasonsAsync(again))!;
        Assert.Contains(reasons.WhyHere, reason => reason.Code == "preferred-by-patient" && reason.Values!["technician"] == (other.Value == "t1" ? "Tech 1" : "Tech 2"));
        Assert.False(reasons.Costs.ContainsKey("preference"));
        Assert.Equal([other], (await house.Grains.GetGrain<IPatientGrain>("p2").ViewAsync())!.Preferred);
    }

    [Fact]
    public async Task A_visit_that_is_already_planned_learns_whom_the_patient_prefers_and_what_that_costs()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync(settings: settings => settings with { Planning = settings.Planning with { NotPreferredTechnicianPrice = 700 } });
        var visit = await house.RequestAsync(2);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 1);
        var holder = (await house.Plan.VisitsAsync())[0].Technician!.Value;
        Accept(await house.Plan.PinAsync(new PinVisit(visit, true, false), house.Command("pin")));
        Accept(await PreferAsync(house, "prefer", new TechnicianId(holder.Value == "t1" ? "t2" : "t1")));
        await EventuallyAsync(async () => (await house.Plan.ReasonsAsync(visit))!.Costs.GetValueOrDefault("preference") == 700);
        Accept(await PreferAsync(house, "anybody"));
        await EventuallyAsync(async () => !(await house.Plan.ReasonsAsync(visit))!.Costs.ContainsKey("preference"));
    }

    [Fact]
    public async Task A_visit_whose_draft_is_older_than_the_wish_hears_of_it_when_it_is_requested()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await house.RequestAsync(2);
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician is not null);
        var holder = (await house.VisitAsync(visit))!.Technician!.Value;
        await house.AdvanceAsync(8, 10);
        await house.ReportAsync(holder.Value, new DutyStarted());
        await house.ReportAsync(holder.Value, new SetOut(visit));
        await EventuallyAsync(async () => (await house.Grains.GetGrain<IVisitGrain>(visit.Value).ViewAsync())!.Status == VisitStatus.OnTheWay);

        // Who has set out goes on, so that visit hears nothing; the one that follows it is drafted from it.
        var wish = new TechnicianId(holder.Value == "t1" ? "t2" : "t1");
        Accept(await PreferAsync(house, "prefer", wish));
        await house.ReportAsync(holder.Value, new CannotDoVisit(visit, "nobody-home", "Rang."));
        await EventuallyAsync(async () => (await house.Grains.GetGrain<IVisitGrain>($"{visit}-f").DetailsAsync())?.Preferred.SequenceEqual([wish]) == true);
        Assert.Empty((await house.Grains.GetGrain<IVisitGrain>(visit.Value).DetailsAsync())!.Preferred);
    }

    [Fact]
    public async Task Nobody_who_does_not_work_there_can_be_preferred_nor_can_everybody()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        Assert.Equal("preferred-unknown", (await PreferAsync(house, "stranger", new TechnicianId("t9"))).Refusal?.Code);
        Assert.Equal("preferred-too-many", (await PreferAsync(house, "all", [.. Enumerable.Range(1, 6).Select(i => new TechnicianId($"t{i}"))])).Refusal?.Code);
        Assert.Equal("unknown", (await house.Grains.GetGrain<IPatientGrain>("p99").PreferAsync(new PreferTechnicians([]), house.Command("nobody"))).Refusal?.Code);
        Assert.Empty(await house.Grains.GetGrain<IPatientGrain>("p2").PreferredAsync());
    }

    private static Task<CommandResult> PreferAsync(House house, string command, params TechnicianId[] technicians) =>
        house.Grains.GetGrain<IPatientGrain>("p2").PreferAsync(new PreferTechnicians(technicians), house.Command(command));

    // Of the two who can, the one who does not get the visit as things are.
    private static async Task<TechnicianId> FartherAsync(House house)
    {
        await house.RequestAsync(2);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 1);
        var nearest = (await house.Plan.VisitsAsync())[0].Technician!.Value;
        Accept(await house.Grains.GetGrain<IVisitGrain>("visit-2-refill").CancelAsync(new CancelVisit("Not needed."), house.Command("cancel")));
        return new TechnicianId(nearest.Value == "t1" ? "t2" : "t1");
    }
}
