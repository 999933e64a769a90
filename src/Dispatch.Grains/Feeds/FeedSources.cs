using Dispatch.Contracts.Feeds;
using Dispatch.Domain.Ids;

namespace Dispatch.Grains.Feeds;

/// <summary>A day, of which boards and patients' pages show something: it gives them what they begin with, and learns who looks.</summary>
public interface IDayFeedSource : IGrainWithStringKey
{
    /// <summary>Every entity of the day as it now is; what changes from then on is to be published.</summary>
    [Alias("feed-entities")]
    Task<IReadOnlyList<BoardChange>> EntitiesAsync();

    /// <summary>Says that nobody watches: nothing needs to be published until <see cref="EntitiesAsync"/> is asked for again.</summary>
    [Alias("feed-unwatched")]
    Task UnwatchedAsync();

    /// <summary>Says, each minute, that somebody has a visit's page open: it is to be touched when something on it changes.</summary>
    [Alias("page-followed")]
    Task FollowPageAsync(VisitId visit);
}

/// <summary>A visit, of which something stands on its page.</summary>
public interface IVisitPageSource : IGrainWithStringKey
{
    /// <summary>Says, each minute, that somebody has the page open: it is to be touched when something on it changes.</summary>
    [Alias("page-followed")]
    Task FollowPageAsync();
}
