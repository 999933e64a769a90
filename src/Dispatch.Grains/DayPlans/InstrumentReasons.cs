using System.Globalization;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Vans;
using NodaTime;
using NodaTime.Text;

namespace Dispatch.Grains.DayPlans;

/// <summary>Says in words which test instrument a van lacks, and since when its calibration has run out.</summary>
internal static class InstrumentReasons
{
    private static readonly LocalDatePattern Said = LocalDatePattern.Create("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"3 November 2026".</summary>
    public static string InWords(LocalDate date) => Said.Format(date);

    /// <summary>Why these vans cannot go: with one of them the day on which the calibration ran out stands in the reason.</summary>
    /// <param name="named">The first technicians' names.</param>
    /// <param name="more">How many more there are.</param>
    public static Reason Missing(DayPicture picture, VisitDetails visit, TechnicianId[] technicians, string named, int more)
    {
        var names = more > 0 ? $"{named} and {more} more" : named;
        var lacking = technicians.SelectMany(id => Lacking(picture, visit, id)).Distinct().ToList();
        var instruments = string.Join(", ", lacking.Select(picture.Names.Of));
        var expired = technicians.SelectMany(id => lacking.Select(kind => RanOut(picture, id, kind)).OfType<Instrument>()).ToList();
        if (technicians.Length == 1 && lacking.Count == 1 && expired.Count == 1)
            return RanOut(expired[0].CalibratedUntil!.Value, named, instruments);
        var values = new Dictionary<string, string> { ["technicians"] = named, ["more"] = $"{more}", ["instruments"] = instruments };
        return expired.Count > 0
            ? new Reason("instrument-expired", $"{names}: {instruments} not on the van, or its calibration has run out.", values)
            : new Reason("instrument-missing", $"{names}: {instruments} not on the van.", values);
    }

    /// <summary>What would let this technician have it: a calibration that had not run out, or instruments on the van.</summary>
    public static Reason Relax(DayPicture picture, TechnicianId id, string name, ulong missing)
    {
        var lacking = picture.Instruments.Where((_, bit) => bit < 64 && (missing & 1UL << bit) != 0).ToList();
        var instruments = string.Join(", ", lacking.Select(picture.Names.Of));
        var values = new Dictionary<string, string> { ["technician"] = name, ["instruments"] = instruments, ["van"] = picture.State.Technicians[id].Entry.Van };
        if (lacking.Count != 1 || RanOut(picture, id, lacking[0]) is not { CalibratedUntil: { } last })
            return new Reason("relax-instrument", $"{name}, with {instruments} on the van.", values);
        values["expires"] = LocalDatePattern.Iso.Format(last);
        return new Reason("relax-calibration", $"{name}, if the calibration of {instruments} had not run out on {Said.Format(last)}.", values);
    }

    private static Reason RanOut(LocalDate last, string technician, string instrument) => new(
        "calibration-ran-out", $"{technician}: the calibration of {instrument} ran out on {Said.Format(last)}.",
        new Dictionary<string, string> { ["technician"] = technician, ["instruments"] = instrument, ["expires"] = LocalDatePattern.Iso.Format(last) });

    private static IEnumerable<InstrumentId> Lacking(DayPicture picture, VisitDetails visit, TechnicianId id) =>
        visit.Instruments.Where(kind => picture.State.Technicians[id].Entry.Instruments.All(carried => carried.Kind != kind));

    // Of several of a kind the one that counted longest.
    private static Instrument? RanOut(DayPicture picture, TechnicianId id, InstrumentId kind) =>
        picture.State.Technicians[id].Entry.Instruments.Any(carried => carried.Kind == kind)
            ? null
            : picture.State.Technicians[id].Entry.ExpiredInstruments.Where(carried => carried.Kind == kind).MaxBy(carried => carried.CalibratedUntil);
}
