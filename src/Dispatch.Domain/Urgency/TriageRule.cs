using NodaTime;

namespace Dispatch.Domain.Urgency;

/// <summary>What the rules make of a call.</summary>
/// <param name="Deadline">When someone must be there; none for planned work.</param>
/// <param name="Runway">None where no device that the patient depends on has failed.</param>
/// <param name="Codes">Why, weightiest first: "life-at-risk", "backup-not-running", "backup-unknown", "on-backup", "runway-short", "supply-low", "not-dependent", "planned".</param>
public sealed record Triage(UrgencyClass Urgency, Instant? Deadline, Runway? Runway, IReadOnlyList<string> Codes)
{
    /// <summary>P0: emergency plan and ambulance come before any van.</summary>
    public bool OpensEmergencyCard => Urgency == UrgencyClass.P0;
}

/// <summary>From what a caller says to urgency and deadline; what is not known counts as the worst.</summary>
public static class TriageRule
{
    /// <summary>Judges a call.</summary>
    /// <param name="planned">The class that the visit type would have without a failure.</param>
    public static Triage Judge(BackupReport report, DependenceFacts facts, RunwayParameters parameters, UrgencyClass planned)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(parameters);

        if (report.SafeNow == Answer.No)
            return Emergency(report, facts, parameters, "life-at-risk");
        if (report.Failure == FailureKind.None)
            return new Triage(planned, null, null, ["planned"]);
        if (facts.Dependence == Dependence.None)
            return new Triage(Milder(planned, UrgencyClass.P2), null, null, ["not-dependent"]);

        var runway = RunwayRule.Compute(report, facts, parameters);
        if (report.Failure == FailureKind.SupplyLow)
            return Supply(report, runway, parameters);
        if (facts.Dependence == Dependence.LifeSupporting)
        {
            if (report.SafeNow == Answer.Unknown)
                return Emergency(report, facts, parameters, "life-at-risk");
            if (report.BackupRunning != Answer.Yes)
                return Emergency(report, facts, parameters, report.BackupRunning == Answer.No ? "backup-not-running" : "backup-unknown");
        }

        if (runway.UsableMinutes <= runway.TravelRiskMinutes && facts.Dependence == Dependence.LifeSupporting)
            return Emergency(report, facts, parameters, "runway-short");
        return new Triage(UrgencyClass.P1, HighDeadline(report, runway, parameters), runway, ["on-backup"]);
    }

    private static Triage Emergency(BackupReport report, DependenceFacts facts, RunwayParameters parameters, string code)
    {
        var runway = facts.Dependence == Dependence.None ? null : RunwayRule.Compute(report, facts, parameters);
        return new Triage(
            UrgencyClass.P0, report.ReportedAt + Duration.FromMinutes(parameters.EmergencyResponseMinutes), runway, [code]);
    }

    private static Triage Supply(BackupReport report, Runway runway, RunwayParameters parameters)
    {
        var left = runway.Deadline - report.ReportedAt;
        if (left <= Duration.FromMinutes(parameters.HighResponseMinutes))
            return new Triage(UrgencyClass.P1, HighDeadline(report, runway, parameters), runway, ["supply-low", "runway-short"]);
        return left <= Duration.FromHours(24)
            ? new Triage(UrgencyClass.P2, runway.Deadline, runway, ["supply-low"])
            : new Triage(UrgencyClass.P3, runway.Deadline, runway, ["supply-low"]);
    }

    // The lesser of the response time and the runway; a runway that is already used up leaves "now".
    private static Instant HighDeadline(BackupReport report, Runway runway, RunwayParameters parameters) =>
        Instant.Min(report.ReportedAt + Duration.FromMinutes(parameters.HighResponseMinutes), runway.Deadline);

    private static UrgencyClass Milder(UrgencyClass a, UrgencyClass b) => a > b ? a : b;
}
