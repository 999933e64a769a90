using System.Text.Json;
using Dispatch.Roads;
using Dispatch.Roads.Guidance;

namespace Dispatch.Web.Osrm;

/// <summary>Writes routes, legs and steps with OSRM's members; metres and seconds to a tenth.</summary>
internal static class OsrmRouteWriter
{
    /// <summary>Writes one route as an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="query">What is wanted of it.</param>
    /// <param name="legs">One at least.</param>
    /// <param name="confidence">Of a match; none for routes and trips.</param>
    public static void Write(Utf8JsonWriter json, OsrmQuery query, IReadOnlyList<OsrmLeg> legs, double? confidence = null)
    {
        json.WriteStartObject();
        if (confidence is { } sure)
            json.WriteNumber("confidence", Math.Round(sure, 6));
        if (query.Overview is OsrmOverview.Simplified or OsrmOverview.Full)
        {
            var line = new List<MapPoint>(legs[0].Points);
            foreach (var leg in legs.Skip(1))
                line.AddRange(leg.Points.Skip(1));
            WriteGeometry(json, query, query.Overview == OsrmOverview.Full ? line : LineSimplification.ForOverview(line));
        }

        json.WriteStartArray("legs");
        foreach (var leg in legs)
            WriteLeg(json, query, leg);
        json.WriteEndArray();
        WriteTotals(json, Math.Round(legs.Sum(leg => leg.Centimetres) / 100.0, 1), Math.Round(legs.Sum(leg => (long)leg.Milliseconds[^1]) / 1000.0, 1));
        json.WriteString("weight_name", "duration");
        json.WriteEndObject();
    }

    private static void WriteLeg(Utf8JsonWriter json, OsrmQuery query, OsrmLeg leg)
    {
        json.WriteStartObject();
        WriteTotals(json, leg.Metres, leg.Seconds);
        json.WriteString("summary", leg.Summary);
        if (query.Overview == OsrmOverview.ByLegs)
            WriteGeometry(json, query, LineSimplification.ForOverview(leg.Points));
        json.WriteStartArray("steps");
        foreach (var step in leg.Steps)
            WriteStep(json, query, leg, step);
        json.WriteEndArray();
        if (query.Annotations != OsrmAnnotations.None)
            WriteAnnotation(json, query.Annotations, leg);
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, OsrmQuery query, OsrmLeg leg, RouteStep step)
    {
        json.WriteStartObject();
        WriteTotals(json, Math.Round(step.Metres, 1), Math.Round(step.Milliseconds / 1000.0, 1));
        var line = leg.Points[step.FirstPoint..(step.LastPoint + 1)];
        WriteGeometry(json, query, line.Count > 1 ? line : [line[0], line[0]]);
        json.WriteString("name", step.Name);
        if (step.Number.Length > 0)
            json.WriteString("ref", step.Number);
        if (step.Destination.Length > 0)
            json.WriteString("destinations", step.Destination.Replace(";", ", ", StringComparison.Ordinal));
        json.WriteString("mode", step.IsFerry ? "ferry" : "driving");
        json.WriteString("driving_side", step.DrivesLeft ? "left" : "right");
        WriteManeuver(json, step, leg.Points[step.FirstPoint]);
        json.WriteStartArray("intersections");
        foreach (var crossing in step.Crossings)
            WriteCrossing(json, crossing);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteManeuver(Utf8JsonWriter json, RouteStep step, MapPoint location)
    {
        json.WriteStartObject("maneuver");
        json.WriteString("type", OsrmTerms.Of(step.Kind));
        if (step.Direction is { } direction)
            json.WriteString("modifier", OsrmTerms.Of(direction));
        json.WritePropertyName("location");
        OsrmPlaces.WritePoint(json, location);
        json.WriteNumber("bearing_before", step.BearingBefore);
        json.WriteNumber("bearing_after", step.BearingAfter);
        if (step.Exit > 0)
            json.WriteNumber("exit", step.Exit);
        json.WriteEndObject();
    }

    private static void WriteCrossing(Utf8JsonWriter json, StepCrossing crossing)
    {
        json.WriteStartObject();
        json.WritePropertyName("location");
        OsrmPlaces.WritePoint(json, crossing.Location);
        json.WriteStartArray("bearings");
        foreach (var bearing in crossing.Bearings)
            json.WriteNumberValue(bearing);
        json.WriteEndArray();
        json.WriteStartArray("entry");
        foreach (var entry in crossing.Entries)
            json.WriteBooleanValue(entry);
        json.WriteEndArray();
        if (crossing.In >= 0)
            json.WriteNumber("in", crossing.In);
        if (crossing.Out >= 0)
            json.WriteNumber("out", crossing.Out);
        if (crossing.Lanes.Count > 0)
            WriteLanes(json, crossing.Lanes);
        if (crossing.Classes.Count > 0)
            WriteTexts(json, "classes", crossing.Classes);
        json.WriteEndObject();
    }

    private static void WriteLanes(Utf8JsonWriter json, IReadOnlyList<Lane> lanes)
    {
        json.WriteStartArray("lanes");
        foreach (var lane in lanes)
        {
            json.WriteStartObject();
            json.WriteBoolean("valid", lane.IsValid);
            WriteTexts(json, "indications", lane.Indications);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAnnotation(Utf8JsonWriter json, OsrmAnnotations wanted, OsrmLeg leg)
    {
        json.WriteStartObject("annotation");
        Numbers(OsrmAnnotations.Distance, "distance", i => Math.Round(Metres(i), 1));
        Numbers(OsrmAnnotations.Duration, "duration", i => Math.Round(Seconds(i), 1));
        Numbers(OsrmAnnotations.Weight, "weight", i => Math.Round(Seconds(i), 1));
        Numbers(OsrmAnnotations.Speed, "speed", i => Seconds(i) > 0 ? Math.Round(Metres(i) / Seconds(i), 1) : 0);
        Numbers(OsrmAnnotations.DataSources, "datasources", _ => 0);
        if ((wanted & OsrmAnnotations.DataSources) != 0)
        {
            json.WriteStartObject("metadata");
            WriteTexts(json, "datasource_names", ["car"]);
            json.WriteEndObject();
        }

        json.WriteEndObject();

        double Metres(int i) => leg.Points[i].DistanceMetres(leg.Points[i + 1]);
        double Seconds(int i) => (leg.Milliseconds[i + 1] - leg.Milliseconds[i]) / 1000.0;
        void Numbers(OsrmAnnotations kind, string name, Func<int, double> value)
        {
            if ((wanted & kind) == 0)
                return;
            json.WriteStartArray(name);
            for (var i = 0; i + 1 < leg.Points.Count; i++)
                json.WriteNumberValue(value(i));
            json.WriteEndArray();
        }
    }

    private static void WriteTotals(Utf8JsonWriter json, double metres, double seconds)
    {
        json.WriteNumber("distance", metres);
        json.WriteNumber("duration", seconds);
        json.WriteNumber("weight", seconds);
    }

    private static void WriteGeometry(Utf8JsonWriter json, OsrmQuery query, IReadOnlyList<MapPoint> line)
    {
        if (query.Geometry != OsrmGeometry.GeoJson)
        {
            json.WriteString("geometry", OsrmPolyline.Encode(line, query.Geometry == OsrmGeometry.Polyline6 ? 1e6 : 1e5));
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "LineString");
        json.WriteStartArray("coordinates");
        foreach (var point in line)
            OsrmPlaces.WritePoint(json, point);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
