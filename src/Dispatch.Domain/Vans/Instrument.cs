using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;

namespace Dispatch.Domain.Vans;

/// <summary>A test instrument that a van carries: a reading that is taken with one whose calibration has run out does not count.</summary>
/// <param name="Kind">What it measures, by the catalogue.</param>
/// <param name="Serial">Of this one; may be empty.</param>
/// <param name="CalibratedUntil">The last day on which it counts; none means that it needs no calibration.</param>
[GenerateSerializer, Immutable]
public sealed record Instrument(InstrumentId Kind, string Serial, LocalDate? CalibratedUntil)
{
    /// <summary>Whether it counts on <paramref name="day"/>, the last day included.</summary>
    public bool IsCalibratedOn(LocalDate day) => CalibratedUntil is not { } last || day <= last;
}
