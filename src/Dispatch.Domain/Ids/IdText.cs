namespace Dispatch.Domain.Ids;

/// <summary>What every identifier of the house looks like: 1 to 64 letters, digits, dots, hyphens or underscores.</summary>
/// <remarks>Identifiers are opaque and appear in URLs and logs, so none may be made from a name or an address.</remarks>
public static class IdText
{
    /// <summary>The longest identifier, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether <paramref name="text"/> may serve as an identifier.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>A fresh identifier that nobody can guess from another: 128 random bits in 32 hexadecimal digits.</summary>
    public static string Fresh() => Guid.NewGuid().ToString("N");
}
