using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Technicians;
using Dispatch.Domain.Vans;
using Dispatch.Planning;

namespace Dispatch.Grains.DayPlans;

/// <summary>Turns a day into the planner's arrays: skills into bits, parts into columns, instants into seconds.</summary>
internal sealed class DayProblem
{
    private readonly DayPicture picture;
    private readonly TravelTable table;
    private readonly SkillBits bits;
    private readonly PartId[] parts;
    private readonly InstrumentBits instruments;
    private readonly SpaceId[] spaces;
    private readonly PlannedVisits known;
    private readonly bool hasPaces;
    private readonly int[] vans;

    public DayProblem(DayPicture picture, TravelTable table, PlannedVisits known)
    {
        (this.picture, this.table, this.known) = (picture, table, known);
        var visits = picture.VisitIds.Select(id => picture.State.Visits[id].Details).ToList();
        bits = new SkillBits(visits);
        parts = [.. visits.SelectMany(visit => visit.Parts).Select(part => part.Part).Distinct()];
        instruments = new InstrumentBits(visits);
        spaces = [.. visits.SelectMany(visit => visit.Brings.Concat(visit.Takes)).Select(load => load.Space).Distinct()];
        hasPaces = picture.State.Technicians.Values.Any(technician => technician.Entry.DurationPercent != 100);
        vans = [.. picture.State.Technicians.Values.Select(technician => technician.Entry.DrivePercent).DefaultIfEmpty(100).Distinct().Order()];
        known.Begin(bits, parts, instruments, spaces, picture.TechnicianIds, picture.Settings.Planning, [.. picture.TechnicianIds.Select(id => (picture.State.Technicians[id].Entry.AreaCentre, picture.State.Technicians[id].Entry.AreaKilometres))]);
    }

    /// <summary>The kinds of parts, by column.</summary>
    public IReadOnlyList<PartId> Parts => parts;

    /// <summary>The spaces of a van, by dimension of load.</summary>
    public IReadOnlyList<SpaceId> Spaces => spaces;

    /// <summary>The kinds of instruments, by bit.</summary>
    public IReadOnlyList<InstrumentId> Instruments => instruments.Kinds;

    /// <summary>The problem, with nothing frozen.</summary>
    /// <param name="holders">By visit, whose route it is on; -1 for nobody's.</param>
    public Problem Make(int[] holders)
    {
        var groups = PatientGroups.Of(picture);
        return new(
            [.. picture.TechnicianIds.Select(TechnicianOf)],
            [.. picture.VisitIds.Select((id, v) => VisitOf(id, holders[v]) is var visit && groups[v] < 0 ? visit : visit with { Group = groups[v] })],
            table.Matrix(vans),
            Weights(picture.Settings.Planning));
    }

    private static PlanWeights Weights(PlanningSettings wanted) => new()
    {
        Overtime = wanted.OvertimePrice,
        WaitingTenths = wanted.WaitingTenths,
        IdleTenths = wanted.IdleTenths,
        Window = wanted.WindowPrice,
        PromiseSecond = wanted.PromisePrice,
        PromiseBroken = wanted.BrokenPromisePrice,
        OtherTechnician = wanted.OtherTechnicianPrice,
        BreakLate = wanted.LateBreakPrice,
        UnknownTechnician = wanted.UnknownTechnicianPrice,
        OutsideArea = wanted.OutsideAreaPrice,
        WindowRiseTenths = wanted.WindowRiseTenths,
        BalanceTenths = wanted.BalanceTenths,
        Technician = wanted.TechnicianPrice,
    };

    private PlanTechnician TechnicianOf(TechnicianId id)
    {
        var technician = picture.State.Technicians[id];
        var (place, from) = picture.Onward(id);
        var entry = technician.Entry;
        var mayWork = technician.WorksFrom is not null && technician.Duty is not (DutyState.Out or DutyState.Ended);
        return new PlanTechnician
        {
            StartPlace = table[place],
            EndPlace = table[entry.EndPlace],
            AvailableFrom = picture.Seconds(technician.OutUntil is { } until && until > from ? until : from),
            ShiftEnd = picture.Seconds(entry.ShiftEnd ?? from),
            DoneSeconds = picture.BegunOf(id).Sum(stop => stop.DriveSeconds + (int)(stop.End - stop.Start).TotalSeconds),
            PaidSeconds = entry is { ShiftStart: { } shiftStart, ShiftEnd: { } shiftEnd } ? Math.Max(0, (int)(shiftEnd - shiftStart).TotalSeconds - entry.AllBreaks().Sum(pause => pause.Minutes) * 60) : 0,
            DurationPercent = entry.DurationPercent,
            Vehicle = Array.IndexOf(vans, entry.DrivePercent),
            Skills = bits.Of(entry.Skills),
            Tools = instruments.Of(entry.Instruments),
            Capacity = entry.Room.Count == 0 ? [] : [.. spaces.Select(space => Math.Max(0, VanSpaces.Count(entry.Room, space) - VanSpaces.Lasting(picture.State, technician, space)))],
            AllowedVisits = bits.IsOverfull || instruments.IsOverfull ? AllowedTo(entry) : null,
            Stock = StockOf(technician),
            Breaks = BreaksAhead(technician),
            IsOut = !mayWork && technician.OutUntil is null,
        };
    }

    // One after another, whatever the books say.
    private PlanBreak[] BreaksAhead(TechnicianDay technician)
    {
        var (breaks, after) = (new List<PlanBreak>(), 0);
        foreach (var pause in technician.BreaksAhead())
        {
            var earliest = Math.Max(after, picture.Seconds(pause.Earliest));
            after = Math.Max(earliest, picture.Seconds(pause.Latest));
            breaks.Add(new PlanBreak(earliest, after, pause.Minutes * 60));
        }

        return [.. breaks];
    }

    private PlanVisit VisitOf(VisitId id, int holder)
    {
        var visit = picture.State.Visits[id];
        var told = visit.Promise is null ? -1 : holder;
        var planned = known.Find(visit, told) ?? Made(visit, told);
        if (hasPaces && visit.OtherHalf is not null)
            planned = planned with { DurationByTechnician = [.. Enumerable.Repeat(planned.DurationSeconds, picture.TechnicianIds.Length)] };
        return Halves.Other(picture.State, visit) is { } other ? Together(planned, visit, other) : planned;
    }

    private PlanVisit Made(DayVisit visit, int told)
    {
        var (skills, anySkills) = bits.Of(visit.Details.Skills);
        var uses = visit.Details.Parts.Count == 0 ? [] : parts.Select(part => visit.Details.Parts.Where(p => p.Part == part).Sum(p => p.Count)).ToArray();
        return known.Keep(visit, told, VisitOf(picture, visit, table[visit.Details.Place], skills, uses, told) with { AnySkills = anySkills, Tools = instruments.Of(visit.Details.Instruments), Brings = Loads(visit.Details.Brings), Takes = Loads(visit.Details.Takes) });
    }

    private int[] Loads(IReadOnlyList<SpaceCount> loads) => loads.Count == 0 ? [] : [.. spaces.Select(space => VanSpaces.Count(loads, space))];

    // Of two halves ahead the first carries what is wanted and promised, and the second is tied to it; who comes to somebody that
    // has set out is wanted there at that time.
    private PlanVisit Together(PlanVisit planned, DayVisit visit, DayVisit other)
    {
        if (!picture.VisitIndex.TryGetValue(other.Id, out var first))
        {
            return picture.BegunAt(other.Id) is { } at
                ? planned with { Windows = [new PlanWindow(picture.Seconds(at), picture.Seconds(at), IsHard: true)], PromiseStart = PlanVisit.None, PromiseEnd = PlanVisit.None }
                : planned;
        }

        var isOnePinnedToBoth = visit.PinnedTechnician is { } pinned && pinned == other.PinnedTechnician;
        return !visit.IsSecondHalf || isOnePinnedToBoth
            ? planned
            : planned with { TiedTo = first, Windows = [], Deadline = PlanVisit.None, PromiseStart = PlanVisit.None, PromiseEnd = PlanVisit.None, ToldTechnician = -1 };
    }

    /// <summary>One visit in the planner's words.</summary>
    public static PlanVisit VisitOf(DayPicture picture, DayVisit visit, int place, ulong skills, IReadOnlyList<int> parts, int toldTechnician)
    {
        var details = visit.Details;
        var setup = Math.Min(picture.Settings.Planning.SetupMinutes, details.DurationMinutes);
        return new PlanVisit
        {
            Place = place,
            DurationSeconds = (details.DurationMinutes - setup + visit.ExtraMinutes) * 60,
            SetupSeconds = setup * 60,
            Skills = skills,
            Parts = parts,
            Windows = Windows(picture, visit),
            Urgency = (int)details.Urgency,
            Deadline = details.Deadline is { } deadline ? picture.Seconds(deadline) : PlanVisit.None,
            PromiseStart = visit.Promise is { } promise ? picture.Seconds(promise.Start) : PlanVisit.None,
            PromiseEnd = visit.Promise is { } told ? picture.Seconds(told.End) : PlanVisit.None,
            PinnedTechnician = visit.PinnedTechnician is { } pinned && picture.TechnicianIndex.TryGetValue(pinned, out var index) ? index : -1,
            PinnedStart = visit.PinnedStart is { } start ? picture.Seconds(start) : PlanVisit.None,
            ToldTechnician = toldTechnician,
            Known = Indices(picture, details.KnownTo),
            Preferred = Indices(picture, details.Preferred),
            NotPreferredCost = picture.Settings.Planning.NotPreferredTechnicianPrice,
            OutsideAreaOf = OutsideAreaOf(picture, details.Place),
            Excluded = Indices(picture, visit.Declined),
        };
    }

    private static int[] OutsideAreaOf(DayPicture picture, Domain.Places.GeoPoint place) =>
        [.. Enumerable.Range(0, picture.TechnicianIds.Length).Where(t => picture.State.Technicians[picture.TechnicianIds[t]].Entry.MetresOutside(place) > 0)];

    // Those of the day, ascending.
    private static int[] Indices(DayPicture picture, IReadOnlyCollection<TechnicianId> technicians) =>
        technicians.Count == 0 ? [] : [.. technicians.Where(picture.TechnicianIndex.ContainsKey).Select(id => picture.TechnicianIndex[id]).Distinct().Order()];

    // Windows that overlap are one; those of another day are left out.
    private static List<PlanWindow> Windows(DayPicture picture, DayVisit visit)
    {
        var windows = new List<PlanWindow>();
        foreach (var window in visit.Details.Windows.OrderBy(window => window.Start))
        {
            var (start, end) = (picture.Seconds(window.Start), picture.Seconds(window.End));
            if (end == 0)
                continue;
            if (windows.Count > 0 && start < windows[^1].End)
                windows[^1] = new PlanWindow(windows[^1].Start, Math.Max(windows[^1].End, end), windows[^1].IsHard || window.IsHard);
            else
                windows.Add(new PlanWindow(start, end, window.IsHard));
        }

        return windows;
    }

    private HashSet<int> AllowedTo(RosterEntry entry) =>
        [.. Enumerable.Range(0, picture.VisitIds.Length).Where(v => picture.State.Visits[picture.VisitIds[v]].Details is var visit && bits.Allow(entry.Skills, visit) && instruments.Allow(entry.Instruments, visit))];

    private int[] StockOf(TechnicianDay technician)
    {
        var used = Used(picture, technician);
        return [.. parts.Select(part => Left(technician, part, used))];
    }

    /// <summary>How many of a part are left on a van.</summary>
    public static int Left(DayPicture picture, TechnicianDay technician, PartId part) => Left(technician, part, Used(picture, technician));

    private static int Left(TechnicianDay technician, PartId part, List<PartCount> used) =>
        Math.Max(0, Sum(technician.Entry.Stock, part) - Sum(used, part) - technician.Short.GetValueOrDefault(part));

    private static List<PartCount> Used(DayPicture picture, TechnicianDay technician) =>
        [.. technician.Route.Select(id => picture.State.Visits[id]).Where(visit => !visit.IsAhead).SelectMany(visit => visit.Details.Parts)];

    private static int Sum(IReadOnlyList<PartCount> counts, PartId part)
    {
        var sum = 0;
        foreach (var count in counts)
            sum += count.Part == part ? count.Count : 0;
        return sum;
    }
}
