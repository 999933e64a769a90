using System.Text.Json;
using Dispatch.Contracts.Serialization;
using Dispatch.Grains.DayPlans;
using NodaTime;
using Orleans.Concurrency;

namespace Dispatch.Grains.Backlog;

/// <summary>A day's plan as it stands, for whoever plans over several days.</summary>
/// <param name="State">The state as snapshots have it: UTF-8 JSON; of a day that nobody has planned yet, with who works on it.</param>
[GenerateSerializer, Immutable]
public sealed record DayOutlook(LocalDate Date, byte[] State)
{
    /// <summary>The state itself.</summary>
    /// <exception cref="InvalidDataException">There is none in it.</exception>
    internal DayPlanState Read() => JsonSerializer.Deserialize<DayPlanState>(State, DispatchJson.Options) ?? throw new InvalidDataException("The day told nothing of itself.");
}

/// <summary>Tells how a day stands.</summary>
[Alias("dispatch.day-outlook")]
public interface IDayOutlookSource : IGrainWithStringKey
{
    /// <summary>The day as it now is; changes nothing.</summary>
    [Alias("outlook"), ReadOnly]
    Task<DayOutlook> OutlookAsync();
}
