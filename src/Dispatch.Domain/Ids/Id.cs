using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dispatch.Domain.Ids;

/// <summary>A typed identifier: a text that <see cref="IdText"/> allows, in a type of its own so that no two kinds mix.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    /// <summary>The text; empty only in a <c>default</c> value, which names nothing.</summary>
    string Value { get; }

    /// <summary>Wraps a text without judging it; readers of outside input ask <see cref="IdText.IsValid"/> first.</summary>
    static abstract TSelf Of(string value);
}

/// <summary>Writes a typed identifier as a plain JSON string, also where it is a key.</summary>
public sealed class IdJsonConverter<T> : JsonConverter<T> where T : struct, IId<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return IdText.IsValid(text)
            ? T.Of(text!)
            : throw new JsonException("An identifier has 1 to 64 letters, digits, dots, hyphens or underscores.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(reader.GetString() ?? "");

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
