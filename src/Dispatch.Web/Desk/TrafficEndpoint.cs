using Dispatch.Contracts.Serialization;
using Dispatch.Domain.Places;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using Dispatch.Web.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Desk;

/// <summary>A street, in one direction, that is slower than the map says.</summary>
/// <param name="Line">An encoded polyline of five decimals, in the direction of driving.</param>
/// <param name="Name">Its name, or else its number; empty where it has neither.</param>
/// <param name="Factor">How many times as long as the map says.</param>
/// <param name="Drives">From how many drives that was learned.</param>
public sealed record SlowerStreetView(string Line, string Name, double Factor, int Drives, StreetSide Side);

/// <summary>What was learned of the streets in one part of the day.</summary>
/// <param name="Known">Of how many streets enough is known, each direction counted.</param>
/// <param name="LeftOut">How many slower ones are not told, since there are very many; the least slow ones.</param>
/// <param name="Streets">The slower ones, the slowest first.</param>
public sealed record TrafficView(int Known, int LeftOut, IReadOnlyList<SlowerStreetView> Streets);

/// <summary>Which streets are slower than the map says, learned from drives. By version and part of the day, so it may be kept for good.</summary>
internal static class TrafficEndpoint
{
    private const int MostStreets = 5_000;
    private const double LeastFactor = 1.15;
    private const int FewestDrives = 3;

    public static void MapTraffic(IEndpointRouteBuilder traffic) =>
        traffic.MapGet("/{version}/{part:int}", (string version, int part, HttpContext http, RoadsNow roads) =>
        {
            if (part is < 0 or >= DayParts.Count)
                return Requests.NotFound("part of the day");
            // Those of a version never change; what is asked for under an old version's name is not kept.
            var learned = roads.Traffic(part, LeastFactor, FewestDrives);
            if (version == learned.Version)
            {
                var tag = $"\"{version}-{part}\"";
                http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
                http.Response.Headers.ETag = tag;
                if (http.Request.Headers.IfNoneMatch == tag)
                    return Results.StatusCode(StatusCodes.Status304NotModified);
            }

            return Results.Ok(new TrafficView(learned.Known, Math.Max(0, learned.Slower.Count - MostStreets), [.. learned.Slower.Take(MostStreets).Select(ViewOf)]));
        }).Produces<TrafficView>().WithName("ListSlowerStreets");

    private static SlowerStreetView ViewOf(SlowerStreet street) => new(
        EncodedPolyline.Encode(street.Line.Select(point => new GeoPoint(point.Latitude, point.Longitude))), street.Name, Math.Round(street.Factor, 2), street.Drives, street.Side);
}
