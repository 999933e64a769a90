using NodaTime;
using Orleans;

namespace Dispatch.Domain.Urgency;

/// <summary>What is known of the patient and the device before anyone asks.</summary>
/// <param name="BatteryMinutes">What a charged battery of the device lasts; 0 without one.</param>
/// <param name="FlowLitresPerMinute">The prescribed oxygen flow; none if there is none.</param>
/// <param name="FreeBreathingMinutes">How long the patient breathes without support; none if unknown.</param>
[GenerateSerializer, Immutable]
public sealed record DependenceFacts(Dependence Dependence, int BatteryMinutes, double? FlowLitresPerMinute, int? FreeBreathingMinutes);

/// <summary>How long the usable backups last, one after the other, and by when someone must therefore be there.</summary>
/// <remarks>
/// A battery helps in a power cut and not when the device is dead or cannot be trusted. What is not known counts as nothing.
/// Cylinder minutes = pressure (psi) × factor / flow (L/min), the rule of respiratory care; the factors are the provider's data.
/// </remarks>
public static class RunwayRule
{
    /// <summary>Longest runway that is computed, in minutes: a week. Beyond it urgency comes from elsewhere.</summary>
    public const int LongestMinutes = 7 * 24 * 60;

    /// <summary>The runway from the moment of the report.</summary>
    /// <param name="report">What the caller said.</param>
    /// <param name="facts">What was known before.</param>
    /// <param name="parameters">The provider's numbers.</param>
    public static Runway Compute(BackupReport report, DependenceFacts facts, RunwayParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(parameters);

        var parts = new List<RunwayPart>();
        if (HelpsBattery(report.Failure) && (report.BatteryMinutes is not null || facts.BatteryMinutes > 0))
            parts.Add(new RunwayPart("battery", Math.Max(0, report.BatteryMinutes ?? 0), report.BatteryMinutes is null));
        if (report.Cylinders.Count > 0 || facts.FlowLitresPerMinute is not null)
            parts.Add(Cylinders(report, facts, parameters));
        if (report.FreeBreathingMinutes is not null || facts.FreeBreathingMinutes is not null)
            parts.Add(new RunwayPart("free-breathing", Math.Max(0, report.FreeBreathingMinutes ?? facts.FreeBreathingMinutes ?? 0), false));

        var usable = (int)Math.Min(parts.Sum(part => (long)part.Minutes), LongestMinutes);
        var ends = report.ReportedAt + Duration.FromMinutes(usable);
        var deadline = ends - Duration.FromMinutes(parameters.TravelRiskMinutes + parameters.MarginMinutes);
        return new Runway(
            usable, parameters.TravelRiskMinutes, parameters.MarginMinutes, parts, ends, Instant.Max(report.ReportedAt, deadline));
    }

    private static bool HelpsBattery(FailureKind failure) => failure is FailureKind.PowerCut or FailureKind.None;

    private static RunwayPart Cylinders(BackupReport report, DependenceFacts facts, RunwayParameters parameters)
    {
        var flow = report.FlowLitresPerMinute ?? facts.FlowLitresPerMinute;
        var isAssumed = flow is not > 0 || report.Cylinders.Count == 0;
        var litresPerMinute = flow is > 0 ? flow.Value : parameters.AssumedFlowLitresPerMinute;
        var minutes = 0.0;
        foreach (var cylinder in report.Cylinders)
        {
            var size = parameters.Cylinders.FirstOrDefault(known => known.Label == cylinder.Label);
            isAssumed |= size is null || cylinder.PressurePsi is null;
            if (size is null || cylinder.PressurePsi is not > 0 || litresPerMinute <= 0)
                continue;
            var psi = Math.Min(cylinder.PressurePsi.Value, size.FullPsi);
            minutes += Math.Max(0, cylinder.Count) * psi * size.MinutesPerPsiAtOneLitre / litresPerMinute;
        }

        return new RunwayPart("cylinder", (int)Math.Min(minutes, LongestMinutes), isAssumed);
    }
}
