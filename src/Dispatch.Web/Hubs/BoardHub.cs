using Dispatch.Contracts.Feeds;
using Dispatch.Domain.Ids;
using Dispatch.Web.Protection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using NodaTime.Text;

namespace Dispatch.Web.Hubs;

/// <summary>What boards watch. Each method streams: a snapshot or what was missed first, then what is new.</summary>
[Authorize(Policy = Access.Desk)]
public sealed class BoardHub(FeedFanOut feeds) : Hub
{
    /// <summary>What belongs to the territory and no day.</summary>
    /// <param name="territory">The territory's id.</param>
    /// <param name="afterNumber">The last number that was seen; -1 for none.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public IAsyncEnumerable<BoardMessage> WatchDesk(string territory, long afterNumber, CancellationToken cancellation) =>
        IdText.IsValid(territory)
            ? feeds.WatchAsync(FeedName.Desk(new TerritoryId(territory)), afterNumber, cancellation)
            : throw new HubException("There is no such territory.");

    /// <summary>What belongs to one service day.</summary>
    /// <param name="territory">The territory's id.</param>
    /// <param name="date">ISO 8601.</param>
    /// <param name="afterNumber">The last number that was seen; -1 for none.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public IAsyncEnumerable<BoardMessage> WatchDay(string territory, string date, long afterNumber, CancellationToken cancellation) =>
        IdText.IsValid(territory) && LocalDatePattern.Iso.Parse(date) is { Success: true } day
            ? feeds.WatchAsync(FeedName.Day(new TerritoryId(territory), day.Value), afterNumber, cancellation)
            : throw new HubException("There is no such day.");
}
