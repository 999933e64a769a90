namespace Dispatch.Roads.Import;

/// <summary>Which of OpenStreetMap's three kinds of element a reader is asked for.</summary>
[Flags]
public enum OsmKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Points.</summary>
    Nodes = 1,

    /// <summary>Lines and rings of nodes.</summary>
    Ways = 2,

    /// <summary>Groups of members with roles.</summary>
    Relations = 4,

    /// <summary>All three.</summary>
    All = Nodes | Ways | Relations,
}

/// <summary>What a relation's member is.</summary>
public enum OsmKind
{
    /// <summary>A point.</summary>
    Node = 0,

    /// <summary>A line or ring.</summary>
    Way = 1,

    /// <summary>A group.</summary>
    Relation = 2,
}

/// <summary>One member of a relation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its OpenStreetMap id; the extract need not hold it.</param>
/// <param name="Role">Its role; may be empty.</param>
public readonly record struct OsmMember(OsmKind Kind, long Id, string Role);

/// <summary>A node as it passes by; valid during the visitor's call only.</summary>
public readonly ref struct OsmNode
{
    /// <summary>OpenStreetMap's id.</summary>
    public long Id { get; internal init; }

    /// <summary>Latitude in 1e-7 degrees, −90e7 to 90e7.</summary>
    public int LatitudeE7 { get; internal init; }

    /// <summary>Longitude in 1e-7 degrees, −180e7 to 180e7.</summary>
    public int LongitudeE7 { get; internal init; }

    /// <summary>Its tags.</summary>
    public OsmTags Tags { get; internal init; }
}

/// <summary>A way as it passes by; valid during the visitor's call only.</summary>
public readonly ref struct OsmWay
{
    /// <summary>OpenStreetMap's id.</summary>
    public long Id { get; internal init; }

    /// <summary>Ids of its nodes in order; the extract need not hold them all.</summary>
    public ReadOnlySpan<long> Nodes { get; internal init; }

    /// <summary>Its tags.</summary>
    public OsmTags Tags { get; internal init; }
}

/// <summary>A relation as it passes by; valid during the visitor's call only.</summary>
public readonly ref struct OsmRelation
{
    internal ReadOnlySpan<OsmMember> Members { get; init; }

    /// <summary>OpenStreetMap's id.</summary>
    public long Id { get; internal init; }

    /// <summary>How many members it has.</summary>
    public int MemberCount => Members.Length;

    /// <summary>Its tags.</summary>
    public OsmTags Tags { get; internal init; }

    /// <summary>Its member at <paramref name="index"/>, from 0.</summary>
    public OsmMember Member(int index) => Members[index];
}

/// <summary>Takes the elements of a map one by one, in the order of the file (as a rule nodes, ways, relations).</summary>
public interface IOsmVisitor
{
    /// <summary>A node passes by.</summary>
    void Node(in OsmNode node)
    {
    }

    /// <summary>A way passes by.</summary>
    void Way(in OsmWay way)
    {
    }

    /// <summary>A relation passes by.</summary>
    void Relation(in OsmRelation relation)
    {
    }
}
