using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>A contradiction in what people want never stops the day: the visit stands unassigned with its reason, or is done and marked.</summary>
public sealed class ContradictionTests
{
    [Fact]
    public async Task A_visit_that_is_wanted_outside_every_shift_is_planned_marked_and_in_nobody_s_way()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var odd = await RequestAsync(house, "odd", 0, "refill", 21, 22);
        var other = await RequestAsync(house, "other", 1, "refill", 9, 10);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 2);
        Assert.True((await house.VisitAsync(odd))!.Marks.Intersect(["outside-window", "overtime"]).Any());
        Assert.Empty((await house.VisitAsync(other))!.Marks);
    }

    [Fact]
    public async Task Two_visits_pinned_to_one_start_are_done_one_after_the_other()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = new[] { await RequestAsync(house, "one", 0, "refill", 9, 12), await RequestAsync(house, "two", 1, "refill", 9, 12) };
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 2);
        var ten = Midnight + Duration.FromHours(10);
        foreach (var visit in visits)
            Accept(await house.Plan.MoveAsync(new MoveVisits([visit], new("t1"), null, ten, null), house.Command($"pin-{visit}")));
        var starts = (await house.Plan.RoutesAsync()).Single(route => route.Stops.Count == 2).Stops.Select(stop => stop.StartAt).ToList();
        Assert.Equal(ten, starts[0]);
        Assert.True(starts[1] >= ten + Duration.FromMinutes(20));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_is_wanted_at_once_no_command_fails_and_each_visit_has_a_technician_or_a_reason(int seed)
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync(settings: settings => settings with { Planning = settings.Planning with { IsOneTechnicianPerPatient = seed % 2 == 0, MostVisitsMoved = 1, SetupMinutes = 10 } });
        await WhoMayComeTests.TypesAsync(house, WhoMayComeTests.Type("either", new SkillRequirement(new("ventilator"), 2, [new SkillChoice(new("oxygen"), 1)])), WhoMayComeTests.Type("nobody", new SkillRequirement(new("oxygen"), 5)));
        var random = new Random(seed);
        var visits = new List<VisitId>();
        for (var step = 0; step < 50; step++)
        {
            if (step == 25)
                await house.AdvanceAsync(8, 10);
            await WantAsync(house, random, step, visits);
        }

        // What the outbox brings and what the planner finds is in before anybody looks.
        await EventuallyAsync(async () => !(await house.Plan.ViewAsync()).IsPlanning && (await house.Plan.VisitsAsync()).All(visit => visit.UnassignedReasons.All(reason => reason.Code != "being-planned")));
        var (routes, standing) = (await house.Plan.RoutesAsync(), await house.Plan.VisitsAsync());
        Assert.NotEmpty(standing);
        Assert.All(standing, visit => Assert.True(routes.Any(route => route.Stops.Any(stop => stop.Visit == visit.Id)) == visit.UnassignedReasons is [], $"seed {seed}: {visit.Id}"));
        foreach (var visit in standing)
            Assert.NotNull(await house.Plan.ReasonsAsync(visit.Id));
    }

    // One thing that somebody wants; it may be refused, and it may contradict what others wanted before.
    private static async Task WantAsync(House house, Random random, int step, List<VisitId> visits)
    {
        var command = house.Command($"want-{step}");
        var technician = new TechnicianId($"t{random.Next(1, 4)}");
        var any = visits.Count > 0 ? visits[random.Next(visits.Count)] : default;
        switch (visits.Count == 0 ? 0 : random.Next(10))
        {
            case 0 or 1 or 2:
                var from = random.Next(0, 23);
                visits.Add(await RequestAsync(
                    house, $"v{step}", random.Next(4), ((string[])["refill", "either", "nobody", "set-up", "ventilator"])[random.Next(5)], from, from + 1, (UrgencyClass)random.Next(5)));
                break;
            case 3 or 4:
                await house.Plan.MoveAsync(new MoveVisits([any], technician, null, random.Next(2) == 0 ? null : Midnight + Duration.FromHours(random.Next(0, 24)), null), command);
                break;
            case 5:
                await house.Plan.PinAsync(new PinVisit(any, random.Next(2) == 0, random.Next(2) == 0), command);
                break;
            case 6:
                if (random.Next(2) == 0)
                    await house.Plan.MarkOutAsync(new MarkTechnicianOut(technician, "ill", null, VisitUnderWay.HandedOn), command);
                else
                    await house.Plan.MarkBackAsync(new MarkTechnicianBack(technician), command);
                break;
            case 7:
                await house.Grains.GetGrain<IVisitGrain>(any.Value).EditAsync(new EditVisit(random.Next(1, 601), null, (UrgencyClass)random.Next(5), Midnight + Duration.FromHours(random.Next(0, 30)), null, null), command);
                break;
            case 8:
                var grain = house.Grains.GetGrain<ITechnicianGrain>(technician.Value);
                Accept(await grain.SaveAsync((await grain.ProfileAsync())! with { DurationPercent = random.Next(50, 201), Break = random.Next(2) == 0 ? new BreakRule(new LocalTime(11, 0), new LocalTime(11, 0), 60) : null, MoreBreaks = random.Next(2) == 0 ? [new BreakRule(new LocalTime(8, 0), new LocalTime(9, 0), 15)] : [], HomeAreaKilometres = random.Next(3) }, command));
                break;
            default:
                if (random.Next(2) == 0)
                    await house.Plan.UndoAsync(new UndoChange(null), command);
                else
                    Accept(await house.Plan.PublishAsync(command));
                break;
        }
    }

    private static async Task<VisitId> RequestAsync(House house, string id, int patient, string type, int fromHour, int toHour, UrgencyClass? urgency = null)
    {
        Accept(await house.Grains.GetGrain<IVisitGrain>(id).RequestAsync(
            new RequestVisit(
                Territory, new(type), new($"p{patient}"), [], Date, null, null, [new TimeWindow(Midnight + Duration.FromHours(fromHour), Midnight + Duration.FromHours(toHour), true)], urgency, null, null, ""),
            house.Command(id)));
        return new(id);
    }
}
