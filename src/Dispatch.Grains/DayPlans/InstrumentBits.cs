using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Vans;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// The kinds of test instruments that a day's visits ask for, one bit each; what is beyond the planner's bits, since a catalogue has
/// changed under its visits, is asked of each van by name.
/// </summary>
internal sealed class InstrumentBits
{
    private const int MostBits = 64;
    private readonly InstrumentId[] asked;

    public InstrumentBits(IEnumerable<VisitDetails> visits) => asked = [.. visits.SelectMany(visit => visit.Instruments).Distinct().OrderBy(kind => kind.Value, StringComparer.Ordinal)];

    /// <summary>The kinds, by bit.</summary>
    public IReadOnlyList<InstrumentId> Kinds => asked;

    /// <summary>Whether there are kinds without a bit.</summary>
    public bool IsOverfull => asked.Length > MostBits;

    /// <summary>Whether every bit stands for the same.</summary>
    public bool SameAs(InstrumentBits other) => asked.AsSpan().SequenceEqual(other.asked);

    /// <summary>The bits of the instruments on a van.</summary>
    public ulong Of(IReadOnlyList<Instrument> carried) => Of([.. carried.Select(instrument => instrument.Kind)]);

    /// <summary>The bits of the instruments that a visit asks for.</summary>
    public ulong Of(IReadOnlyList<InstrumentId> kinds)
    {
        var bits = 0UL;
        for (var bit = 0; bit < Math.Min(MostBits, asked.Length); bit++)
            bits |= kinds.Contains(asked[bit]) ? 1UL << bit : 0;
        return bits;
    }

    /// <summary>Whether a van has what a visit asks for beyond the bits.</summary>
    public bool Allow(IReadOnlyList<Instrument> carried, VisitDetails visit) =>
        visit.Instruments.All(kind => Array.IndexOf(asked, kind) < MostBits || carried.Any(instrument => instrument.Kind == kind));
}
