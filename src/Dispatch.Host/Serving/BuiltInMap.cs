namespace Dispatch.Host.Serving;

/// <summary>The map of the invented town that comes with the program.</summary>
internal static class BuiltInMap
{
    /// <summary>Where it lies beside the program.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "maps", "alderhaven.osm.pbf");
}
