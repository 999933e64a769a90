using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class PlanningViewsTests
{
    [Fact]
    public async Task Reasons_name_what_is_in_each_technicians_way_and_what_would_help()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(new("t3"), "ill", null, null), house.Command("out")));
        var urgent = await house.RequestAsync(1, "ventilator");
        await EventuallyAsync(async () => (await house.Plan.VisitsAsync()).Any(visit => visit.Id == urgent && visit.UnassignedReasons.Any(reason => reason.Code == "technician-out")));
        var reasons = (await house.Plan.ReasonsAsync(urgent))!;
        var byId = reasons.Technicians.ToDictionary(verdict => verdict.Technician.Value);
        Assert.Equal(("technician-out", "relax-back"), (byId["t3"].Why.Code, byId["t3"].Relaxation!.Code));
        Assert.Equal(("skill-missing", "relax-skill"), (byId["t1"].Why.Code, byId["t1"].Relaxation!.Code));
        // By the names that people know, not by ids.
        Assert.Equal("Ventilator 2", byId["t1"].Relaxation!.Values["skill"]);
        Assert.Contains("Ventilator 2", byId["t1"].Why.Text, StringComparison.Ordinal);
        Assert.Equal("relax-back", reasons.LeastRelaxation!.Code);
        Assert.Null(await house.Plan.ReasonsAsync(new VisitId("nowhere")));
    }

    [Fact]
    public async Task A_placed_visit_says_why_not_the_others_and_what_the_rules_cost()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 6; i++)
            await house.RequestAsync(i);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 6);
        var visit = (await house.Plan.VisitsAsync())[0];
        var reasons = (await house.Plan.ReasonsAsync(visit.Id))!;
        Assert.Equal(visit.Technician, reasons.Technicians.Single(verdict => verdict.IsHolder).Technician);
        Assert.Equal(["t1", "t2"], reasons.Technicians.Where(verdict => verdict.CanHave).Select(verdict => verdict.Technician.Value).Order());
        Assert.Null(reasons.LeastRelaxation);
        var costs = (await house.Plan.RouteCostsAsync(visit.Technician!.Value))!;
        Assert.Equal(costs.Cost, costs.Costs.Values.Sum());
        Assert.True(costs.Costs["driving"] > 0);
        var figures = (await house.Plan.ViewAsync()).Score.Figures!;
        Assert.Equal(figures.Cost, figures.Costs.Values.Sum());
    }

    [Fact]
    public async Task Offers_are_spread_over_days_and_one_that_is_booked_is_kept_to()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 5; i++)
            await house.RequestAsync(i);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 5);
        var intake = house.Grains.GetGrain<IIntakeGrain>(Territory.Value);
        var request = new RequestVisit(Territory, new("refill"), new("p6"), [], Date, null, null, null, null, null, null, "");
        var details = (await intake.DraftAsync(request, house.Clock.Now)).Details!;
        var offers = (await intake.OffersAsync(null, details, 5, 5)).Offers;
        Assert.Equal(5, offers.Count);
        Assert.True(offers.Select(offer => offer.Date).Distinct().Count() >= 3);
        Assert.All(offers, offer => Assert.True(offer.Interval.Start >= house.Clock.Now - Duration.FromMinutes(5)));

        var chosen = offers.First(offer => offer.Date == Date);
        var id = new VisitId("booked");
        var window = new Domain.Time.TimeWindow(chosen.Interval.Start, chosen.Interval.End, false);
        Accept(await house.Grains.GetGrain<IVisitGrain>(id.Value).RequestAsync(request with { Windows = [window] }, house.Command("book")));
        Accept(await house.Plan.InsertAsync(new InsertVisit(id, details with { Windows = [window] }, chosen.Option, chosen.PlanVersion), house.Command("insert")));
        var booked = (await house.Plan.VisitsAsync()).Single(visit => visit.Id == id);
        Assert.Equal(chosen.Technician, booked.Technician);
        Assert.InRange(booked.EstimatedArrival!.Value, chosen.Interval.Start, chosen.Interval.End);
    }

    [Fact]
    public async Task What_if_lays_two_plans_side_by_side_and_changes_nothing()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 6; i++)
            await house.RequestAsync(i);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 6 && !(await house.Plan.ViewAsync()).IsPlanning);
        var version = (await house.Plan.ViewAsync()).Version;
        var comparison = await house.Plan.CompareAsync(new WhatIf([new("t1")], null, null, null, true));
        Assert.Null(comparison.Refusal);
        Assert.Equal(0, comparison.After.UnassignedByUrgency.Sum());
        var routes = await house.Plan.RoutesAsync();
        Assert.Equal(routes.Single(route => route.Technician.Value == "t1").Stops.Count, comparison.Visits.Count(visit => visit.Was?.Value == "t1" && visit.Becomes?.Value == "t2"));
        Assert.Equal(version, (await house.Plan.ViewAsync()).Version);
        var both = await house.Plan.CompareAsync(new WhatIf([new("t1"), new("t2")], null, null, null, false));
        Assert.Equal(6, both.After.UnassignedByUrgency.Sum());
        Assert.Equal("unknown", (await house.Plan.CompareAsync(new WhatIf([new("t9")], null, null, null, false))).Refusal!.Code);
    }

    [Fact]
    public async Task A_part_that_is_missing_sends_its_visits_to_whom_has_it()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 6; i++)
            await house.RequestAsync(i);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 6 && !(await house.Plan.ViewAsync()).IsPlanning);
        Accept(await house.Plan.ReportPartMissingAsync(new ReportPartMissing(new("t1"), new("cylinder"), 0), house.Command("missing")));
        var routes = await house.Plan.RoutesAsync();
        Assert.Equal([0, 6], [routes.Single(route => route.Technician.Value == "t1").Stops.Count, routes.Single(route => route.Technician.Value == "t2").Stops.Count]);
        Assert.Equal("parts-left-out-of-range", (await house.Plan.ReportPartMissingAsync(new ReportPartMissing(new("t1"), new("cylinder"), -1), house.Command("wrong"))).Refusal!.Code);
    }

    [Fact]
    public async Task Every_stop_ahead_has_an_interval_round_its_estimate_before_anything_was_learned()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 6; i++)
            await house.RequestAsync(i);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 6);
        foreach (var stop in (await house.Plan.RoutesAsync()).SelectMany(route => route.Stops))
        {
            Assert.True(stop.Likely!.Start < stop.Likely.End);
            Assert.True(stop.Likely.End > stop.ArriveAt);
        }
    }

    [Fact]
    public async Task What_a_technician_reports_is_learned_by_the_territory()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await house.RequestAsync(2);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 1);
        var who = (await house.Plan.VisitsAsync())[0].Technician!.Value;
        foreach (var (minute, fact) in new (int, TechnicianFact)[] { (60, new DutyStarted()), (62, new SetOut(visit)), (75, new ArrivedAtVisit(visit)), (105, new FinishedVisit(visit, "Done.")) })
        {
            await house.Grains.GetGrain<Contracts.Clock.IClockGrain>(0).AdvanceToAsync(Midnight + Duration.FromMinutes(7 * 60 + minute), house.Command($"advance-{minute}"));
            Accept(await house.Plan.ReportAsync(who, fact, house.Command($"fact-{minute}", "phone")));
        }

        var learned = house.Grains.GetGrain<Dispatch.Grains.LearnedTimes.ILearnedTimesGrain>(Territory.Value);
        await EventuallyAsync(async () => (await learned.GroupsAsync()).ContainsKey("work/refill"));
        var counts = (await learned.GroupsAsync())["work/refill"];
        // 30 minutes instead of 20.
        Assert.Equal(1, counts[Planning.Intervals.FactorHistogram.BinOf(1.5)]);
    }

    [Fact]
    public async Task Settings_out_of_range_are_refused_by_name_and_others_are_kept()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var grain = house.Grains.GetGrain<ITerritoryGrain>(Territory.Value);
        var profile = (await grain.ProfileAsync())!;
        var wrong = profile with { Settings = profile.Settings with { Planning = new PlanningSettings { OfferDays = 99 } } };
        Assert.Equal("offerDays", (await grain.SaveAsync(wrong, house.Command("wrong"))).Refusal!.Values["value"]);
        var right = profile with { Settings = profile.Settings with { Planning = new PlanningSettings { OvertimePrice = 7, MostVisitsMoved = 3 } } };
        Accept(await grain.SaveAsync(right, house.Command("right")));
        Assert.Equal(7, (await grain.ProfileAsync())!.Settings.Planning.OvertimePrice);
    }
}
