using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Urgency;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>Who may have a visit, and how long it takes with whom.</summary>
public sealed class WhoMayComeTests
{
    private static readonly SkillId Oxygen = new("oxygen");
    private static readonly SkillId Ventilator = new("ventilator");

    [Fact]
    public async Task Of_several_skills_one_will_do_whichever_a_technician_has()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        await TypesAsync(house, Type("either", new SkillRequirement(Ventilator, 2, [new SkillChoice(Oxygen, 1)])));
        var visit = await house.RequestAsync(0, "either");
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician is not null);
        Assert.Equal(["t1", "t2", "t3"], (await house.Plan.ReasonsAsync(visit))!.Technicians.Where(verdict => verdict.CanHave).Select(verdict => verdict.Technician.Value).Order());
    }

    [Fact]
    public async Task Nobody_with_any_of_the_skills_leaves_the_visit_unassigned_and_all_of_them_are_named()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        await TypesAsync(house, Type("either", new SkillRequirement(Ventilator, 3, [new SkillChoice(Oxygen, 2)])));
        var visit = await house.RequestAsync(0, "either");
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.UnassignedReasons.Any(reason => reason.Code == "skill-missing") == true);
        var reasons = (await house.Plan.ReasonsAsync(visit))!;
        Assert.All(reasons.Technicians, verdict => Assert.Equal(("relax-skill", "Ventilator 3 / Oxygen 2"), (verdict.Relaxation!.Code, verdict.Relaxation.Values["skill"])));
    }

    [Fact]
    public async Task A_certificate_that_has_run_out_is_named_though_another_skill_would_do()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        await ChangeAsync(house, "t3", technician => technician with { Skills = [new Skill(Ventilator, 2, Date.PlusDays(-1))] });
        await TypesAsync(house, Type("either", new SkillRequirement(Oxygen, 2, [new SkillChoice(Ventilator, 2)])));
        var visit = await house.RequestAsync(0, "either");
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.UnassignedReasons.Any(reason => reason.Code == "skill-expired") == true);
        Assert.Equal("relax-certificate", (await house.Plan.ReasonsAsync(visit))!.Technicians.Single(verdict => verdict.Technician.Value == "t3").Relaxation!.Code);
    }

    [Fact]
    public async Task A_skill_that_is_not_in_the_catalogue_will_not_do_instead_either()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var territory = house.Grains.GetGrain<ITerritoryGrain>(Territory.Value);
        var before = (await territory.ProfileAsync())!;
        foreach (var (choice, code) in new[] { (new SkillChoice(new("juggling"), 1), "skill-unknown"), (new SkillChoice(Oxygen, 6), "skill-level") })
        {
            var refused = await territory.SaveAsync(before with { VisitTypes = [Type("either", new SkillRequirement(Ventilator, 2, [choice]))] }, house.Command($"bad-{code}"));
            Assert.Equal(code, refused.Refusal!.Code);
        }

        Assert.Equal(before.VisitTypes.Count, (await territory.ProfileAsync())!.VisitTypes.Count);
    }

    [Fact]
    public async Task A_day_that_asks_for_more_skills_than_there_are_bits_is_planned_all_the_same()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        SkillId[] many = [.. Enumerable.Range(0, 70).Select(i => new SkillId($"skill-{i}"))];
        await TypesAsync(house, [.. many.Select(skill => new SkillKind(skill, skill.Value))], Type("all", [.. many.Select(skill => new SkillRequirement(skill, 1))]));
        await ChangeAsync(house, "t1", technician => technician with { Skills = [.. many.SkipLast(1).Select(skill => new Skill(skill, 1, null))] });
        await ChangeAsync(house, "t2", technician => technician with { Skills = [.. many.Select(skill => new Skill(skill, 1, null))] });
        var visit = await house.RequestAsync(0, "all");
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician == new TechnicianId("t2"));
        Assert.Equal("skill-missing", (await house.Plan.ReasonsAsync(visit))!.Technicians.Single(verdict => verdict.Technician.Value == "t1").Why.Code);
    }

    [Fact]
    public async Task A_visit_takes_as_long_as_it_takes_with_the_technician_who_has_it()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        await ChangeAsync(house, "t3", technician => technician with { DurationPercent = 150 });
        var visit = await house.RequestAsync(0, "ventilator");
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician is not null);
        var stop = (await house.Plan.RoutesAsync()).SelectMany(route => route.Stops).Single();
        Assert.Equal(Duration.FromMinutes(90), stop.EndAt - stop.StartAt);
        Assert.Equal(90, (await house.Plan.TechnicianDayAsync(new("t3")))!.Stops.Single().DurationMinutes);
        Assert.Equal(60, (await house.VisitAsync(visit))!.DurationMinutes);
        await house.AdvanceAsync(8, 0);
        foreach (var fact in new TechnicianFact[] { new DutyStarted(), new SetOut(visit) })
            await house.ReportAsync("t3", fact);
        await house.AdvanceAsync(8, 20);
        await house.ReportAsync("t3", new ArrivedAtVisit(visit));
        Assert.Equal(Midnight + Duration.FromMinutes(8 * 60 + 20 + 90), (await house.VisitAsync(visit))!.EstimatedEnd);
    }

    [Fact]
    public async Task Two_who_do_a_visit_together_take_what_is_planned_whatever_the_pace_of_one()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        await ChangeAsync(house, "t3", technician => technician with { DurationPercent = 200 });
        await house.RequestAsync(5, "set-up");
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 2);
        Assert.All((await house.Plan.RoutesAsync()).SelectMany(route => route.Stops), stop => Assert.Equal(Duration.FromMinutes(90), stop.EndAt - stop.StartAt));
    }

    [Theory]
    [InlineData(49)]
    [InlineData(201)]
    [InlineData(0)]
    public async Task A_pace_that_nobody_has_is_refused(int percent)
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var technician = house.Grains.GetGrain<ITechnicianGrain>("t1");
        var before = (await technician.ProfileAsync())!;
        Assert.Equal("pace-out-of-range", (await technician.SaveAsync(before with { DurationPercent = percent }, house.Command("pace"))).Refusal!.Code);
        Assert.Equal(100, (await technician.ProfileAsync())!.DurationPercent);
    }

    internal static VisitType Type(string id, params SkillRequirement[] skills) =>
        new(new(id), id, 20, UrgencyClass.P3, null, skills, [], new Dictionary<string, IReadOnlyList<string>>(), []);

    internal static Task TypesAsync(House house, params VisitType[] types) => TypesAsync(house, [], types);

    private static async Task TypesAsync(House house, SkillKind[] skills, params VisitType[] types)
    {
        var territory = house.Grains.GetGrain<ITerritoryGrain>(Territory.Value);
        var profile = (await territory.ProfileAsync())!;
        Accept(await territory.SaveAsync(profile with { VisitTypes = [.. profile.VisitTypes, .. types], Skills = [.. profile.Skills, .. skills] }, house.Command("types")));
    }

    private static async Task ChangeAsync(House house, string technician, Func<TechnicianProfile, TechnicianProfile> change)
    {
        var grain = house.Grains.GetGrain<ITechnicianGrain>(technician);
        Accept(await grain.SaveAsync(change((await grain.ProfileAsync())!), house.Command($"change-{technician}")));
    }
}
