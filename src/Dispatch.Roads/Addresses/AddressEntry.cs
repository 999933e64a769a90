namespace Dispatch.Roads.Addresses;

/// <summary>A house as it lies in the prepared file, in the order of the map; texts are places in the table of texts.</summary>
internal struct HouseEntry
{
    public int Street, Number, City, Postcode, LatitudeE7, LongitudeE7;

    /// <summary>The street it is on, among <see cref="NamedEntry"/>s.</summary>
    public int Named;
}

/// <summary>What is found by its name: a street (all ways of one name that hang together) or a place.</summary>
internal struct NamedEntry
{
    public int Name, City, Postcode, LatitudeE7, LongitudeE7;

    /// <summary>1 the greatest: a city before a hamlet, a main street before a lane.</summary>
    public byte Rank;

    /// <summary><see cref="AddressKind"/>: a street or a place.</summary>
    public byte Kind;
    public byte Spare1, Spare2;
}

/// <summary>A named way with its line, in the order of the map.</summary>
internal struct WayEntry
{
    public int Name, FirstPoint, PointCount;

    /// <summary>The street that it is a part of, among <see cref="NamedEntry"/>s.</summary>
    public int Named;

    /// <summary>Whether people live along it.</summary>
    public byte IsHome;
    public byte Rank, Spare1, Spare2;
}
