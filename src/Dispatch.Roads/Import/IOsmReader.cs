namespace Dispatch.Roads.Import;

/// <summary>A map in one of OpenStreetMap's file forms, read as often as needed, one element at a time.</summary>
public interface IOsmReader
{
    /// <summary>Reads what the map says of itself at its beginning.</summary>
    /// <exception cref="MapException">Not a map, or cut short before its beginning ends.</exception>
    OsmHeader ReadHeader();

    /// <summary>Passes every element of the wanted kinds to the visitor, in the order of the file.</summary>
    /// <remarks>Nodes off the earth are left out. What is incomplete (a way's missing nodes) is for the visitor to bear.</remarks>
    /// <exception cref="MapException">Not a map, cut short, damaged, or in a form that is not supported.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    void Read(OsmKinds kinds, IOsmVisitor visitor, CancellationToken ct = default);
}
