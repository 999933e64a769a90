using Dispatch.Roads;

namespace Dispatch.Web.Osrm;

/// <summary>Reads the part of a request after the profile: places, format, options.</summary>
/// <remarks>
/// The forms are those of OSRM's documentation of its HTTP API, version 1. An option of another service, or one written wrongly, is
/// InvalidQuery with its place; a list of the wrong length InvalidOptions.
/// </remarks>
internal sealed class OsrmGrammar
{
    private readonly OsrmText text;
    private readonly OsrmQuery query = new();

    private OsrmGrammar(OsrmText text) => this.text = text;

    /// <summary>Reads a request for a service.</summary>
    /// <exception cref="OsrmError">It is malformed.</exception>
    public static OsrmQuery Read(OsrmUrl url)
    {
        var grammar = new OsrmGrammar(new OsrmText(url.Query, url.PrefixLength));
        grammar.ReadAll(url.Service);
        return grammar.query;
    }

    private void ReadAll(string service)
    {
        query.Places = Places();
        if (text.Next == '.')
        {
            if (text.Take(".flatbuffers"))
                throw OsrmError.Options("Only json is offered here; leave the format out.");
            text.Expect(".json");
        }

        if (text.IsAtEnd)
            return;
        text.Expect("?");
        text.List("&", () => Option(service));
        if (!text.IsAtEnd)
            throw text.Malformed();
    }

    private List<MapPoint> Places()
    {
        var precision = text.Take("polyline6(") ? 1e6 : text.Take("polyline(") ? 1e5 : 0;
        if (precision == 0)
            return text.List(";", Place);
        var encoded = text.Run(letter => letter != ')');
        text.Expect(")");
        return OsrmPolyline.Decode(encoded, precision) ?? throw text.Malformed();
    }

    private MapPoint Place()
    {
        var longitude = text.Number();
        text.Expect(",");
        return new MapPoint(text.Number(), longitude);
    }

    private bool Option(string service)
    {
        var isKnown = Common() || service switch
        {
            "route" => Drive() || Waypoints() || Route(),
            "trip" => Drive() || Trip(),
            "match" => Drive() || Waypoints() || Match(),
            "table" => Table(),
            "nearest" => Nearest(),
            _ => false,
        };
        return isKnown ? true : throw text.Malformed();
    }

    private bool Common()
    {
        if (text.Take("radiuses="))
            query.Radiuses = text.List(";", () => IsEmpty ? (double?)null : text.Take("unlimited") ? double.PositiveInfinity : text.Number());
        else if (text.Take("bearings="))
            query.Bearings = text.List(";", Bearing);
        else if (text.Take("hints="))
            query.Hints = text.List(";", () => IsEmpty ? null : text.Run(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '='));
        else if (text.Take("approaches="))
            query.Approaches = text.List(";", () => IsEmpty ? OsrmApproach.Unrestricted : text.Choice(("unrestricted", OsrmApproach.Unrestricted), ("curb", OsrmApproach.Curb), ("opposite", OsrmApproach.Opposite)));
        else if (text.Take("exclude="))
            query.Exclude(text.List(",", () => text.Run(char.IsAsciiLetterOrDigit)));
        else if (text.Take("generate_hints="))
            query.GeneratesHints = text.Flag();
        else if (text.Take("skip_waypoints="))
            query.SkipsWaypoints = text.Flag();
        else if (text.Take("snapping="))
            text.Choice(("default", false), ("any", true)); // Every road on which a drive may begin is snapped to anyhow.
        else
            return false;
        return true;
    }

    private bool Drive()
    {
        if (text.Take("steps="))
            query.HasSteps = text.Flag();
        else if (text.Take("geometries="))
            query.Geometry = text.Choice(("polyline", OsrmGeometry.Polyline), ("polyline6", OsrmGeometry.Polyline6), ("geojson", OsrmGeometry.GeoJson));
        else if (text.Take("overview="))
            query.Overview = text.Choice(("simplified", OsrmOverview.Simplified), ("full", OsrmOverview.Full), ("false", OsrmOverview.None), ("by_legs", OsrmOverview.ByLegs));
        else if (text.Take("annotations="))
            query.Annotations = text.Take("true") ? OsrmAnnotations.All : text.Take("false") ? OsrmAnnotations.None : text.List(",", Annotation).Aggregate((all, one) => all | one);
        else
            return false;
        return true;
    }

    private OsrmAnnotations Annotation() => text.Choice(
        ("duration", OsrmAnnotations.Duration), ("nodes", OsrmAnnotations.Nodes), ("distance", OsrmAnnotations.Distance),
        ("weight", OsrmAnnotations.Weight), ("datasources", OsrmAnnotations.DataSources), ("speed", OsrmAnnotations.Speed));

    private bool Waypoints()
    {
        if (!text.Take("waypoints="))
            return false;
        query.Waypoints = text.List(";", () => text.Whole());
        return true;
    }

    private bool Route()
    {
        if (text.Take("alternatives="))
            query.Alternatives = char.IsAsciiDigit(text.Next) ? text.Whole() : text.Flag() ? 1 : 0;
        else if (text.Take("continue_straight="))
            query.ContinuesStraight = text.Choice(("default", (bool?)null), ("true", true), ("false", false));
        else
            return false;
        return true;
    }

    private bool Trip()
    {
        if (text.Take("roundtrip="))
            query.IsRoundTrip = text.Flag();
        else if (text.Take("source="))
            query.StartsAtFirst = text.Choice(("any", false), ("first", true));
        else if (text.Take("destination="))
            query.EndsAtLast = text.Choice(("any", false), ("last", true));
        else
            return false;
        return true;
    }

    private bool Match()
    {
        if (text.Take("timestamps="))
            query.Timestamps = text.List(";", () => text.WholeIn(0, uint.MaxValue));
        else if (text.Take("gaps="))
            query.SplitsAtGaps = text.Choice(("split", true), ("ignore", false));
        else if (text.Take("tidy="))
            query.Tidies = text.Flag();
        else
            return false;
        return true;
    }

    private bool Table()
    {
        if (text.Take("sources="))
            query.Sources = text.Take("all") ? [] : text.List(";", () => text.Whole());
        else if (text.Take("destinations="))
            query.Destinations = text.Take("all") ? [] : text.List(";", () => text.Whole());
        else if (text.Take("annotations="))
            query.Annotations = text.List(",", () => text.Choice(("duration", OsrmAnnotations.Duration), ("distance", OsrmAnnotations.Distance))).Aggregate((all, one) => all | one);
        else if (text.Take("fallback_speed="))
            query.FallbackSpeed = text.Number();
        else if (text.Take("fallback_coordinate="))
            query.FallsBackFromSnapped = text.Choice(("input", false), ("snapped", true));
        else if (text.Take("scale_factor="))
            query.ScaleFactor = text.Number();
        else
            return false;
        return true;
    }

    private bool Nearest()
    {
        if (!text.Take("number="))
            return false;
        query.Number = text.Whole();
        return true;
    }

    private (int, int)? Bearing()
    {
        if (IsEmpty)
            return null;
        var bearing = (int)text.WholeIn(short.MinValue, short.MaxValue);
        text.Expect(",");
        return (bearing, (int)text.WholeIn(short.MinValue, short.MaxValue));
    }

    /// <summary>Whether an element of a list is left out.</summary>
    private bool IsEmpty => text.Next is ';' or '&' or '\0';
}
