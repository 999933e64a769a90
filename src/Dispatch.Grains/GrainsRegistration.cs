using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Search;
using Dispatch.Domain.Time;
using Dispatch.Grains.DayPlans;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Patients;
using Dispatch.Grains.Roads;
using Dispatch.Grains.Search;
using Dispatch.Journal;
using Dispatch.Roads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dispatch.Grains;

/// <summary>What a silo of Dispatch needs besides Orleans itself.</summary>
/// <param name="Journal">Open; the host closes it.</param>
/// <param name="Clock">The domain's clock; brought to the last journaled instant where it is simulated.</param>
/// <param name="Map">Open; the host closes it.</param>
/// <param name="SearchFile">Where the search tables lie; they may be thrown away at any time.</param>
/// <param name="SecretFile">Where the secret of patients' links lies; made if it is not there.</param>
public sealed record SiloParts(IJournal Journal, DomainClock Clock, RoadMap Map, string SearchFile, string SecretFile)
{
    /// <summary>Where it lies what was learned of the streets; none: it is forgotten at the end.</summary>
    public string? SpeedsFile { get; init; }
}

/// <summary>Adds the grains and what they stand on to a host.</summary>
public static class GrainsRegistration
{
    /// <summary>What can be done before map and journal are open, beside their opening.</summary>
    public static Task PrepareAsync() => Task.Run(EventCatalogue.OfThisRoom.Prepare);

    /// <summary>Adds them; a message sender that was added before is kept, otherwise messages land in the desk's inbox.</summary>
    public static IServiceCollection AddDispatchGrains(this IServiceCollection services, SiloParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        services.AddSingleton(parts.Journal);
        services.AddSingleton(parts.Clock);
        services.AddSingleton(parts.Map);
        services.AddSingleton(new RoadsNow(parts.Map));
        services.AddSingleton(EventCatalogue.OfThisRoom);
        services.AddSingleton<GrainServices>();
        services.AddSingleton<ITravelTimes, RoadTravelTimes>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DriveLearning>(provider, parts.SpeedsFile ?? ""));
        services.AddHostedService(provider => provider.GetRequiredService<DriveLearning>());
        services.AddSingleton<BackgroundPlanner>();
        services.AddSingleton(PatientLinkTokens.FromFile(parts.SecretFile));
        services.TryAddSingleton<IMessageSender, DeskInboxSender>();
        services.AddSingleton(new SearchTables(parts.SearchFile));
        services.AddSingleton<SearchService>();
        services.AddHostedService(provider => provider.GetRequiredService<SearchService>());
        services.AddSingleton<ISearch, JournalSearch>();
        services.AddHostedService<OutboxService>();
        return services;
    }
}
