using Dispatch.Roads.Import;

namespace Dispatch.Roads.Prepared;

/// <summary>One part of a prepared map (roads, tiles, addresses): it makes its sections of the file from the source.</summary>
internal interface IMapPart
{
    /// <summary>Short name; its sections begin with it.</summary>
    string Name { get; }

    /// <summary>Raised whenever the part's sections change in form or meaning, so that older files are made again.</summary>
    int FormatVersion { get; }

    /// <summary>Reads the source and writes the part's sections.</summary>
    /// <exception cref="MapException">The map has not what the part cannot do without.</exception>
    void Prepare(MapSource source, PreparedFileWriter writer, CancellationToken ct);
}

/// <summary>The map that is being prepared, and whom to tell about it.</summary>
internal sealed class MapSource(IOsmReader reader, VehicleProfile profile, Action<string> report)
{
    /// <summary>Reads the map, as often as a part needs.</summary>
    public IOsmReader Reader { get; } = reader;

    /// <summary>How its roads are read.</summary>
    public VehicleProfile Profile { get; } = profile;

    /// <summary>Tells whoever waits what is being done, in one sentence.</summary>
    public void Report(string sentence) => report(sentence);
}
