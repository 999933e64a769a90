using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Visits;

/// <summary>
/// A visit for two technicians stands in its day as two halves, one on each of two routes: the first has the visit's own id, the
/// second this id with a suffix. Everywhere else it is one visit.
/// </summary>
public static class VisitHalves
{
    private const string Suffix = ".second";

    /// <summary>The longest id that a visit for two technicians may have, in characters.</summary>
    public const int MostLength = IdText.MaxLength - 7;

    /// <summary>The second half of a visit.</summary>
    public static VisitId SecondOf(VisitId visit) => new(visit.Value + Suffix);

    /// <summary>The visit that an id belongs to, be it that of a half.</summary>
    public static VisitId WholeOf(VisitId id) => IsSecond(id) ? new(id.Value[..^Suffix.Length]) : id;

    /// <summary>Whether an id is that of a second half.</summary>
    public static bool IsSecond(VisitId id) => id.Value.EndsWith(Suffix, StringComparison.Ordinal) && id.Value.Length > Suffix.Length;
}

/// <summary>The other half of a visit for two technicians.</summary>
/// <param name="Visit">Its id.</param>
/// <param name="Technician">Who has it; none while nobody has.</param>
/// <param name="Name">That technician's name; empty while nobody has it.</param>
/// <param name="IsWhole">Whether its id is that of the whole visit, and this one is the second half.</param>
[GenerateSerializer, Immutable]
public sealed record VisitPartner(VisitId Visit, TechnicianId? Technician, string Name, bool IsWhole)
{
    /// <summary>How far that half alone has got; ahead while nobody has it.</summary>
    [Id(0)]
    public StopState Stop { get; init; }

    /// <summary>When that technician arrives, as far as is known; none while nobody has it.</summary>
    [Id(1)]
    public Instant? Arrival { get; init; }
}
