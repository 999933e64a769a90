using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Technicians;
using Dispatch.Domain.Urgency;
using Dispatch.Simulation.Technicians;
using NodaTime;

namespace Dispatch.Simulation.Tests;

public sealed class TechnicianBehaviourTests
{
    private static readonly Instant Eight = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly TechnicianBehaviour Behaviour = new(new Chance(1));

    [Fact]
    public void Before_the_shift_the_next_step_is_to_begin_it()
    {
        var step = Next(Day(DutyState.OffDuty))!;
        Assert.IsType<DutyStarted>(step.Fact);
        Assert.InRange(step.Due, Eight - Duration.FromMinutes(6), Eight + Duration.FromMinutes(6));
    }

    [Fact]
    public void A_stop_is_driven_to_worked_on_and_finished()
    {
        Assert.IsType<SetOut>(Next(Day(DutyState.OnDuty, Stop(StopState.Planned)))!.Fact);
        Assert.IsType<ArrivedAtVisit>(Next(Day(DutyState.OnDuty, Stop(StopState.OnTheWay)))!.Fact);
        var end = Next(Day(DutyState.OnDuty, Stop(StopState.Arrived)))!;
        Assert.True(end.Fact is FinishedVisit or CannotDoVisit);
        Assert.True(end.Due > Eight + Duration.FromMinutes(15));
    }

    [Fact]
    public void When_all_is_done_the_technician_goes_home_and_then_does_nothing()
    {
        Assert.IsType<DutyEnded>(Next(Day(DutyState.OnDuty, Stop(StopState.Done)))!.Fact);
        Assert.Null(Next(Day(DutyState.Ended)));
        Assert.Null(Next(Day(DutyState.Out)));
    }

    [Fact]
    public void A_changed_route_is_answered_within_a_minute_or_so()
    {
        var card = new RouteChangeCard(4, Eight, new Reason("moved", "Moved."), "dana", []);
        var step = Next(Day(DutyState.OnDuty, Stop(StopState.Arrived)) with { Change = card })!;
        Assert.Equal(4, step.Answer!.Number);
        Assert.InRange(step.Due, Eight, Eight + Duration.FromSeconds(90));
    }

    [Fact]
    public void Steps_fall_on_whole_seconds_so_that_a_clock_can_jump_to_them() =>
        Assert.Equal(0, Next(Day(DutyState.OnDuty, Stop(StopState.OnTheWay)))!.Due.ToUnixTimeTicks() % NodaConstants.TicksPerSecond);

    private static Step? Next(TechnicianDayView day) => Behaviour.Next(day, stop => Duration.FromSeconds(stop.Stop.DriveSeconds));

    private static TechnicianStop Stop(StopState state) => new(
        new StopView(new VisitId("v1"), state, 600, 5000, Eight, Eight + Duration.FromMinutes(10), Eight + Duration.FromMinutes(10), Eight + Duration.FromMinutes(40), false, false),
        "Refill", 30, UrgencyClass.P3, "A Patient", "", Address.Unknown, new GeoPoint(0, 0), "", "", [], [], [], "");

    private static TechnicianDayView Day(DutyState duty, params TechnicianStop[] stops) => new(
        1, new TechnicianId("t001"), "A Technician", new LocalDate(2026, 3, 2), "UTC", "", duty, Eight, Eight + Duration.FromHours(8), null, 0, [], stops, null, []);
}
