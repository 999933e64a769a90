using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Planning;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// The planner's visits as they were last made: a visit of the day is immutable, so its words for the planner stay true until the
/// visit, who was told, or what bits and columns stand for changes. Belongs to one day and one thread.
/// </summary>
internal sealed class PlannedVisits
{
    private readonly Dictionary<VisitId, (DayVisit Visit, int Told, PlanVisit Made)> made = [];
    private SkillBits bits = new([]);
    private PartId[] parts = [];
    private InstrumentBits instruments = new([]);
    private SpaceId[] spaces = [];
    private TechnicianId[] technicians = [];
    private PlanningSettings? wanted;
    private (GeoPoint? Centre, int Kilometres)[] areas = [];

    /// <summary>Forgets all where skills, parts, instruments, spaces or technicians are counted otherwise than before, or other things are wanted, or home areas have changed.</summary>
    public void Begin(SkillBits bits, PartId[] parts, InstrumentBits instruments, SpaceId[] spaces, TechnicianId[] technicians, PlanningSettings wanted, (GeoPoint? Centre, int Kilometres)[] areas)
    {
        if (!this.bits.SameAs(bits) || !this.parts.AsSpan().SequenceEqual(parts) || !this.instruments.SameAs(instruments) || !this.spaces.AsSpan().SequenceEqual(spaces)
            || !this.technicians.AsSpan().SequenceEqual(technicians) || wanted != this.wanted || !this.areas.AsSpan().SequenceEqual(areas))
            made.Clear();
        (this.bits, this.parts, this.instruments, this.spaces, this.technicians, this.wanted, this.areas) = (bits, parts, instruments, spaces, technicians, wanted, areas);
    }

    /// <summary>The visit as it was made before; none if it has changed since.</summary>
    /// <param name="told">Whom the patient was told of, as an index; -1 for nobody.</param>
    public PlanVisit? Find(DayVisit visit, int told) =>
        made.TryGetValue(visit.Id, out var before) && ReferenceEquals(before.Visit, visit) && before.Told == told ? before.Made : null;

    /// <summary>Keeps the visit as it was made.</summary>
    public PlanVisit Keep(DayVisit visit, int told, PlanVisit planned)
    {
        made[visit.Id] = (visit, told, planned);
        return planned;
    }
}
