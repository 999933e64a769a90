using CsCheck;
using Dispatch.Planning.Days;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests;

/// <summary>Visits without a day go into the gaps of several days.</summary>
public sealed class GapTests
{
    private const int Hour = 3_600;
    private static readonly TravelMatrix Street = new([0, 600, 1_200, 600, 0, 600, 1_200, 600, 0], 3);
    private static readonly PlanTechnician Somebody = new() { StartPlace = 0, EndPlace = 0, AvailableFrom = 8 * Hour, ShiftEnd = 12 * Hour };
    private static readonly PlanVisit Visit = new() { Place = 1, DurationSeconds = Hour };

    [Fact]
    public void Random_days_keep_all_that_is_booked_and_each_visit_goes_to_one_of_its_days_or_stays()
    {
        var placed = 0;
        Gen.Select(Gen.Int[1, 4], Gen.Int[2, 9], Gen.Int[1, 4], Gen.Int[0, 1_000_000]).Sample((technicians, visits, dayCount, seed) =>
        {
            var days = Days(technicians, visits, dayCount, seed);
            var prices = Enumerable.Range(0, days[0].Waiting.Count).Select(w => (w + seed) % 5 == 0 ? 0L : 2_000L * (1 + (w + seed) % 50)).ToList();
            var filled = GapFilling.Fill(days, prices, new PlannerOptions { Iterations = 60, Seed = (ulong)seed });
            PlainGaps.Check(days, filled);
            Interlocked.Add(ref placed, filled.Visits.Count(outcome => outcome.Place is not null));
        });
        Assert.True(placed > 50, $"only {placed} visits found a gap: the test shows little");
    }

    [Fact]
    public void What_was_found_is_taken_as_it_was_found_while_the_day_is_the_same()
    {
        var taken = 0;
        Gen.Select(Gen.Int[1, 4], Gen.Int[4, 12], Gen.Int[1, 3], Gen.Int[0, 1_000_000]).Sample((technicians, visits, dayCount, seed) =>
        {
            var days = Days(technicians, visits, dayCount, seed);
            var filled = GapFilling.Fill(days, [.. days[0].Waiting.Select(_ => 90_000L)], new PlannerOptions { Iterations = 60, Seed = (ulong)seed });
            for (var d = 0; d < days.Length; d++)
            {
                var wanted = Wanted(days[d], filled.Days[d]);
                var now = GapTaking.Take(days[d], wanted);
                Assert.Equal(wanted.Select(gap => gap.Technician), now.TechnicianOf);
                Assert.Equal(filled.Days[d].Routes, now.Plan.Routes);
                Interlocked.Add(ref taken, wanted.Count);
            }
        });
        Assert.True(taken > 50, $"only {taken} visits were taken: the test shows little");
    }

    [Fact]
    public void What_is_taken_in_part_or_of_a_day_that_is_another_now_never_makes_anything_worse()
    {
        Gen.Select(Gen.Int[1, 4], Gen.Int[4, 12], Gen.Int[0, 1_000_000]).Sample((technicians, visits, seed) =>
        {
            var (day, random) = (Days(technicians, visits, 1, seed)[0], new Random(seed));
            var filled = GapFilling.Fill([day], [.. day.Waiting.Select(_ => 90_000L)], new PlannerOptions { Iterations = 60, Seed = (ulong)seed });
            var wanted = Wanted(day, filled.Days[0]).Where(_ => random.Next(3) > 0).ToList();
            // Some technicians are out since, and their visits with nobody.
            var (problem, isOut) = (day.Booked.Problem, Enumerable.Range(0, technicians).Select(_ => random.Next(3) == 0).ToArray());
            var since = new Problem([.. problem.Technicians.Select((who, t) => isOut[t] ? who with { IsOut = true, Frozen = [] } : who)], problem.Visits, problem.Travel, problem.Weights);
            var other = day with { Booked = new Plan(since, [.. day.Booked.Routes.Select((route, t) => isOut[t] ? [] : route)]) };
            var taken = GapTaking.Take(other, wanted);
            PlainChecker.Check(taken.Plan);
            for (var i = 0; i < wanted.Count; i++)
            {
                Assert.Equal(taken.TechnicianOf[i], taken.Plan.TechnicianOf[wanted[i].Visit]);
                Assert.False(taken.TechnicianOf[i] >= 0 && isOut[taken.TechnicianOf[i]]);
            }

            PlainGaps.Check(other, taken.Plan);
        });
    }

    [Fact]
    public void A_route_that_would_be_longer_than_was_said_takes_less()
    {
        // The visit was on the way to a booking that is gone: to drive there for it alone is more than was said, and somebody else is there.
        var day = new DayGaps(0, new Plan(new Problem([Somebody, Somebody], [Visit with { Place = 2 }, Visit], Street), [[], [0]]), [0, 1], [1]);
        Assert.Equal([1], GapTaking.Take(day, [new WantedGap(1, 0, -1, 0)]).TechnicianOf);
        Assert.Equal([0], GapTaking.Take(day, [new WantedGap(1, 0, -1, 1_200)]).TechnicianOf);
        Assert.Equal([1], GapTaking.Take(day, [new WantedGap(1, -1, -1, 1_200)]).TechnicianOf);
    }

    [Fact]
    public void Only_what_waits_on_no_route_can_be_taken()
    {
        var day = Day(0, [Visit], [Visit], [Somebody]);
        Assert.Throws<ArgumentException>(() => GapTaking.Take(day, [new WantedGap(0, 0, -1, 0)]));
    }

    private static bool IsSecond(DayGaps day, int visit) => !day.Waiting.Contains(visit);

    private static WantedGap Gap(DayGaps day, Plan filled, int visit, int technician, int extra)
    {
        var other = day.Booked.Problem.OtherOfTie(visit);
        return new WantedGap(visit, technician, Before(filled, visit), other < 0 ? extra : 100_000)
        {
            Second = other < 0 ? -1 : filled.TechnicianOf[other],
            SecondAfter = other < 0 ? -1 : Before(filled, other),
        };
    }

    private static int Before(Plan filled, int visit) => filled.Routes[filled.TechnicianOf[visit]].TakeWhile(stop => stop != visit).LastOrDefault(-1);

    private static List<WantedGap> Wanted(DayGaps day, Plan filled)
    {
        var (times, wanted) = (new RouteTimes(), new List<WantedGap>());
        for (var t = 0; t < filled.Routes.Length; t++)
        {
            times.Compute(filled.Problem, t, day.Booked.Routes[t]);
            var before = times.DriveSeconds;
            times.Compute(filled.Problem, t, filled.Routes[t]);
            var extra = times.DriveSeconds - before;
            wanted.AddRange(filled.Routes[t].Select((visit, i) => (visit, i)).Where(stop => day.Booked.TechnicianOf[stop.visit] < 0)
                .Where(stop => !IsSecond(day, stop.visit)).Select(stop => Gap(day, filled, stop.visit, t, extra)));
        }

        return wanted;
    }

    [Fact]
    public void What_the_search_finds_does_not_depend_on_who_asks()
    {
        var days = Days(3, 9, 3, 8_421);
        var first = GapFilling.Fill(days, [.. days[0].Waiting.Select(_ => 9_000L)], new PlannerOptions { Iterations = 200 });
        var second = GapFilling.Fill(days, [.. days[0].Waiting.Select(_ => 9_000L)], new PlannerOptions { Iterations = 200 });
        Assert.Equal(first.Visits, second.Visits);
    }

    [Fact]
    public void Where_there_is_room_for_one_the_dearer_one_to_leave_out_gets_it()
    {
        // A day of four hours, three of which are booked.
        var day = Day(0, [Visit with { DurationSeconds = 2 * Hour }], [Visit, Visit], [Somebody]);
        var filled = GapFilling.Fill([day], [5_000, 90_000], new PlannerOptions());
        Assert.Equal([GapObstacle.NoGap, GapObstacle.None], filled.Visits.Select(outcome => outcome.Obstacle));
    }

    [Fact]
    public void What_is_near_a_days_bookings_goes_to_that_day()
    {
        var near = Day(0, [Visit with { Place = 1 }], [Visit with { Place = 2 }], [Somebody]);
        var far = Day(1, [Visit with { Place = 2 }], [Visit with { Place = 2 }], [Somebody]);
        var filled = GapFilling.Fill([near, far], [90_000], new PlannerOptions());
        Assert.Equal(new GapOutcome(new GapPlace(1, 0), GapObstacle.None, 0), filled.Visits[0]);
    }

    [Fact]
    public void A_detour_that_costs_more_than_waiting_is_not_made_and_is_told()
    {
        var day = Day(0, [], [Visit with { Place = 2 }], [Somebody]);
        Assert.Equal(new GapOutcome(null, GapObstacle.NotWorth, 2_400), GapFilling.Fill([day], [1_000], new PlannerOptions()).Visits[0]);
    }

    [Fact]
    public void A_promise_is_not_broken_for_a_visit_that_waits()
    {
        var booked = Visit with { Place = 2, PromiseStart = 8 * Hour, PromiseEnd = 8 * Hour + 1_800 };
        var filled = GapFilling.Fill([Day(0, [booked], [Visit], [Somebody])], [90_000], new PlannerOptions());
        Assert.Equal([0, 1], filled.Days[0].Routes[0]);
    }

    [Fact]
    public void What_needs_two_gets_a_gap_that_both_have_at_once_and_goes_before_the_others()
    {
        // One is booked until ten, the other from ten on; both shifts end at twelve, so that only from ten to eleven is both's on the first day.
        PlanVisit[] visits = [Visit with { DurationSeconds = 2 * Hour - 1_200 }, Visit with { Place = 1, DurationSeconds = Hour }, Visit with { DurationSeconds = 1_200 }, Visit, Visit with { TiedTo = 3 }];
        var day = new DayGaps(0, new Plan(new Problem([Somebody, Somebody], visits, Street), [[0], [1]]), [0, 1], [2, 3]);
        var filled = GapFilling.Fill([day], [90_000, 50_000], new PlannerOptions());
        PlainGaps.Check([day], filled);
        Assert.Equal(new GapPlace(0, 0) { Second = 1 }, filled.Visits[1].Place);
        Assert.Equal([GapObstacle.None, GapObstacle.None], filled.Visits.Select(outcome => outcome.Obstacle));
        var alone = new DayGaps(0, new Plan(new Problem([Somebody], visits, Street), [[0]]), [0], [2, 3]);
        Assert.Equal(GapObstacle.Nobody, GapFilling.Fill([alone], [90_000, 50_000], new PlannerOptions()).Visits[1].Obstacle);
        var full = new DayGaps(0, new Plan(new Problem([Somebody, Somebody], [.. visits.Select(visit => visit with { DurationSeconds = 3 * Hour })], Street), [[0], [1]]), [0, 1], [2, 3]);
        Assert.Equal(GapObstacle.NoGap, GapFilling.Fill([full], [90_000, 50_000], new PlannerOptions()).Visits[1].Obstacle);
    }

    [Fact]
    public void A_visit_for_two_begins_when_it_did()
    {
        PlanVisit[] visits = [Visit, Visit with { TiedTo = 0 }, Visit with { DurationSeconds = 1_800 }];
        var booked = new Plan(new Problem([Somebody, Somebody], visits, Street), [[0], [1]]);
        var day = new DayGaps(0, booked, [0, 1], [2]);
        var filled = GapFilling.Fill([day], [90_000], new PlannerOptions());
        PlainGaps.Check([day], filled);
        Assert.Equal(GapObstacle.None, filled.Visits[0].Obstacle);
    }

    [Fact]
    public void Nobody_works_beyond_the_shift_and_whose_day_is_already_too_long_may_still_be_visited_on_the_way()
    {
        // Five hours are booked in a shift of four: what lies on the way lengthens the day and is left out, what takes no time is not.
        var day = Day(0, [Visit with { Place = 2, DurationSeconds = 5 * Hour }], [Visit, Visit with { DurationSeconds = 0 }], [Somebody]);
        var filled = GapFilling.Fill([day, Day(1, [], [], [Somebody]) with { Waiting = [-1, -1] }], [90_000, 90_000], new PlannerOptions());
        Assert.Equal([GapObstacle.NoGap, GapObstacle.None], filled.Visits.Select(outcome => outcome.Obstacle));
    }

    [Fact]
    public void Without_anybody_at_work_all_stay()
    {
        var day = Day(0, [], [Visit], [Somebody with { IsOut = true }]);
        Assert.Equal(GapObstacle.Nobody, GapFilling.Fill([day], [90_000], new PlannerOptions()).Visits[0].Obstacle);
    }

    [Fact]
    public void Days_out_of_order_and_lists_that_do_not_fit_are_refused()
    {
        var day = Day(0, [], [Visit], [Somebody]);
        Assert.Throws<ArgumentException>(() => GapFilling.Fill([], [], new PlannerOptions()));
        Assert.Throws<ArgumentException>(() => GapFilling.Fill([day, day], [1], new PlannerOptions()));
        Assert.Throws<ArgumentException>(() => GapFilling.Fill([day], [1, 2], new PlannerOptions()));
    }

    private static DayGaps Day(int day, PlanVisit[] booked, PlanVisit[] waiting, PlanTechnician[] technicians) => new(
        day, new Plan(new Problem(technicians, [.. booked, .. waiting], Street), [Enumerable.Range(0, booked.Length).ToArray(), .. technicians.Skip(1).Select(_ => Array.Empty<int>())]),
        [.. Enumerable.Range(0, technicians.Length)], [.. Enumerable.Range(booked.Length, waiting.Length)]);

    // One country and its visits; each day has other shifts and books some of them, and the rest waits for some of the days.
    private static DayGaps[] Days(int technicians, int visits, int count, int seed)
    {
        var country = SmallDays.Make(technicians, visits, seed);
        var random = new Random(seed + 7);
        int[] bookedOn = [.. Enumerable.Range(0, visits).Select(_ => random.Next(count + 2))];
        int[] waiting = [.. Enumerable.Range(0, visits).Where(visit => bookedOn[visit] >= count)];
        var number = 0;
        var slow = country.Travel.AtPace(130);
        // Of what waits, some needs a second technician.
        int[] pairs = [.. waiting.Where(visit => technicians > 1 && country.Visits[visit].TiedTo < 0 && !country.Visits.Any(other => other.TiedTo == visit) && random.Next(4) == 0)];
        return [.. Enumerable.Range(0, count).Select(d =>
        {
            // Some days count two kinds of vehicles, of which the others know one.
            var shift = random.Next(-4_000, 12_000);
            var isMixed = country.Travel.VehicleCount == 1 && random.Next(3) == 0;
            var travel = isMixed ? TravelMatrix.ByVehicle([slow, country.Travel]) : country.Travel;
            var problem = new Problem(
                [.. country.Technicians.Select(who => who with { Vehicle = isMixed ? random.Next(2) : who.Vehicle, Day = 0, Person = -1, AvailableFrom = who.AvailableFrom + shift, ShiftEnd = who.ShiftEnd + shift * 2 })],
                [.. country.Visits.Select(visit => visit with { Days = [] }), .. pairs.Select(visit => country.Visits[visit] with { Days = [], TiedTo = visit, PickedUpAt = -1, Group = -1, PinnedTechnician = -1 })], travel, country.Weights);
            var plan = Plan.Empty(problem);
            foreach (var visit in Enumerable.Range(0, visits).Where(visit => bookedOn[visit] == d))
                plan = VisitInsertion.Best(plan, visit, 1) is [{ Displaced.Count: 0 } choice] ? choice.Plan : plan;
            return new DayGaps(number += 1 + random.Next(2), plan, [.. Enumerable.Range(0, technicians)], [.. waiting.Select(visit => random.Next(4) == 0 ? -1 : visit)]);
        })];
    }
}
