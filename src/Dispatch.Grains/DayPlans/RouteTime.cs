using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>A stop with its times: facts where they are known, estimates otherwise.</summary>
internal readonly record struct StopTime(
    VisitId Visit, Instant Depart, Instant Arrive, Instant Start, Instant End, int DriveSeconds, int DriveMetres, bool IsFrozen);

/// <summary>A route with its times.</summary>
internal sealed record RouteTime(
    TechnicianId Technician, IReadOnlyList<StopTime> Stops, Instant StartAt, BreakView? Break, int HomeDriveSeconds, Instant HomeAt, int OvertimeMinutes)
{
    /// <summary>All breaks that were begun or are planned; <see cref="Break"/> is the one under way, or else the next, or else the last.</summary>
    public IReadOnlyList<BreakView> Breaks { get; init; } = [];
}
