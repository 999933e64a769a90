using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Domain.Ids;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class OutTests
{
    [Fact]
    public async Task Who_drops_out_keeps_what_was_promised_until_a_person_accepts_the_proposal_in_whole_or_in_part()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1", "t1", "t1");
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(new("t1"), "ill", null, null), house.Command("out")));
        var proposal = Assert.Single((await house.EntitiesAsync()).OfType<ProposalChanged>()).Proposal;
        Assert.Equal(visits, proposal.Moves.Select(move => move.Visit).OrderBy(id => id.Value, StringComparer.Ordinal));
        Assert.All(proposal.Moves, move => Assert.Equal(("t1", "t2"), (move.From!.Value.Value, move.To!.Value.Value)));
        Assert.Equal("t1", (await house.VisitAsync(visits[0]))!.Technician!.Value.Value);

        Accept(await house.Plan.AnswerProposalAsync(new AnswerProposal(proposal.Id, true, [visits[0]]), house.Command("accept")));
        Assert.Equal("t2", (await house.VisitAsync(visits[0]))!.Technician!.Value.Value);
        Assert.Equal("t1", (await house.VisitAsync(visits[1]))!.Technician!.Value.Value);
        Assert.Empty((await house.EntitiesAsync()).OfType<ProposalChanged>());
        Assert.Equal("proposal-gone", (await house.Plan.AnswerProposalAsync(new AnswerProposal(proposal.Id, true, null), house.Command("again"))).Refusal!.Code);

        // To accept is a change of the dispatcher's own; it cannot be taken back while the one who had the visit is out.
        Assert.Equal("technician-out", (await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo"))).Refusal!.Code);
        Accept(await house.Plan.MarkBackAsync(new MarkTechnicianBack(new("t1")), house.Command("back")));
        Accept(await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo-then")));
        Assert.Equal("t1", (await house.VisitAsync(visits[0]))!.Technician!.Value.Value);
    }

    [Fact]
    public async Task What_is_urgent_finds_another_technician_at_once()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var urgent = await house.RequestAsync(1, urgency: Domain.Urgency.UrgencyClass.P1, deadline: Midnight + NodaTime.Duration.FromHours(12));
        await EventuallyAsync(async () => (await house.VisitAsync(urgent))?.Technician is not null);
        var first = (await house.VisitAsync(urgent))!.Technician!.Value;
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(first, "accident", null, null), house.Command("out")));
        Assert.Equal(first.Value == "t1" ? "t2" : "t1", (await house.VisitAsync(urgent))!.Technician!.Value.Value);
    }

    [Fact]
    public async Task All_that_nobody_was_told_of_finds_others_at_one_event()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        VisitId[] visits = [await house.RequestAsync(0), await house.RequestAsync(1), await house.RequestAsync(2)];
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 3);
        Accept(await house.Plan.MoveAsync(new MoveVisits(visits, new("t1"), 0, null, null), house.Command("move")));
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(new("t1"), "ill", null, null), house.Command("out")));
        var routes = await house.Plan.RoutesAsync();
        Assert.Empty(routes.Single(route => route.Technician.Value == "t1").Stops);
        Assert.Equal(3, routes.Sum(route => route.Stops.Count));
        Assert.Empty((await house.EntitiesAsync()).OfType<ProposalChanged>());
    }

    [Fact]
    public async Task Nobody_drops_out_of_a_visit_before_it_is_said_what_becomes_of_it()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1");
        await house.AdvanceAsync(8, 10);
        await house.ReportAsync("t1", new DutyStarted());
        await house.ReportAsync("t1", new SetOut(visits[0]));
        Assert.Equal("visit-under-way", (await house.Plan.MarkOutAsync(new MarkTechnicianOut(new("t1"), "ill", null, null), house.Command("out"))).Refusal!.Code);
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(new("t1"), "ill", null, VisitUnderWay.HandedOn), house.Command("hand-on")));
        Assert.Equal(StopState.Planned, (await house.Plan.RoutesAsync()).SelectMany(route => route.Stops).Single(stop => stop.Visit == visits[0]).State);
    }
}
