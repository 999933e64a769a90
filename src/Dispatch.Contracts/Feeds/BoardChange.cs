using System.Text.Json.Serialization;
using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.Clock;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Feeds;

/// <summary>One entity as it now is, or that it is gone. The latest of a <see cref="Key"/> replaces all before it.</summary>
[GenerateSerializer, Immutable]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DayChanged), "day")]
[JsonDerivedType(typeof(TechnicianChanged), "technician")]
[JsonDerivedType(typeof(PositionChanged), "position")]
[JsonDerivedType(typeof(RouteChanged), "route")]
[JsonDerivedType(typeof(RoutePathChanged), "path")]
[JsonDerivedType(typeof(VisitChanged), "visit")]
[JsonDerivedType(typeof(VisitLeft), "visit-left")]
[JsonDerivedType(typeof(AlarmChanged), "alarm")]
[JsonDerivedType(typeof(CallTaskChanged), "call")]
[JsonDerivedType(typeof(MessageSent), "message")]
[JsonDerivedType(typeof(ProposalChanged), "proposal")]
[JsonDerivedType(typeof(ProposalClosed), "proposal-closed")]
[JsonDerivedType(typeof(ClockChanged), "clock")]
[JsonDerivedType(typeof(SomeoneChanged), "note")]
[JsonDerivedType(typeof(ClosureChanged), "closure")]
[JsonDerivedType(typeof(ClosureEnded), "closure-ended")]
[JsonDerivedType(typeof(TrafficLearned), "traffic")]
[JsonDerivedType(typeof(BacklogPlanChanged), "backlog-plan")]
public abstract record BoardChange
{
    /// <summary>What it is about; at most one change a key waits for a slow board.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>Whether it takes the entity away; a snapshot then leaves it out.</summary>
    [JsonIgnore]
    public virtual bool IsRemoval => false;

    /// <summary>Whether it is news only and stays out of snapshots.</summary>
    [JsonIgnore]
    public virtual bool IsTransient => false;
}

/// <summary>The day as a whole.</summary>
[GenerateSerializer, Immutable]
public sealed record DayChanged(DayView Day) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "day";
}

/// <summary>A technician's row.</summary>
[GenerateSerializer, Immutable]
public sealed record TechnicianChanged(TechnicianView Technician) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "t/" + Technician.Id.Value;
}

/// <summary>A technician's position.</summary>
[GenerateSerializer, Immutable]
public sealed record PositionChanged(PositionView Position) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "pos/" + Position.Technician.Value;
}

/// <summary>A route with its times.</summary>
[GenerateSerializer, Immutable]
public sealed record RouteChanged(RouteView Route) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "r/" + Route.Technician.Value;
}

/// <summary>A route's lines.</summary>
[GenerateSerializer, Immutable]
public sealed record RoutePathChanged(RoutePathView Path) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "path/" + Path.Technician.Value;
}

/// <summary>A visit.</summary>
[GenerateSerializer, Immutable]
public sealed record VisitChanged(VisitView Visit) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "v/" + Visit.Id.Value;
}

/// <summary>A visit left this day, or the backlog.</summary>
[GenerateSerializer, Immutable]
public sealed record VisitLeft(VisitId Visit) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "v/" + Visit.Value;

    /// <inheritdoc />
    public override bool IsRemoval => true;
}

/// <summary>An alarm; closed ones are sent once more and then left out.</summary>
[GenerateSerializer, Immutable]
public sealed record AlarmChanged(AlarmView Alarm) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "a/" + Alarm.Id.Value;

    /// <inheritdoc />
    public override bool IsRemoval => Alarm.ClosedAt is not null;
}

/// <summary>A call task; closed ones are sent once more and then left out.</summary>
[GenerateSerializer, Immutable]
public sealed record CallTaskChanged(CallTaskView Task) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "c/" + Task.Id.Value;

    /// <inheritdoc />
    public override bool IsRemoval => Task.ClosedAt is not null;
}

/// <summary>A message went out.</summary>
[GenerateSerializer, Immutable]
public sealed record MessageSent(MessageView Message) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "m/" + Message.Id.Value;
}

/// <summary>A proposal waits for an answer.</summary>
[GenerateSerializer, Immutable]
public sealed record ProposalChanged(ProposalView Proposal) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "p/" + Proposal.Id.Value;
}

/// <summary>A proposal was answered or has lapsed.</summary>
[GenerateSerializer, Immutable]
public sealed record ProposalClosed(ProposalId Proposal) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "p/" + Proposal.Value;

    /// <inheritdoc />
    public override bool IsRemoval => true;
}

/// <summary>The clock was set or its speed changed.</summary>
[GenerateSerializer, Immutable]
public sealed record ClockChanged(ClockView Clock) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "clock";
}

/// <summary>Who changed what: news for five seconds.</summary>
[GenerateSerializer, Immutable]
public sealed record SomeoneChanged(ChangeNote Note) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "note/" + Note.Change.Value;

    /// <inheritdoc />
    public override bool IsTransient => true;
}

/// <summary>Streets are closed or slower.</summary>
[GenerateSerializer, Immutable]
public sealed record ClosureChanged(ClosureView Closure) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "closure/" + Closure.Id.Value;
}

/// <summary>They are as on the map again.</summary>
[GenerateSerializer, Immutable]
public sealed record ClosureEnded(ClosureId Closure) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "closure/" + Closure.Value;

    /// <inheritdoc />
    public override bool IsRemoval => true;
}

/// <summary>The planning of the waiting list began, ended, or its proposal was taken or put away.</summary>
[GenerateSerializer, Immutable]
public sealed record BacklogPlanChanged(BacklogPlanView Plan) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "backlog-plan";
}

/// <summary>What was learned of the streets, by names under which it is read; sent anew whenever something was learned anew.</summary>
/// <param name="Version">Names what was learned; empty while that is nothing.</param>
/// <param name="Parts">The parts of a day in which drives take alike long: those of working days first, then those of weekends.</param>
[GenerateSerializer, Immutable]
public sealed record TrafficLearned(string Version, IReadOnlyList<DayPartView> Parts) : BoardChange
{
    /// <inheritdoc />
    public override string Key => "traffic";
}

/// <summary>A part of the day in which drives take alike long.</summary>
/// <param name="Part">Its number.</param>
/// <param name="IsWeekend">Whether it is of Saturdays and Sundays.</param>
/// <param name="FromHour">Local hour at which it begins, 0 to 23.</param>
/// <param name="ToHour">Local hour at which it ends; where that is not later, on the next day.</param>
[GenerateSerializer, Immutable]
public sealed record DayPartView(int Part, bool IsWeekend, int FromHour, int ToHour);

/// <summary>Numbered changes, or a snapshot: with <paramref name="IsSnapshot"/> forget all before it.</summary>
/// <param name="Number">The number that the reader has then seen; it asks for what comes after.</param>
/// <param name="At">The domain's time when it was sent.</param>
[GenerateSerializer, Immutable]
public sealed record BoardMessage(long Number, bool IsSnapshot, Instant At, IReadOnlyList<BoardChange> Changes);
