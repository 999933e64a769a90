namespace Dispatch.Web.Osrm;

/// <summary>A request that cannot be answered, with one of OSRM's codes; always status 400.</summary>
internal sealed class OsrmError(string code, string message) : Exception(message)
{
    /// <summary>One of OSRM's codes: InvalidQuery, NoSegment, …</summary>
    public string Code { get; } = code;

    public static OsrmError Malformed(int position) => new("InvalidQuery", $"Query string malformed close to position {position}");

    public static OsrmError Options(string message) => new("InvalidOptions", message);

    public static OsrmError Value(string message) => new("InvalidValue", message);

    public static OsrmError TooBig(string message) => new("TooBig", message);
}
