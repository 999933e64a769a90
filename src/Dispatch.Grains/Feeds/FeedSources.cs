using Dispatch.Contracts.Feeds;

namespace Dispatch.Grains.Feeds;

/// <summary>A grain whose entities stand on a feed: gives them all, when the feed has to begin anew.</summary>
public interface IDayFeedSource : IGrainWithStringKey
{
    /// <summary>Every entity of the day as it now is.</summary>
    [Alias("feed-entities")]
    Task<IReadOnlyList<BoardChange>> EntitiesAsync();
}
