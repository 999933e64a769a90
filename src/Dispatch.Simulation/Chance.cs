using System.IO.Hashing;
using System.Text;

namespace Dispatch.Simulation;

/// <summary>Chance that depends on a seed and a name alone: what happens to a visit is the same however often the program was restarted.</summary>
internal readonly record struct Chance(int Seed)
{
    /// <summary>A number in [0, 1) for a thing and a purpose.</summary>
    public double Of(string thing, string purpose)
    {
        var bytes = Encoding.UTF8.GetBytes($"{Seed}/{purpose}/{thing}");
        return (XxHash64.HashToUInt64(bytes) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A whole number in [from, to).</summary>
    public int Whole(string thing, string purpose, int from, int to) => from + (int)(Of(thing, purpose) * (to - from));

    /// <summary>One of some.</summary>
    public T OneOf<T>(string thing, string purpose, IReadOnlyList<T> choices) => choices[Whole(thing, purpose, 0, choices.Count)];

    /// <summary>A factor round 1, log-normal with the given spread, kept between the bounds.</summary>
    public double Factor(string thing, string purpose, double spread, double least, double most)
    {
        var u = Math.Max(1e-12, Of(thing, purpose + "/u"));
        var normal = Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * Of(thing, purpose + "/v")); // Box and Muller (1958)
        return Math.Clamp(Math.Exp(spread * normal), least, most);
    }
}
