using System.Text.Json;
using Dispatch.Roads;

namespace Dispatch.Web.Osrm;

/// <summary>The service table: durations and distances between many places.</summary>
internal sealed class OsrmTable(OsrmPlaces places, OsrmDrives drives, OsrmLimits limits)
{
    // OSRM divides metres by this speed and takes the result for tenths of a second; its clients count on that.
    private const double FallbackTenths = 10;

    public void Answer(OsrmQuery query, Utf8JsonWriter json, CancellationToken ct)
    {
        int[] rows = [.. query.Sources.Count > 0 ? query.Sources : Enumerable.Range(0, query.Places.Count)];
        int[] columns = [.. query.Destinations.Count > 0 ? query.Destinations : Enumerable.Range(0, query.Places.Count)];
        if ((long)rows.Length * columns.Length > (long)limits.TablePlaces * limits.TablePlaces)
            throw OsrmError.TooBig("Too many table coordinates");

        var wanted = query.Annotations == OsrmAnnotations.None ? OsrmAnnotations.Duration : query.Annotations;
        var snaps = places.Snap(query);
        var (seconds, metres) = (new int[rows.Length * columns.Length], new int[(wanted & OsrmAnnotations.Distance) != 0 ? rows.Length * columns.Length : 0]);
        drives.Ask(query.Without, asked =>
        {
            asked.Table(Array.ConvertAll(rows, row => snaps[row]), Array.ConvertAll(columns, column => snaps[column]), seconds, metres, ct);
            return true;
        });

        if ((wanted & OsrmAnnotations.Duration) != 0)
            Write(json, "durations", columns.Length, seconds, (at, value) => value != RoadQuery.NoRoad ? Math.Round(value * query.ScaleFactor, 1) : Estimate(at) is { } crow ? Math.Round(crow / query.FallbackSpeed!.Value / FallbackTenths * query.ScaleFactor, 1) : null);
        if ((wanted & OsrmAnnotations.Distance) != 0)
            Write(json, "distances", columns.Length, metres, (at, value) => value != RoadQuery.NoRoad ? value : Estimate(at) is { } crow ? Math.Round(crow, 1) : null);
        if (query.FallbackSpeed is not null)
            WriteEstimated(json, rows, columns, seconds);
        if (query.SkipsWaypoints)
            return;
        places.WriteWaypoints(json, "sources", query, snaps, rows);
        places.WriteWaypoints(json, "destinations", query, snaps, columns);

        double? Estimate(int at)
        {
            var (row, column) = (rows[at / columns.Length], columns[at % columns.Length]);
            return query.FallbackSpeed is null ? null
                : query.FallsBackFromSnapped ? snaps[row].Position.DistanceMetres(snaps[column].Position)
                : query.Places[row].DistanceMetres(query.Places[column]);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, int columns, int[] cells, Func<int, int, double?> value)
    {
        json.WriteStartArray(name);
        for (var row = 0; row < cells.Length; row += columns)
        {
            json.WriteStartArray();
            for (var at = row; at < row + columns; at++)
            {
                if (value(at, cells[at]) is { } number)
                    json.WriteNumberValue(number);
                else
                    json.WriteNullValue();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteEstimated(Utf8JsonWriter json, int[] rows, int[] columns, int[] seconds)
    {
        json.WriteStartArray("fallback_speed_cells");
        for (var at = 0; at < rows.Length * columns.Length; at++)
        {
            if (seconds[at] != RoadQuery.NoRoad)
                continue;
            json.WriteStartArray();
            json.WriteNumberValue(at / columns.Length);
            json.WriteNumberValue(at % columns.Length);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
