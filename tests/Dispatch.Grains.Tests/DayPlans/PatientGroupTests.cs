using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>One technician does all of a patient's planned visits of a day, where the provider wants it so; a contradiction never stops the day.</summary>
public sealed class PatientGroupTests
{
    private static readonly TechnicianId[] T = [new("t0"), new("t1"), new("t2"), new("t3")];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_visits_to_one_patient_at_the_same_time_go_to_one_technician_only_where_it_is_wanted(bool isWanted)
    {
        await using var house = await OpenAsync();
        await FurnishAsync(house, isWanted);
        var (one, two) = (await AskAsync(house, "a", "refill"), await AskAsync(house, "b", "check"));
        await PlannedAsync(house, 2);
        Assert.Equal(isWanted, await HolderAsync(house, one) == await HolderAsync(house, two));
        if (isWanted)
            Assert.Contains((await house.Plan.ReasonsAsync(two))!.WhyHere, reason => reason.Code == "same-patient");
    }

    [Fact]
    public async Task What_is_urgent_goes_to_whoever_can_come_whoever_has_the_patient_s_other_visits()
    {
        await using var house = await OpenAsync();
        await FurnishAsync(house);
        var (planned, urgent) = (await AskAsync(house, "a", "refill"), await AskAsync(house, "b", "ventilator"));
        await PlannedAsync(house, 2);
        Assert.Equal(T[3], await HolderAsync(house, urgent));
        Assert.NotEqual(T[3], await HolderAsync(house, planned));
    }

    [Fact]
    public async Task What_the_patient_s_technician_cannot_do_stands_unassigned_with_its_reason_until_somebody_moves_it_by_hand()
    {
        await using var house = await OpenAsync();
        await FurnishAsync(house);
        await AskAsync(house, "a", "refill");
        await PlannedAsync(house, 1);
        var other = await AskAsync(house, "b", "vent-check");
        await EventuallyAsync(async () => (await house.VisitAsync(other))?.UnassignedReasons.Any(reason => reason.Code == "group-elsewhere") == true);
        Assert.Equal("relax-whole-group", (await house.Plan.ReasonsAsync(other))!.Technicians.Single(verdict => verdict.Technician == T[3]).Relaxation!.Code);
        Accept(await house.Plan.MoveAsync(new MoveVisits([other], T[3], null, null, null), house.Command("move")));
        Assert.Equal(T[3], await HolderAsync(house, other));
    }

    [Fact]
    public async Task Visits_of_one_patient_pinned_to_two_technicians_stay_apart_and_the_day_goes_on()
    {
        await using var house = await OpenAsync();
        await FurnishAsync(house);
        var (one, two) = (await AskAsync(house, "a", "refill"), await AskAsync(house, "b", "check"));
        await PlannedAsync(house, 2);
        Accept(await house.Plan.MoveAsync(new MoveVisits([one], T[1], null, null, null), house.Command("one")));
        Accept(await house.Plan.MoveAsync(new MoveVisits([two], T[2], null, null, null), house.Command("two")));
        Assert.Equal((T[1], T[2]), (await HolderAsync(house, one), await HolderAsync(house, two)));
        var third = await AskAsync(house, "c", "check");
        await EventuallyAsync(async () => await HolderAsync(house, third) == T[1]);
        Accept(await house.Plan.PublishAsync(house.Command("publish")));
        Accept(await house.Plan.PinAsync(new PinVisit(two, false, false), house.Command("unpin")));
        Assert.Null((await house.Plan.CompareAsync(new WhatIf([T[1]], null, null, null, Improve: true))).Refusal);
        await house.AdvanceAsync(8, 5);
        await EventuallyAsync(async () => !(await house.Plan.ViewAsync()).IsPlanning);
        Assert.Equal(0, (await house.Plan.ViewAsync()).Score.Unassigned);
    }

    [Fact]
    public async Task Beside_a_visit_for_two_the_patient_s_other_visit_goes_to_one_of_them()
    {
        await using var house = await OpenAsync();
        await FurnishAsync(house);
        await AskAsync(house, "a", "set-up");
        await AskAsync(house, "b", "vent-check");
        await PlannedAsync(house, 3);
        Assert.Equal(T[3], await HolderAsync(house, new("b")));
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(T[3], "ill", null, null), house.Command("out")));
        await EventuallyAsync(async () => (await house.Plan.ViewAsync()).Score.Unassigned == 2);
        Assert.NotEmpty((await house.VisitAsync(new("a")))!.UnassignedReasons);
        Assert.NotEmpty((await house.VisitAsync(new("b")))!.UnassignedReasons);
    }

    private static async Task FurnishAsync(House house, bool isWanted = true)
    {
        await house.FurnishAsync(settings: settings => settings with { Planning = settings.Planning with { IsOneTechnicianPerPatient = isWanted } });
        await WhoMayComeTests.TypesAsync(house, WhoMayComeTests.Type("check", new SkillRequirement(new("oxygen"), 1)), WhoMayComeTests.Type("vent-check", new SkillRequirement(new("ventilator"), 2)));
    }

    // All at patient 5 and at nine: two technicians would be there sooner than one.
    private static async Task<VisitId> AskAsync(House house, string id, string type)
    {
        var nine = Midnight + Duration.FromHours(9);
        Accept(await house.Grains.GetGrain<IVisitGrain>(id).RequestAsync(
            new RequestVisit(Territory, new(type), new("p5"), [], Date, null, null, [new TimeWindow(nine, nine + Duration.FromMinutes(1), true)], type == "ventilator" ? UrgencyClass.P1 : null, null, null, ""), house.Command(id)));
        return new(id);
    }

    private static Task PlannedAsync(House house, int stops) => EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == stops);

    private static async Task<TechnicianId?> HolderAsync(House house, VisitId visit) => (await house.VisitAsync(visit))?.Technician;
}
