using NodaTime;
using Orleans;

namespace Dispatch.Domain.Urgency;

/// <summary>What has failed; it decides which backups are usable.</summary>
public enum FailureKind
{
    /// <summary>Nothing failed: planned work.</summary>
    None,

    /// <summary>The device is dead or cannot be trusted; its battery does not help.</summary>
    DeviceFailed,

    /// <summary>The device alarms and still works.</summary>
    DeviceAlarm,

    /// <summary>The mains is out; battery and cylinder help.</summary>
    PowerCut,

    /// <summary>Supplies run out: oxygen, consumables.</summary>
    SupplyLow,
}

/// <summary>One cylinder in the home, as read from its gauge.</summary>
/// <param name="Label">The size as the territory's parameters name it, for example "US E".</param>
/// <param name="PressurePsi">Gauge pressure, pounds per square inch; none means unread.</param>
/// <param name="Count">How many such cylinders stand ready.</param>
[GenerateSerializer, Immutable]
public sealed record CylinderReport(string Label, int? PressurePsi, int Count);

/// <summary>What the caller said about the patient and the backups; unknown counts as the worst.</summary>
/// <param name="FlowLitresPerMinute">The prescribed flow; none means unknown.</param>
/// <param name="BatteryMinutes">What the battery still has, in minutes; none means unknown.</param>
/// <param name="FreeBreathingMinutes">How long the patient breathes without support, in minutes; none means unknown.</param>
/// <param name="ReportedAt">When it was said.</param>
[GenerateSerializer, Immutable]
public sealed record BackupReport(
    FailureKind Failure,
    Answer SafeNow,
    Answer BackupRunning,
    IReadOnlyList<CylinderReport> Cylinders,
    double? FlowLitresPerMinute,
    int? BatteryMinutes,
    int? FreeBreathingMinutes,
    Instant ReportedAt);

/// <summary>One backup's share of the runway.</summary>
/// <param name="Source">"cylinder", "battery" or "free-breathing".</param>
/// <param name="Minutes">How long it lasts, in minutes.</param>
/// <param name="IsAssumed">True where nothing was known and the worst was taken.</param>
[GenerateSerializer, Immutable]
public sealed record RunwayPart(string Source, int Minutes, bool IsAssumed);

/// <summary>How long the backups usable in this failure last, one after the other, and what follows from it.</summary>
/// <param name="UsableMinutes">The sum of the parts.</param>
/// <param name="TravelRiskMinutes">Taken off for the road.</param>
/// <param name="MarginMinutes">Taken off for safety.</param>
/// <param name="EndsAt">When the last backup ends.</param>
/// <param name="Deadline">When someone must be there at the latest: <paramref name="EndsAt"/> less risk and margin, never before the report.</param>
[GenerateSerializer, Immutable]
public sealed record Runway(
    int UsableMinutes,
    int TravelRiskMinutes,
    int MarginMinutes,
    IReadOnlyList<RunwayPart> Parts,
    Instant EndsAt,
    Instant Deadline);
