using NodaTime;
using Orleans;

namespace Dispatch.Domain.Time;

/// <summary>Working time on one day of the week, in the territory's zone.</summary>
/// <param name="End">Later than <paramref name="Start"/>; a shift that ends at or before its start ends on the next day.</param>
[GenerateSerializer, Immutable]
public sealed record Shift(IsoDayOfWeek Day, LocalTime Start, LocalTime End);

/// <summary>The break that belongs to a shift.</summary>
/// <param name="Earliest">It begins not before.</param>
/// <param name="Latest">It begins not after.</param>
[GenerateSerializer, Immutable]
public sealed record BreakRule(LocalTime Earliest, LocalTime Latest, int Minutes);

/// <summary>When a visit may begin; start included, end included.</summary>
/// <param name="IsHard">Agreed as fixed; otherwise leaving it costs.</param>
[GenerateSerializer, Immutable]
public sealed record TimeWindow(Instant Start, Instant End, bool IsHard);
