using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.Backlog;

/// <summary>What is booked of a proposal is what was proposed, as long as its days are what they were; and is put back in one step.</summary>
public sealed class BookedAsProposedTests
{
    private const int Booked = 9;
    private const int Waiting = 10;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task On_days_that_are_as_they_were_each_visit_goes_to_the_technician_and_place_that_were_proposed(int seed)
    {
        await using var house = await FullAsync(seed);
        var proposal = await PlanAsync(house);
        Assert.True(proposal.Visits.Count >= 6, $"only {proposal.Visits.Count} visits have a day: the test shows little");
        var taken = Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take")));
        Assert.Empty(taken.Remarks);
        await AssertAsProposedAsync(house, proposal, proposal.Visits);
    }

    [Theory]
    [InlineData(5)]
    public async Task Taken_in_two_parts_they_stand_as_if_taken_at_once(int seed)
    {
        await using var house = await FullAsync(seed);
        var proposal = await PlanAsync(house);
        VisitId[] first = [.. proposal.Visits.Where((_, i) => i % 2 == 0).Select(visit => visit.Visit)];
        Assert.Empty(Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, first), house.Command("take-some"))).Remarks);
        Assert.Empty(Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take-rest"))).Remarks);
        foreach (var proposed in proposal.Visits)
            Assert.Equal(proposed.Technician, (await OnDayAsync(house, proposed)).Technician);
    }

    [Fact]
    public async Task Where_a_day_has_moved_on_its_visit_is_named_and_all_others_stand_as_proposed()
    {
        await using var house = await FullAsync(7);
        var proposal = await PlanAsync(house);
        var away = proposal.Visits[0];
        var plan = Day(house, away);
        Accept(await plan.MarkOutAsync(new MarkTechnicianOut(away.Technician, "ill", null, null), house.Command("out")));
        await EventuallyAsync(async () => !(await plan.ViewAsync()).IsPlanning);
        var taken = Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take")));
        var told = taken.Remarks.Select(remark => remark.Values["visit"]).ToHashSet();
        Assert.All(proposal.Visits.Where(visit => visit.Date == away.Date && visit.Technician == away.Technician), visit => Assert.Contains(visit.Visit.Value, told));
        Assert.All(taken.Remarks, remark => Assert.Contains(remark.Code, (string[])["backlog-booked-otherwise", "backlog-gap-gone"]));
        await AssertAsProposedAsync(house, proposal, proposal.Visits.Where(visit => visit.Date != away.Date));
    }

    [Fact]
    public async Task A_booking_taken_back_puts_all_its_visits_on_the_list_and_proposes_them_as_before()
    {
        await using var house = await FullAsync(8);
        var proposal = await PlanAsync(house);
        var before = await RoutesAsync(house);
        Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take")));
        for (var sent = 0; sent < 2; sent++)
            Assert.Empty(Accept(await List(house).UndoAsync(new UndoBacklogBooking(new("take")), house.Command("undo"))).Remarks);
        await EventuallyAsync(async () => (await StatusesAsync(house, proposal)).All(status => status == VisitStatus.Backlog));
        Assert.Equal(before, await RoutesAsync(house));
        var again = (await List(house).ViewAsync()).Proposal!;
        Assert.Equal(proposal.Visits, again.Visits);

        // And can be booked again.
        Assert.Empty(Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take-again"))).Remarks);
        await AssertAsProposedAsync(house, proposal, proposal.Visits);
    }

    [Fact]
    public async Task Of_a_booking_taken_back_what_was_moved_by_hand_stays_and_is_named_and_nobody_else_may_take_it_back()
    {
        await using var house = await FullAsync(9);
        var proposal = await PlanAsync(house);
        Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take")));
        Assert.Equal("not-yours", (await List(house).UndoAsync(new UndoBacklogBooking(new("take")), house.Command("others", "otto"))).Refusal!.Code);
        Assert.Equal("backlog-booking-gone", (await List(house).UndoAsync(new UndoBacklogBooking(new("never")), house.Command("never"))).Refusal!.Code);
        var moved = proposal.Visits[^1];
        Accept(await Day(house, moved).MoveAsync(new MoveVisits([moved.Visit], moved.Technician, 0, null, null), house.Command("by-hand")));
        var remark = Assert.Single(Accept(await List(house).UndoAsync(new UndoBacklogBooking(new("take")), house.Command("undo"))).Remarks);
        Assert.Equal(("visit-moved-since", moved.Visit.Value), (remark.Code, remark.Values["visit"]));
        await EventuallyAsync(async () => (await StatusesAsync(house, proposal)).Count(status => status == VisitStatus.Backlog) == proposal.Visits.Count - 1);
        Assert.Equal(moved.Technician, (await OnDayAsync(house, moved)).Technician);
    }

    // Three days of two technicians that are well filled and told, so that nobody but a person changes them; ten visits of all lengths wait, two of them for two technicians.
    private static async Task<House> FullAsync(int seed)
    {
        var (house, random) = (await OpenAsync(), new Random(seed));
        await house.FurnishAsync(3 * Booked + Waiting, settings => settings with { Planning = settings.Planning with { MostVisitsMoved = 0 } });
        for (var ahead = 1; ahead <= 3; ahead++)
        {
            var day = house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date.PlusDays(ahead)));
            for (var i = 0; i < Booked; i++)
                await AskAsync(house, $"booked-{ahead}-{i}", (ahead - 1) * Booked + i, 20 + 10 * random.Next(9), Date.PlusDays(ahead), null);
            await EventuallyAsync(async () => (await day.VisitsAsync()).Count == Booked && !(await day.ViewAsync()).IsPlanning);
            Accept(await day.PublishAsync(house.Command($"publish-{ahead}")));
            await EventuallyAsync(async () => !(await day.ViewAsync()).IsPlanning);
        }

        for (var i = 0; i < Waiting; i++)
            await AskAsync(house, $"waits-{i}", 3 * Booked + i, 20 + 10 * random.Next(7), null, new DaySpan(Date.PlusDays(1), Date.PlusDays(2 + random.Next(6))), i % 4 == 3 ? "set-up" : "refill");
        return house;
    }

    private static async Task AskAsync(House house, string id, int patient, int minutes, NodaTime.LocalDate? date, DaySpan? days, string type = "refill") =>
        Accept(await house.Grains.GetGrain<IVisitGrain>(id).RequestAsync(
            new RequestVisit(Territory, new(type), new($"p{patient}"), [], date, null, minutes, null, UrgencyClass.P4, null, null, "") { Days = days }, house.Command(id)));

    private static IBacklogGrain List(House house) => house.Grains.GetGrain<IBacklogGrain>(Territory.Value);

    private static IDayPlanGrain Day(House house, ProposedDay proposed) => house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, proposed.Date));

    private static async Task<BacklogProposal> PlanAsync(House house)
    {
        Accept(await List(house).PlanAsync(new PlanBacklog(3), house.Command("plan")));
        await EventuallyAsync(async () => await List(house).ViewAsync() is { IsPlanning: false, Proposal: not null });
        return (await List(house).ViewAsync()).Proposal!;
    }

    private static async Task AssertAsProposedAsync(House house, BacklogProposal proposal, IEnumerable<ProposedDay> visits)
    {
        foreach (var proposed in visits)
        {
            var routes = await Day(house, proposed).RoutesAsync();
            var route = Assert.Single(routes, route => route.Stops.Any(stop => stop.Visit == proposed.Visit));
            Assert.Equal(proposed.Technician, route.Technician);
            var stops = route.Stops.Select(stop => stop.Visit).ToList();
            var at = stops.IndexOf(proposed.Visit);
            Assert.Equal(proposed.After, at == 0 ? null : stops[at - 1]);
            if (proposed.Second is not { } second)
            {
                Assert.Equal(proposed.ArriveAt, route.Stops[at].ArriveAt);
                continue;
            }

            // Both are there when the later one is.
            var half = VisitHalves.SecondOf(proposed.Visit);
            var other = Assert.Single(routes, known => known.Technician == second.Technician).Stops;
            var place = other.Select(stop => stop.Visit).ToList().IndexOf(half);
            Assert.Equal(second.After, place == 0 ? null : other[place - 1].Visit);
            Assert.Equal(proposed.ArriveAt, NodaTime.Instant.Max(route.Stops[at].ArriveAt, other[place].ArriveAt));
        }

        Assert.NotEmpty(proposal.Visits);
    }

    private static async Task<VisitView> OnDayAsync(House house, ProposedDay proposed) =>
        Assert.Single(await Day(house, proposed).VisitsAsync(), view => view.Id == proposed.Visit);

    private static Task<VisitStatus[]> StatusesAsync(House house, BacklogProposal proposal) =>
        Task.WhenAll(proposal.Visits.Select(async visit => (await house.Grains.GetGrain<IVisitGrain>(visit.Visit.Value).ViewAsync())!.Status));

    private static async Task<IReadOnlyList<string>> RoutesAsync(House house)
    {
        var routes = new List<string>();
        for (var ahead = 1; ahead <= 3; ahead++)
        {
            foreach (var route in await house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date.PlusDays(ahead))).RoutesAsync())
                routes.Add($"{ahead} {route.Technician}: {string.Join(' ', route.Stops.Select(stop => stop.Visit))}");
        }

        return routes;
    }
}
