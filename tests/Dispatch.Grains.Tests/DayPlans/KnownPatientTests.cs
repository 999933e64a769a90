using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>Who has been at a patient's home knows the patient, and had better come again.</summary>
public sealed class KnownPatientTests
{
    [Fact]
    public async Task Whoever_came_last_knows_the_patient_and_comes_again_though_another_is_nearer()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync(settings: settings => settings with { Planning = settings.Planning with { UnknownTechnicianPrice = 50_000 } });
        var visit = await house.RequestAsync(2);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 1);
        var nearest = (await house.Plan.VisitsAsync())[0].Technician!.Value;
        var other = new TechnicianId(nearest.Value == "t1" ? "t2" : "t1");
        Accept(await house.Plan.MoveAsync(new MoveVisits([visit], other, 0, null, null), house.Command("move")));
        foreach (var (minute, fact) in new (int, TechnicianFact)[] { (60, new DutyStarted()), (62, new SetOut(visit)), (75, new ArrivedAtVisit(visit)), (95, new FinishedVisit(visit, "Done.")) })
        {
            await house.AdvanceToAsync(Midnight + Duration.FromMinutes(7 * 60 + minute));
            await house.ReportAsync(other.Value, fact);
        }

        await EventuallyAsync(async () => (await house.Grains.GetGrain<IPatientGrain>("p2").KnownToAsync()).SequenceEqual([other]));
        Accept(await house.Grains.GetGrain<IVisitGrain>("again").RequestAsync(
            new RequestVisit(Territory, new("refill"), new("p2"), [], Date.PlusDays(1), null, null, null, null, null, null, ""), house.Command("again")));
        var tomorrow = house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date.PlusDays(1)));
        await EventuallyAsync(async () => (await tomorrow.RoutesAsync()).Sum(route => route.Stops.Count) == 1);
        Assert.Equal(other, (await tomorrow.VisitsAsync())[0].Technician);
        var reasons = (await tomorrow.ReasonsAsync(new("again")))!;
        Assert.Contains(reasons.WhyHere, reason => reason.Code == "knows-patient");
        Assert.False(reasons.Costs.ContainsKey("continuity"));
    }
}
