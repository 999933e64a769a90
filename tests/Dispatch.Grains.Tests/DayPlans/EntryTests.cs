using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>A technician's entry changes while visits stand on the route.</summary>
public sealed class EntryTests
{
    [Fact]
    public async Task What_a_technician_may_no_longer_have_goes_to_who_may_and_to_nobody_else()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var skills = (await house.Grains.GetGrain<ITechnicianGrain>("t3").ProfileAsync())!.Skills;
        var visit = await house.RequestAsync(0, "ventilator");
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician == new TechnicianId("t3"));
        await ChangeAsync(house, "t3", technician => technician with { Skills = [] });
        await house.AdvanceAsync(7, 1);
        await EventuallyAsync(async () => (await house.VisitAsync(visit)) is { Technician: null } view && view.UnassignedReasons.Any(reason => reason.Code == "skill-missing"));
        await ChangeAsync(house, "t2", technician => technician with { Skills = skills });
        await house.AdvanceAsync(7, 2);
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician == new TechnicianId("t2"));
        Assert.DoesNotContain("may-not-have", (await house.VisitAsync(visit))!.Marks);
    }

    [Fact]
    public async Task What_was_promised_stays_marked_with_its_reason_until_a_person_accepts_the_proposal()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var skills = (await house.Grains.GetGrain<ITechnicianGrain>("t3").ProfileAsync())!.Skills;
        var visit = await house.RequestAsync(0, "ventilator", urgency: UrgencyClass.P3);
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician == new TechnicianId("t3"));
        Accept(await house.Plan.MoveAsync(new MoveVisits([visit], new("t3"), 0, null, null), house.Command("move")));
        Accept(await house.Plan.PublishAsync(house.Command("publish")));
        await EventuallyAsync(async () => (await house.VisitAsync(visit))!.Promise is not null);
        await ChangeAsync(house, "t2", technician => technician with { Skills = skills });
        await ChangeAsync(house, "t3", technician => technician with { Skills = [] });
        await house.AdvanceAsync(7, 1);
        await EventuallyAsync(async () => (await house.VisitAsync(visit))!.Marks.Contains("may-not-have"));
        var view = (await house.VisitAsync(visit))!;
        Assert.Equal("t3", view.Technician!.Value.Value);
        Assert.Equal("skill-missing", (await house.Plan.ReasonsAsync(visit))!.WhyHere.Single().Code);
        await EventuallyAsync(async () => (await house.EntitiesAsync()).OfType<ProposalChanged>().Any());
        var proposal = Assert.Single((await house.EntitiesAsync()).OfType<ProposalChanged>()).Proposal;
        Assert.Equal(("may-no-longer", "t2"), (proposal.Why.Code, proposal.Moves.Single().To!.Value.Value));

        // Another change of the entry asks no second time.
        await ChangeAsync(house, "t3", technician => technician with { DurationPercent = 120 });
        await house.AdvanceAsync(7, 2);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Any(route => route.Stops.Any(stop => stop.Visit == visit && stop.EndAt - stop.StartAt == Duration.FromMinutes(72))));
        Assert.Single((await house.EntitiesAsync()).OfType<ProposalChanged>());
        Accept(await house.Plan.AnswerProposalAsync(new AnswerProposal(proposal.Id, true, null), house.Command("accept")));
        view = (await house.VisitAsync(visit))!;
        Assert.Equal("t2", view.Technician!.Value.Value);
        Assert.DoesNotContain("may-not-have", view.Marks);
    }

    [Fact]
    public async Task Whose_entry_changes_otherwise_keeps_every_visit()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1", "t2");
        var before = (await house.Plan.RoutesAsync()).SelectMany(route => route.Stops.Select(stop => (route.Technician, stop.Visit))).ToList();
        await ChangeAsync(house, "t1", technician => technician with { Phone = "5", DurationPercent = 120 });
        await house.AdvanceAsync(7, 1);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Any(route => route.Stops.Any(stop => stop.EndAt - stop.StartAt == Duration.FromMinutes(24))));
        Assert.Equal(before, (await house.Plan.RoutesAsync()).SelectMany(route => route.Stops.Select(stop => (route.Technician, stop.Visit))));
        Assert.All(visits, visit => Assert.Contains(before, held => held.Visit == visit));
        Assert.Empty((await house.EntitiesAsync()).OfType<ProposalChanged>());
    }

    private static async Task ChangeAsync(House house, string id, Func<TechnicianProfile, TechnicianProfile> change)
    {
        var technician = house.Grains.GetGrain<ITechnicianGrain>(id);
        var before = (await technician.ProfileAsync())!;
        Accept(await technician.SaveAsync(change(before), house.Command($"change-{id}-{change(before).GetHashCode()}")));
    }
}
