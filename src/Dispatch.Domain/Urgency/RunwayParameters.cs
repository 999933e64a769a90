using NodaTime;
using Orleans;

namespace Dispatch.Domain.Urgency;

/// <summary>A cylinder size and its factor.</summary>
/// <param name="MinutesPerPsiAtOneLitre">Cylinder minutes = pressure (psi) × this / flow (L/min). US E: 0.28, D: 0.16, M: 1.56, H: 3.14.</param>
/// <param name="FullPsi">The pressure of a full one.</param>
[GenerateSerializer, Immutable]
public sealed record CylinderSize(string Label, double MinutesPerPsiAtOneLitre, int FullPsi);

/// <summary>The numbers behind the runway; clinical values that a provider signs for, never constants.</summary>
/// <param name="TravelRiskMinutes">Taken off for what may happen on the road.</param>
/// <param name="MarginMinutes">Taken off for safety.</param>
/// <param name="EmergencyResponseMinutes">P0: on site within; 120 where a two-hour rule holds.</param>
/// <param name="HighResponseMinutes">P1: on site within, at the most; 240.</param>
/// <param name="AssumedFlowLitresPerMinute">Taken where the flow is unknown.</param>
/// <param name="SetBy">Who signed.</param>
/// <param name="SetAt">When; none until someone has.</param>
[GenerateSerializer, Immutable]
public sealed record RunwayParameters(
    IReadOnlyList<CylinderSize> Cylinders,
    int TravelRiskMinutes,
    int MarginMinutes,
    int EmergencyResponseMinutes,
    int HighResponseMinutes,
    double AssumedFlowLitresPerMinute,
    string SetBy,
    Instant? SetAt)
{
    /// <summary>Planning values to begin with; they ask for a signature.</summary>
    public static RunwayParameters Unsigned { get; } = new(
        [new("US D", 0.16, 2200), new("US E", 0.28, 2200), new("US M", 1.56, 2200), new("US H", 3.14, 2200)],
        TravelRiskMinutes: 20, MarginMinutes: 30, EmergencyResponseMinutes: 120, HighResponseMinutes: 240,
        AssumedFlowLitresPerMinute: 6, SetBy: "", SetAt: null);
}
