using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Serialization;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Time;
using Dispatch.Roads;
using Dispatch.Web.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Desk;

/// <summary>Closes and slows streets of a territory, and shows which ones are meant.</summary>
internal static class ClosureEndpoints
{
    private const int MostStreets = 5_000;

    public static void MapClosures(IEndpointRouteBuilder closures)
    {
        closures.MapGet("", async (string t, IGrainFactory grains) => Results.Ok(await grains.GetGrain<ITerritoryGrain>(t).ClosuresAsync()))
            .Produces<IReadOnlyList<ClosureView>>().WithName("ListClosures");
        closures.MapPost("", (string t, CloseStreets command, HttpContext http, IGrainFactory grains, DomainClock clock) =>
        {
            var context = http.Command(clock);
            return Requests.AnswerAsync(() => grains.GetGrain<ITerritoryGrain>(t).CloseStreetsAsync(command, context));
        }).Produces<CommandResult>().WithName("CloseStreets");
        closures.MapGet("/{id}/streets", StreetsAsync).Produces<IReadOnlyList<string>>().WithName("ListClosedStreets");
        closures.MapDelete("/{id}", (string t, string id, HttpContext http, IGrainFactory grains, DomainClock clock) =>
        {
            var context = http.Command(clock);
            return Requests.IsId(id)
                ? Requests.AnswerAsync(() => grains.GetGrain<ITerritoryGrain>(t).ReopenStreetsAsync(new ClosureId(id), context))
                : Task.FromResult(Requests.NotFound("closure"));
        }).Produces<CommandResult>().WithName("ReopenStreets");
    }

    // Encoded polylines of five decimals, the longest streets where there are very many. A closure never changes, so they may be kept.
    private static async Task<IResult> StreetsAsync(string t, string id, HttpContext http, IGrainFactory grains, RoadsNow roads)
    {
        var closures = await grains.GetGrain<ITerritoryGrain>(t).ClosuresAsync();
        if (closures.FirstOrDefault(closure => closure.Id.Value == id) is not { } found)
            return Requests.NotFound("closure");
        MapPoint[] shape = [.. found.Shape.Select(point => new MapPoint(point.Latitude, point.Longitude))];
        var change = (found.IsArea, found.Factor) switch
        {
            (true, null) => RoadChange.CloseArea(shape),
            (true, { } times) => RoadChange.SlowArea(shape, times),
            (false, null) => RoadChange.CloseLine(shape),
            (false, { } times) => RoadChange.SlowLine(shape, times),
        };
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.Ok(roads.Map.StreetsOf(change, MostStreets)
            .Select(street => EncodedPolyline.Encode(street.Select(point => new GeoPoint(point.Latitude, point.Longitude)))));
    }
}
