using System.Globalization;
using Dispatch.Roads;

namespace Dispatch.Host.Roads;

/// <summary>Places as text: "lat,lon", one a line in a file.</summary>
internal static class PlaceText
{
    /// <summary>The place that an option names.</summary>
    /// <exception cref="RefusedException">It is no place.</exception>
    public static MapPoint Of(string text, string option) =>
        TryRead(text, out var place) ? place : throw new RefusedException($"{option} is latitude,longitude in degrees, as 48.137,11.575; '{text}' is not.");

    /// <summary>The places of a file, one a line; empty lines, a first line without numbers, and lines that begin with # are passed over.</summary>
    /// <returns>Each with its line, from 1.</returns>
    /// <exception cref="RefusedException">The file cannot be read, holds no place, too many, or a line that is none.</exception>
    public static (MapPoint Place, int Line)[] Read(string file, int most)
    {
        var (places, name, line) = (new List<(MapPoint, int)>(), Path.GetFileName(file), 0);
        try
        {
            foreach (var text in File.ReadLines(file))
            {
                line++;
                if (string.IsNullOrWhiteSpace(text) || text.StartsWith('#') || (places.Count == 0 && line == 1 && !text.Any(char.IsAsciiDigit)))
                    continue;
                if (!TryRead(text, out var place))
                    throw new RefusedException($"{name}, line {line}: not latitude,longitude in degrees; correct it.");
                if (places.Count == most)
                    throw new RefusedException($"{name} has more than {most} places; split it.");
                places.Add((place, line));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{name} cannot be read: {error.Message}");
        }

        return places.Count > 0 ? [.. places] : throw new RefusedException($"{name} holds no places; write latitude,longitude, one a line.");
    }

    /// <summary>Reads "latitude,longitude"; what follows another comma is passed over.</summary>
    public static bool TryRead(string text, out MapPoint place)
    {
        place = default;
        var parts = text.Split(',');
        if (parts.Length < 2
            || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            || !(Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180))
            return false;
        place = new MapPoint(latitude, longitude);
        return true;
    }
}
