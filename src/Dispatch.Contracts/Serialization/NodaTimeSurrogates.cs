using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Serialization;

/// <summary>An instant on the wire: ticks of 100 ns since the Unix epoch.</summary>
[GenerateSerializer, Immutable]
public readonly record struct InstantSurrogate([property: Id(0)] long UnixTicks);

/// <summary>Converts <see cref="Instant"/>; what is finer than 100 ns is cut off, and nothing here measures finer.</summary>
[RegisterConverter]
public sealed class InstantConverter : IConverter<Instant, InstantSurrogate>
{
    /// <inheritdoc />
    public Instant ConvertFromSurrogate(in InstantSurrogate surrogate) => Instant.FromUnixTimeTicks(surrogate.UnixTicks);

    /// <inheritdoc />
    public InstantSurrogate ConvertToSurrogate(in Instant value) => new(value.ToUnixTimeTicks());
}

/// <summary>A date on the wire, in the ISO calendar.</summary>
[GenerateSerializer, Immutable]
public readonly record struct LocalDateSurrogate([property: Id(0)] int Year, [property: Id(1)] int Month, [property: Id(2)] int Day);

/// <summary>Converts <see cref="LocalDate"/>.</summary>
[RegisterConverter]
public sealed class LocalDateConverter : IConverter<LocalDate, LocalDateSurrogate>
{
    /// <inheritdoc />
    public LocalDate ConvertFromSurrogate(in LocalDateSurrogate surrogate) => new(surrogate.Year, surrogate.Month, surrogate.Day);

    /// <inheritdoc />
    public LocalDateSurrogate ConvertToSurrogate(in LocalDate value) => new(value.Year, value.Month, value.Day);
}

/// <summary>A time of day on the wire: nanoseconds since midnight.</summary>
[GenerateSerializer, Immutable]
public readonly record struct LocalTimeSurrogate([property: Id(0)] long Nanoseconds);

/// <summary>Converts <see cref="LocalTime"/>.</summary>
[RegisterConverter]
public sealed class LocalTimeConverter : IConverter<LocalTime, LocalTimeSurrogate>
{
    /// <inheritdoc />
    public LocalTime ConvertFromSurrogate(in LocalTimeSurrogate surrogate) => LocalTime.FromNanosecondsSinceMidnight(surrogate.Nanoseconds);

    /// <inheritdoc />
    public LocalTimeSurrogate ConvertToSurrogate(in LocalTime value) => new(value.NanosecondOfDay);
}
