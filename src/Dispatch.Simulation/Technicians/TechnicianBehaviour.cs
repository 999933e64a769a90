using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Technicians;
using NodaTime;

namespace Dispatch.Simulation.Technicians;

/// <summary>How a simulated technician works through a day: pure, from what the phone shows and from chance.</summary>
/// <remarks>Drives and visits last longer or shorter than planned; a few visits cannot be done; a few changed routes are turned down.</remarks>
internal sealed class TechnicianBehaviour(Chance chance)
{
    private const double CannotDoShare = 0.015;
    private const double TurnedDownShare = 0.03;
    private static readonly Duration Settling = Duration.FromMinutes(2);

    /// <summary>The next step; none while there is nothing to do until the day changes.</summary>
    /// <param name="day">What the phone shows.</param>
    /// <param name="driveTime">How long the drive to a stop takes that is on the way.</param>
    public Step? Next(TechnicianDayView day, Func<TechnicianStop, Duration> driveTime)
    {
        if (day.Duty is DutyState.Ended or DutyState.Out || day.ShiftStart is not { } shiftStart || day.ShiftEnd is not { } shiftEnd)
            return null;
        var who = $"{day.Technician.Value}/{day.Date}";
        if (day.Duty == DutyState.OffDuty)
            return Do(shiftStart + Duration.FromSeconds(chance.Whole(who, "begin", -300, 240)), new DutyStarted());
        if (day.Duty == DutyState.OnBreak)
            return Do((day.BreakStart ?? shiftStart) + Duration.FromMinutes(day.BreakMinutes), new BreakEnded());

        var work = WorkStep(day, shiftEnd, who, driveTime);
        return day.Change is { } card && Answer(card, who) is var answer && (work is null || answer.Due <= work.Due) ? answer : work;
    }

    /// <summary>How many times as long as streets and traffic take the drive to a stop lasts: lights, parking, a wrong turn.</summary>
    public double DriveSpread(TechnicianStop stop) => chance.Factor(stop.Stop.Visit.Value, "drive", 0.12, 0.85, 1.6);

    /// <summary>How long the visit takes; two who do it together take equally long.</summary>
    public Duration WorkTime(TechnicianStop stop) =>
        Duration.FromSeconds(stop.DurationMinutes * 60 * chance.Factor(VisitHalves.WholeOf(stop.Stop.Visit).Value, "work", 0.22, 0.6, 2.2));

    private Step? WorkStep(TechnicianDayView day, Instant shiftEnd, string who, Func<TechnicianStop, Duration> driveTime)
    {
        var last = LastEnd(day);
        foreach (var stop in day.Stops)
        {
            switch (stop.Stop.State)
            {
                case StopState.Arrived:
                    return Finish(stop);
                case StopState.OnTheWay:
                    return Do(stop.Stop.DepartAt + driveTime(stop), new ArrivedAtVisit(stop.Stop.Visit));
                case StopState.Planned:
                    var leave = Instant.Max(stop.Stop.DepartAt, (last ?? day.ShiftStart!.Value) + Settling);
                    return day.BreakStart is { } pause && pause <= leave && day.BreakMinutes > 0
                        ? Do(Instant.Max(pause, last ?? pause), new BreakStarted())
                        : Do(leave, new SetOut(stop.Stop.Visit));
            }
        }

        var ends = Instant.Max(shiftEnd, (last ?? shiftEnd) + Duration.FromMinutes(chance.Whole(who, "home", 8, 25)));
        return Do(ends, new DutyEnded());
    }

    private Step Finish(TechnicianStop stop)
    {
        var visit = stop.Stop.Visit;
        if (chance.Of(VisitHalves.WholeOf(visit).Value, "cannot-do") < CannotDoShare)
            return Do(stop.Stop.StartAt + Duration.FromMinutes(6), new CannotDoVisit(visit, "nobody-home", "Rang and called, nobody came."));
        return Do(stop.Stop.StartAt + WorkTime(stop), new FinishedVisit(visit, "Done as planned."));
    }

    private Step Answer(RouteChangeCard card, string who)
    {
        var name = $"{who}/{card.Number}";
        var due = card.ChangedAt + Duration.FromSeconds(chance.Whole(name, "answer", 12, 75));
        return new Step(Instant.FromUnixTimeSeconds(due.ToUnixTimeSeconds()), null, chance.Of(name, "turned-down") < TurnedDownShare
            ? new AnswerRouteChange(card.Number, false, "", "van")
            : new AnswerRouteChange(card.Number, true, ""));
    }

    private static Instant? LastEnd(TechnicianDayView day)
    {
        Instant? last = null;
        foreach (var stop in day.Stops)
        {
            if (stop.Stop.State is StopState.Done or StopState.CouldNotBeDone && (last is null || stop.Stop.EndAt > last))
                last = stop.Stop.EndAt;
        }

        return last;
    }

    // On whole seconds: what is due between two ticks of the clock would never be reached by jumping to it.
    private static Step Do(Instant due, TechnicianFact fact) => new(Instant.FromUnixTimeSeconds(due.ToUnixTimeSeconds()), fact, null);
}
