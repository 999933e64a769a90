using System.Globalization;
using Dispatch.Roads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Maps;

/// <summary>What a map needs to know before it shows tiles.</summary>
/// <param name="Tiles">Path of a tile with {z}, {x}, {y}; it names the map's version, so that tiles may be kept for good.</param>
public sealed record MapView(string Version, MapBounds Bounds, string Attribution, int MinZoom, int MaxZoom, string Tiles);

/// <summary>The map, its tiles, and addresses.</summary>
internal static class MapEndpoints
{
    private const int VersionLength = 16;

    public static void MapMap(this IEndpointRouteBuilder api) =>
        api.MapGet("/map", (RoadMap map) => Results.Ok(new MapView(
            map.Version, map.Bounds, map.Attribution, VectorTiles.MinZoom, VectorTiles.MaxZoom, $"/tiles/{Short(map)}/{{z}}/{{x}}/{{y}}.mvt")))
            .AllowAnonymous().Produces<MapView>().WithName("GetMap");

    public static void MapAddresses(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/addresses", (string? text, double? lat, double? lon, int? limit, RoadMap map) => Results.Ok(map.Addresses.Search(
            text ?? "", lat is { } latitude && lon is { } longitude ? new MapPoint(latitude, longitude) : null, Math.Clamp(limit ?? 8, 1, 50))))
            .Produces<IReadOnlyList<AddressMatch>>().WithName("SearchAddresses");
        desk.MapGet("/addresses/nearest", (double lat, double lon, RoadMap map) =>
            map.Addresses.Nearest(new MapPoint(lat, lon)) is { } found ? Results.Ok(found) : Results.NoContent()).Produces<AddressMatch>().Produces(204).WithName("NearestAddress");
    }

    /// <summary>How far one gets from a place, as GeoJSON (RFC 7946): one feature for each time, the longest first, so that shorter ones are drawn on top.</summary>
    public static void MapReach(this IEndpointRouteBuilder desk) =>
        desk.MapGet("/reach", (double lat, double lon, string? minutes, RoadsNow roads, CancellationToken ct) =>
        {
            var times = new List<int>();
            foreach (var text in (minutes ?? "10,20,30").Split(',', StringSplitOptions.TrimEntries))
            {
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time) || time is < 1 or > 120 || times.Count == 6)
                    return Results.Problem("Give up to six times of 1 to 120 minutes, with commas between them.", statusCode: StatusCodes.Status400BadRequest);
                times.Add(time * 60);
            }

            if (roads.Map.SnapToRoad(new MapPoint(lat, lon)) is not { } from)
                return Results.Problem("No road of the map is within 1,000 m of that place.", statusCode: StatusCodes.Status422UnprocessableEntity);
            return Results.Json(ReachFeatures(roads.Map.Reach(from, [.. times.Distinct().OrderDescending()], roads.Metric, ct)), contentType: "application/geo+json");
        }).ExcludeFromDescription();

    private static object ReachFeatures(IReadOnlyList<Isochrone> reach) => new
    {
        type = "FeatureCollection",
        features = reach.Select(isochrone => new
        {
            type = "Feature",
            properties = new { seconds = isochrone.Seconds },
            geometry = new
            {
                type = "MultiPolygon",
                coordinates = isochrone.Polygons.Select(polygon => ((IEnumerable<IReadOnlyList<MapPoint>>)[polygon.Outer, .. polygon.Holes])
                    .Select(ring => ring.Select(point => (double[])[Math.Round(point.Longitude, 6), Math.Round(point.Latitude, 6)]))),
            },
        }),
    };

    public static void MapTiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/tiles/{version}/{z:int}/{x:int}/{y:int}.mvt", (string version, int z, int x, int y, RoadMap map, HttpContext http) =>
        {
            if (z < VectorTiles.MinZoom || z > VectorTiles.MaxZoom || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z)
                return Results.NotFound();
            // A tile of a version never changes; one that is asked for under an old version's name is not kept.
            var isThisVersion = version == Short(map);
            http.Response.Headers.CacheControl = isThisVersion ? "public, max-age=31536000, immutable" : "no-store";
            if (isThisVersion)
            {
                var tag = $"\"{version}\"";
                http.Response.Headers.ETag = tag;
                if (http.Request.Headers.IfNoneMatch == tag)
                    return Results.StatusCode(StatusCodes.Status304NotModified);
            }

            var tile = map.Tiles.Tile(z, x, y);
            return tile.Length == 0 ? Results.NoContent() : Results.Bytes(tile, "application/vnd.mapbox-vector-tile");
        }).AllowAnonymous().ExcludeFromDescription();

    private static string Short(RoadMap map) => map.Version[..VersionLength];
}
