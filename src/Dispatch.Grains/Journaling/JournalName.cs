namespace Dispatch.Grains.Journaling;

/// <summary>The name and version under which an event or a delivery stands in the journal; never changed once released.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class JournalNameAttribute(string name, int version) : Attribute
{
    /// <summary>Stable, kebab-case.</summary>
    public string Name { get; } = name;

    /// <summary>Of the shape, from 1; an older one is brought up by an <see cref="IUpcaster"/>.</summary>
    public int Version { get; } = version;
}

/// <summary>Brings an event of an older shape up by one version, so that a log from last year still opens.</summary>
internal interface IUpcaster
{
    /// <summary>The event's name.</summary>
    string Name { get; }

    /// <summary>The version that it takes.</summary>
    int FromVersion { get; }

    /// <summary>The same event in the next version's shape.</summary>
    System.Text.Json.Nodes.JsonObject Upcast(System.Text.Json.Nodes.JsonObject old);
}
