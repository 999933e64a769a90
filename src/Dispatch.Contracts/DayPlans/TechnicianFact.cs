using System.Text.Json.Serialization;
using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Orleans;

namespace Dispatch.Contracts.DayPlans;

/// <summary>Something that happened in the field; always taken, and if it contradicts the plan, the plan is repaired.</summary>
[GenerateSerializer, Immutable]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DutyStarted), "duty-started")]
[JsonDerivedType(typeof(DutyEnded), "duty-ended")]
[JsonDerivedType(typeof(BreakStarted), "break-started")]
[JsonDerivedType(typeof(BreakEnded), "break-ended")]
[JsonDerivedType(typeof(SetOut), "set-out")]
[JsonDerivedType(typeof(ArrivedAtVisit), "arrived")]
[JsonDerivedType(typeof(FinishedVisit), "finished")]
[JsonDerivedType(typeof(RunsLate), "runs-late")]
[JsonDerivedType(typeof(CannotDoVisit), "cannot-do")]
public abstract record TechnicianFact;

/// <summary>The working day began.</summary>
[GenerateSerializer, Immutable]
public sealed record DutyStarted : TechnicianFact;

/// <summary>The working day ended.</summary>
[GenerateSerializer, Immutable]
public sealed record DutyEnded : TechnicianFact;

/// <summary>A break began.</summary>
[GenerateSerializer, Immutable]
public sealed record BreakStarted : TechnicianFact;

/// <summary>A break ended.</summary>
[GenerateSerializer, Immutable]
public sealed record BreakEnded : TechnicianFact;

/// <summary>On the way to a visit.</summary>
[GenerateSerializer, Immutable]
public sealed record SetOut(VisitId Visit) : TechnicianFact;

/// <summary>At the door.</summary>
[GenerateSerializer, Immutable]
public sealed record ArrivedAtVisit(VisitId Visit) : TechnicianFact;

/// <summary>Done.</summary>
/// <param name="Outcome">A few words; at most 500 characters.</param>
[GenerateSerializer, Immutable]
public sealed record FinishedVisit(VisitId Visit, string Outcome) : TechnicianFact;

/// <summary>Will be later than planned by so many minutes, 1 to 240.</summary>
[GenerateSerializer, Immutable]
public sealed record RunsLate(VisitId Visit, int Minutes) : TechnicianFact;

/// <summary>Cannot be done; the follow-up visit is made.</summary>
/// <param name="Reason">"nobody-home", "part-missing", "unsafe", "refused", "other".</param>
/// <param name="Remark">A few words; at most 500 characters.</param>
[GenerateSerializer, Immutable]
public sealed record CannotDoVisit(VisitId Visit, string Reason, string Remark) : TechnicianFact;

/// <summary>A technician's answer to a changed route.</summary>
/// <param name="Number">The card's number.</param>
/// <param name="Reason">Why not, in the technician's own words, at most 500 characters; may be empty where the code says it.</param>
/// <param name="Code">Why not, as data that the board translates: one of <see cref="RouteRefusal.Codes"/>. Empty, or one that is not known, counts as "other".</param>
[GenerateSerializer, Immutable]
public sealed record AnswerRouteChange(long Number, bool IsAccepted, string Reason, string Code = "");

/// <summary>What stands in the way of a changed route, as the phone offers it.</summary>
public static class RouteRefusal
{
    /// <summary>"time", "part", "skill", "van", and "other", which only words explain.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["time", "part", "skill", "van", "other"];

    /// <summary>The code itself where it is known, "other" where not.</summary>
    public static string Known(string code) => Codes.Contains(code) ? code : "other";
}

/// <summary>A fact with who reports it.</summary>
[GenerateSerializer, Immutable]
public sealed record TechnicianReport(TechnicianId Technician, TechnicianFact Fact, CommandContext Context);
