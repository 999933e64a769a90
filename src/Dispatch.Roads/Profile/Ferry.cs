using System.Globalization;
using System.Text.RegularExpressions;
using Dispatch.Roads.Import;

namespace Dispatch.Roads.Profile;

/// <summary>Ferries and trains that take cars.</summary>
/// <remarks>Source: OSM wiki, "Tag:route=ferry", "Tag:route=shuttle_train", "Key:duration" (hh:mm, hh:mm:ss, minutes, or ISO 8601).</remarks>
internal static partial class Ferry
{
    private const int LongestHours = 72;

    /// <summary>Whether cars may come aboard: a tag says so, or nothing is said of anyone (a foot ferry says who may).</summary>
    public static CarAccess Access(in OsmTags tags, AccessTags access)
    {
        if (access.Read(tags) is { } said && tags["motorcar"] is null && tags["motor_vehicle"] is null)
            return said == CarAccess.Open && tags["foot"] is not null ? CarAccess.Closed : said;

        return access.ReadForMotors(tags) ?? (tags["foot"] is null && tags["bicycle"] is null ? CarAccess.Open : CarAccess.Closed);
    }

    /// <summary>Time of the whole crossing; null when not told, or beyond 72 h.</summary>
    public static TimeSpan? ReadDuration(string? value)
    {
        if (value is null)
            return null;

        var match = Clock().Match(value.Trim());
        if (!match.Success)
            match = Iso().Match(value.Trim());
        if (!match.Success)
            return null;

        var duration = new TimeSpan(Part(match, "h"), Part(match, "m"), Part(match, "s"));
        return duration > TimeSpan.Zero && duration.TotalHours <= LongestHours ? duration : null;
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,3}):)?(?<m>[0-9]{1,4})(?::(?<s>[0-9]{1,2}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^PT(?:(?<h>[0-9]{1,3})H)?(?:(?<m>[0-9]{1,4})M)?(?:(?<s>[0-9]{1,5})S)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
