using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Contracts.Serialization;

namespace Dispatch.Grains.Journaling;

/// <summary>Which type stands behind which name in the journal, and how it is written and read.</summary>
internal sealed class EventCatalogue
{
    private readonly FrozenDictionary<string, (Type Type, int Version)> byName;
    private readonly FrozenDictionary<Type, JournalNameAttribute> byType;
    private readonly FrozenDictionary<(string Name, int Version), IUpcaster> upcasters;

    /// <param name="types">Types with a <see cref="JournalNameAttribute"/>; others are left out.</param>
    /// <param name="upcasters">For the older shapes.</param>
    /// <exception cref="InvalidOperationException">Two types have one name.</exception>
    public EventCatalogue(IEnumerable<Type> types, IEnumerable<IUpcaster> upcasters)
    {
        var named = types.Select(type => (Type: type, Name: type.GetCustomAttribute<JournalNameAttribute>())).Where(pair => pair.Name is not null).ToList();
        if (named.GroupBy(pair => pair.Name!.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidOperationException($"Two types stand in the journal as '{twice.Key}'.");
        byName = named.ToFrozenDictionary(pair => pair.Name!.Name, pair => (pair.Type, pair.Name!.Version));
        byType = named.ToFrozenDictionary(pair => pair.Type, pair => pair.Name!);
        this.upcasters = upcasters.ToFrozenDictionary(up => (up.Name, up.FromVersion));
    }

    /// <summary>All events and deliveries of this room.</summary>
    public static EventCatalogue OfThisRoom { get; } = new(typeof(EventCatalogue).Assembly.GetTypes(), []);

    /// <summary>Works out how each type is written and read, which otherwise happens when the first of it is met. On a thread of its own, as the house opens.</summary>
    public void Prepare()
    {
        foreach (var type in byType.Keys)
            DispatchJson.Options.GetTypeInfo(type);
    }

    /// <summary>The name and version of a type.</summary>
    /// <exception cref="InvalidOperationException">The type has no name; a mistake of the program.</exception>
    public JournalNameAttribute NameOf(object happened) =>
        byType.TryGetValue(happened.GetType(), out var name)
            ? name
            : throw new InvalidOperationException($"{happened.GetType().Name} has no name in the journal.");

    /// <summary>Writes an event as UTF-8 JSON.</summary>
    public static byte[] Write(object happened) => JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), DispatchJson.Options);

    /// <summary>Reads an event, brought up to its present shape.</summary>
    /// <exception cref="InvalidDataException">The journal was written by a newer program, or is damaged.</exception>
    public object Read(string name, int version, ReadOnlySpan<byte> data)
    {
        if (!byName.TryGetValue(name, out var known) || version > known.Version)
            throw new InvalidDataException($"The journal holds '{name}' version {version}, which this program does not know; run the newer version.");
        if (version == known.Version)
            return JsonSerializer.Deserialize(data, known.Type, DispatchJson.Options) ?? throw new InvalidDataException($"An event '{name}' in the journal is empty.");

        var node = JsonNode.Parse(data)!.AsObject();
        for (; version < known.Version; version++)
        {
            node = upcasters.TryGetValue((name, version), out var upcaster)
                ? upcaster.Upcast(node)
                : throw new InvalidDataException($"Nothing brings '{name}' version {version} up to the next.");
        }

        return node.Deserialize(known.Type, DispatchJson.Options)!;
    }
}
