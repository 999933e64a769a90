using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Search;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Visits;
using Dispatch.Grains.History;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Roads;

namespace Dispatch.Grains.Patients;

/// <summary>One patient: the entry, and what goes out to the patient.</summary>
internal sealed class PatientGrain(GrainServices services, ITravelTimes roads, ISearch search)
    : JournaledGrain<PatientState, PatientEvent>(services, "patient"), IPatientGrain, IPatientInbox
{
    private const int MessagesKept = 60;

    /// <inheritdoc />
    protected override PatientState Initial { get; } = new(null, []);

    private PatientId Id => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public async Task<CommandResult> SaveAsync(PatientProfile profile, CommandContext context)
    {
        var mistake = await CheckAsync(profile);
        return await ExecuteAsync(context, _ => mistake is null
            ? Decision<PatientEvent>.Happened(new PatientSaved(profile))
            : Decision<PatientEvent>.Refused(mistake));
    }

    /// <inheritdoc />
    public async Task<Reason?> CheckAsync(PatientProfile profile)
    {
        var territory = await GrainFactory.GetGrain<ITerritoryGrain>(profile.Territory.Value).ProfileAsync();
        return PatientRules.Mistake(profile, Id, territory is not null, roads.Snap(profile.Place) is not null);
    }

    /// <inheritdoc />
    public async Task<CommandResult> RemoveAsync(CommandContext context)
    {
        if (State.Profile is not { } profile)
            return CommandResult.NotFound("patient");
        var devices = await search.EquipmentAsync(profile.Territory, Id, "", "", 1, CancellationToken.None);
        return await ExecuteAsync(context, _ => devices.Total > 0
            ? Decision<PatientEvent>.Refused(new Reason("patient-has-devices", "Devices are still with this patient; collect them first."))
            : Decision<PatientEvent>.Happened(new PatientRemoved()));
    }

    /// <inheritdoc />
    public Task<CommandResult> ChangeContactAsync(ContactPreferences contact, CommandContext context) =>
        ExecuteAsync(context, state =>
        {
            if (state.Profile is null)
                return Decision<PatientEvent>.Refused(CommandResult.NotFound("patient").Refusal!);
            if (PatientRules.ContactMistake(contact) is { } mistake)
                return Decision<PatientEvent>.Refused(mistake);
            return state.Profile.Contact == contact ? Decision<PatientEvent>.Nothing : Decision<PatientEvent>.Happened(new PatientContactChanged(contact));
        });

    /// <inheritdoc />
    public async Task<CommandResult> PreferAsync(PreferTechnicians command, CommandContext context)
    {
        if (State.Profile is not { } profile)
            return CommandResult.NotFound("patient");
        var roster = await GrainFactory.GetGrain<ITerritoryGrain>(profile.Territory.Value).RosterAsync();
        var open = await OpenVisitsAsync(profile.Territory);
        return await ExecuteAsync(context, state => PatientRules.Prefer(state, command, roster, open));
    }

    /// <inheritdoc />
    public Task<PatientProfile?> ProfileAsync() => Task.FromResult(State.Profile);

    /// <inheritdoc />
    public Task<IReadOnlyList<TechnicianId>> KnownToAsync() => Task.FromResult<IReadOnlyList<TechnicianId>>(State.KnownTo);

    /// <inheritdoc />
    public Task<IReadOnlyList<TechnicianId>> PreferredAsync() => Task.FromResult<IReadOnlyList<TechnicianId>>(State.Preferred);

    /// <inheritdoc />
    public async Task<PatientDetailsView?> ViewAsync()
    {
        if (State.Profile is not { } profile)
            return null;
        var devices = await search.EquipmentAsync(profile.Territory, Id, "", "", 100, CancellationToken.None);
        var visits = await search.VisitsAsync(profile.Territory, Id, null, null, "", "", 100, CancellationToken.None);
        return new PatientDetailsView(
            profile, devices.Items, visits.Items, [.. State.Messages.Reverse()], await StreamHistory.OfAsync(Journal, Stream))
        { Preferred = State.Preferred };
    }

    private async Task<List<VisitId>> OpenVisitsAsync(TerritoryId territory)
    {
        await search.CatchUpAsync(CancellationToken.None);
        var (open, next) = (new List<VisitId>(), "");
        do
        {
            var page = await search.VisitsAsync(territory, Id, null, null, "", next, 200, CancellationToken.None);
            open.AddRange(page.Items.Where(visit => visit.Status is VisitStatus.Backlog or VisitStatus.Scheduled).Select(visit => visit.Id));
            next = page.Next;
        }
        while (next.Length > 0);
        return open;
    }

    /// <inheritdoc />
    protected override PatientState Evolve(PatientState state, PatientEvent happened) => happened switch
    {
        PatientSaved e => state with { Profile = e.Profile },
        PatientRemoved => state with { Profile = null },
        PatientServed e => state.ServedBy(e.Technician),
        PatientPreferenceChanged e => state with { Preferred = [.. e.Technicians] },
        PatientContactChanged e => state with { Profile = state.Profile! with { Contact = e.Contact } },
        PatientMessaged e => state with
        {
            Messages = (state.Messages.Count >= MessagesKept ? state.Messages.RemoveAt(0) : state.Messages).Add(e.Message),
        },
        _ => state,
    };

    /// <inheritdoc />
    protected override async Task<CommandResult> ReceiveAsync(object payload, CommandContext context)
    {
        if (payload is TellPatientServed served)
        {
            return await ExecuteAsync(context, state => state.Profile is null || (state.KnownTo is [var last, ..] && last == served.Technician)
                ? Decision<PatientEvent>.Nothing
                : Decision<PatientEvent>.Happened(new PatientServed(served.Visit, served.Technician)));
        }

        if (payload is not TellPatient told)
            return await base.ReceiveAsync(payload, context);
        if (State.Profile is not { } profile || await GrainFactory.GetGrain<ITerritoryGrain>(profile.Territory.Value).ProfileAsync() is not { } territory)
            return CommandResult.Accepted(Version);
        return await ExecuteAsync(context, state => PatientRules.Tell(state, told, context.Id, territory, Now));
    }
}
