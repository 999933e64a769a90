using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Grains.Journaling;
using NodaTime;

namespace Dispatch.Grains.Territories;

using Decided = Decision<TerritoryEvent>;

/// <summary>The rules of closing streets and opening them again; pure.</summary>
internal static class ClosureRules
{
    private const int MostPoints = 200;
    private const int MostClosures = 200;
    private const int LongestReason = 200;

    /// <summary>Closes or slows streets.</summary>
    /// <param name="isOnMap">Whether a place lies on the map.</param>
    public static Decided Close(TerritoryState state, CloseStreets command, CommandContext context, Func<GeoPoint, bool> isOnMap, Instant now)
    {
        if (state.Profile is null)
            return Decided.Refused(CommandResult.NotFound("territory").Refusal!);
        if (command.Shape is not { } shape || shape.Count < (command.IsArea ? 3 : 2) || shape.Count > MostPoints)
            return Decided.Refused(new Reason("closure-shape", $"Draw a line of 2 to {MostPoints} points, or an area of 3 to {MostPoints}."));
        if (!shape.All(point => point.IsOnEarth()) || !shape.Any(isOnMap))
            return Decided.Refused(new Reason("closure-off-map", "That lies off the map; draw it anew."));
        if (command.Factor is < 1.1 or > 20 or double.NaN)
            return Decided.Refused(new Reason("closure-factor", "Say 1.1 to 20 times as long, or leave it out to close the streets."));
        if (command.Until is { } until && until <= now)
            return Decided.Refused(new Reason("until-past", "That time is over; say until when, or leave it open."));
        var reason = command.Reason ?? "";
        if (reason.Length > LongestReason)
            return Decided.Refused(new Reason("text-too-long", $"Shorten the reason to {LongestReason} characters."));
        if (state.Closures.Count >= MostClosures)
            return Decided.Refused(new Reason("closures-too-many", $"At most {MostClosures} stretches are closed or slowed at once; open some first."));
        return Decided.Happened(new StreetsClosed(new ClosureView(
            new ClosureId(context.Id.Value), shape, command.IsArea, command.Factor, command.Until, reason, context.Actor, now)));
    }

    /// <summary>Opens streets again.</summary>
    public static Decided Reopen(TerritoryState state, ClosureId closure) =>
        state.Closures.Any(known => known.Id == closure) ? Decided.Happened(new StreetsReopened(closure)) : Decided.Nothing;

    /// <summary>Opens what is over by itself.</summary>
    public static Decided Lapse(TerritoryState state, Instant now) =>
        Decided.Happened([.. state.Closures.Where(closure => closure.Until <= now).Select(closure => new StreetsReopened(closure.Id))]);

    /// <summary>When the next one is over by itself; none if none will be.</summary>
    public static Instant? NextDue(TerritoryState state) => state.Closures.Min(closure => closure.Until);
}
