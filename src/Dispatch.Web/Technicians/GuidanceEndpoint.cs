using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Serialization;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Time;
using Dispatch.Roads;
using Dispatch.Roads.Guidance;
using Dispatch.Roads.Learning;
using Dispatch.Web.Commands;
using Dispatch.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Dispatch.Web.Technicians;

/// <summary>One instruction of a drive.</summary>
/// <param name="Text">In plain words, without a full stop.</param>
/// <param name="Distance">How far until the next, as one says it: "150 m"; empty at the end.</param>
/// <param name="Metres">The same as a number.</param>
/// <param name="Kind">What one does: depart, turn, roundabout, arrive, and so on.</param>
/// <param name="Direction">Where to: left, slightRight, and so on; none where there is none.</param>
/// <param name="Exit">Of a roundabout, from 1; otherwise 0.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Lanes">The lanes in front of it from left to right; empty when none are known.</param>
public sealed record GuidanceStep(string Text, string Distance, int Metres, StepKind Kind, TurnDirection? Direction, int Exit, GeoPoint Place, IReadOnlyList<Lane> Lanes);

/// <summary>The way to the next stop.</summary>
/// <param name="Visit">Which.</param>
/// <param name="Seconds">Time of the drive.</param>
/// <param name="Metres">Its length.</param>
/// <param name="Line">The line: encoded polyline, five decimals.</param>
/// <param name="Steps">What to do, in order.</param>
public sealed record GuidanceView(VisitId Visit, int Seconds, int Metres, string Line, IReadOnlyList<GuidanceStep> Steps);

/// <summary>Turn-by-turn directions to a technician's own next stop; to nobody else's.</summary>
internal sealed class GuidanceEndpoint(RoadsNow roads, DomainClock clock)
{
    private readonly Lazy<RouteGuidance> guidance = new(() => new RouteGuidance(roads.Map));

    public static void MapGuidance(IEndpointRouteBuilder mine) =>
        mine.MapGet("/guidance", async (string? language, HttpContext http, IGrainFactory grains, GuidanceEndpoint endpoint) =>
            await endpoint.AnswerAsync(language ?? "en", http, grains)).Produces<GuidanceView>().Produces(204).WithName("GetGuidance");

    private async Task<IResult> AnswerAsync(string language, HttpContext http, IGrainFactory grains)
    {
        if (DirectionWords.For(language) is not { } words)
            return Requests.Problem(new Reason("language-unknown", "Directions are told in en or de."));
        if (http.User.TechnicianOf() is not { } technician || await grains.GetGrain<ITechnicianGrain>(technician.Value).ProfileAsync() is not { } profile)
            return Requests.NotFound("day");
        var today = await grains.GetGrain<ITerritoryGrain>(profile.Territory.Value).TodayAsync();
        if (await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(profile.Territory, today)).TechnicianDayAsync(technician) is not { } day
            || day.Stops.FirstOrDefault(stop => stop.Stop.State is StopState.Planned or StopState.OnTheWay) is not { } next)
            return Results.NoContent();

        if (await BeginAsync(technician, next, grains) is not { } from)
            return Results.NoContent();
        var to = new MapPoint(next.Place.Latitude, next.Place.Longitude);
        var now = clock.Now.InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(day.TimeZone) ?? DateTimeZone.Utc).ToDateTimeUnspecified();
        if (roads.FindPath(from, to, part: DayParts.At(now)) is not { } path)
            return Results.NoContent();
        var steps = DirectionWords.Told(guidance.Value.Steps(path, from, to));
        return Results.Ok(new GuidanceView(
            next.Stop.Visit, (int)((path.Seconds * (long)profile.DrivePercent + 50) / 100), path.Metres, EncodedPolyline.Encode(path.Points.Select(Place)),
            [.. steps.Select(step => new GuidanceStep(
                words.Tell(step), step.Kind == StepKind.Arrive ? "" : words.Distance(step.Metres, step.HasMiles), (int)Math.Round(step.Metres), step.Kind, step.Direction, step.Exit,
                Place(path.Points[step.FirstPoint]), step.Lanes))]));
    }

    /// <summary>Where the phone was last seen on the way there; otherwise where the planned drive begins, if there is one.</summary>
    private static async Task<MapPoint?> BeginAsync(TechnicianId technician, TechnicianStop next, IGrainFactory grains)
    {
        if (next.Stop.State == StopState.OnTheWay && await grains.GetGrain<ITechnicianGrain>(technician.Value).PositionAsync() is { } seen)
            return new MapPoint(seen.Position.Latitude, seen.Position.Longitude);
        return EncodedPolyline.Decode(next.Path) is [var first, ..] ? new MapPoint(first.Latitude, first.Longitude) : null;
    }

    private static GeoPoint Place(MapPoint point) => new(point.Latitude, point.Longitude);
}
