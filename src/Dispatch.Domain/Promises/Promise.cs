using NodaTime;
using Orleans;

namespace Dispatch.Domain.Promises;

/// <summary>An interval in which a technician arrives; start included, end included.</summary>
[GenerateSerializer, Immutable]
public sealed record ArrivalInterval(Instant Start, Instant End);

/// <summary>The arrival interval that a patient was told.</summary>
/// <param name="ToldAt">When the message went out.</param>
/// <param name="IsOnTheWay">True for the narrower interval told once the technician had set out.</param>
[GenerateSerializer, Immutable]
public sealed record Promise(Instant Start, Instant End, Instant ToldAt, bool IsOnTheWay);
