using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Urgency;
using NodaTime;

namespace Dispatch.Grains.Visits;

/// <summary>From a request to the whole visit; pure.</summary>
internal static class VisitDrafting
{
    private const int LongestNote = 2_000;

    /// <summary>The visit, with what was not said taken from type, patient and triage.</summary>
    public static VisitDetails Draft(
        RequestVisit request, TerritoryProfile territory, VisitType type, PatientProfile patient, DependenceFacts facts, Instant at)
    {
        var triage = request.Backup is { } backup ? TriageRule.Judge(backup, facts, territory.Settings.Runway, type.Urgency) : null;
        var urgency = request.Urgency ?? triage?.Urgency ?? type.Urgency;
        var response = type.ResponseMinutes is { } minutes && request.Date is not null && request.Backup is not null
            ? at + Duration.FromMinutes(minutes)
            : (Instant?)null;
        return new VisitDetails(
            request.Territory, type.Id, patient.Id, request.Equipment, patient.Place, patient.Address,
            request.Date, request.DueDate, request.DurationMinutes ?? type.DurationMinutes, type.Skills, type.Parts,
            request.Windows ?? [], urgency, request.Deadline ?? triage?.Deadline ?? response, triage?.Runway, request.Note)
        { SecondSkills = type.SecondSkills, Instruments = type.Instruments, Brings = type.Brings, Takes = type.Takes, Days = request.Days };
    }

    /// <summary>The first mistake in a request; none if all is well.</summary>
    public static Reason? Mistake(RequestVisit request, Instant now) => request switch
    {
        { DurationMinutes: < 1 or > 600 } => new Reason("duration-out-of-range", "A visit takes 1 to 600 minutes."),
        { Note.Length: > LongestNote } => new Reason("text-too-long", "Shorten the note to 2,000 characters."),
        { Urgency: { } urgency } when !Enum.IsDefined(urgency) => new Reason("urgency-unknown", "Urgency is P0, P1, P2, P3 or P4."),
        { Deadline: { } deadline } when deadline < now - Duration.FromDays(1) => new Reason("deadline-past", "The deadline lies more than a day back; enter one that is ahead."),
        _ => request.Windows is { } windows ? WindowMistake(windows) : null,
    };

    /// <summary>The first mistake in a list of windows.</summary>
    public static Reason? WindowMistake(IReadOnlyList<Domain.Time.TimeWindow> windows)
    {
        if (windows.Count > 10)
            return new Reason("windows-too-many", "Give at most ten windows.");
        return windows.Any(window => window.End <= window.Start)
            ? new Reason("window-ends-before-start", "A window ends after it starts; mend the times.")
            : null;
    }

    /// <summary>The visit type that fits a failure, by the device's kind; none if the catalogue has none.</summary>
    public static VisitType? Suggest(TerritoryProfile territory, string? kind, Triage triage, FailureKind failure)
    {
        VisitType? Find(string id) => territory.VisitTypes.FirstOrDefault(type => type.Id.Value == id);
        if (failure == FailureKind.PowerCut)
            return Find("power-cut");
        return kind switch
        {
            "ventilator" => triage.Urgency == UrgencyClass.P0 ? Find("ventilator-failed") : Find("ventilator-alarm"),
            "concentrator" => failure == FailureKind.SupplyLow ? Find("oxygen-refill") : Find("concentrator-failed"),
            "dialysis" => Find("dialysis-down"),
            "monitor" => Find("monitor-fault"),
            "pap" => Find("mask-refit"),
            _ => null,
        };
    }
}
