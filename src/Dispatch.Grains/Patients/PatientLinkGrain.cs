using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Visits;
using Dispatch.Grains.Journaling;
using NodaTime;

namespace Dispatch.Grains.Patients;

/// <summary>A link was tied to a visit.</summary>
[JournalName("patient-link-opened", 1)]
internal sealed record PatientLinkOpened(PatientLink Link);

/// <summary>One patient's link.</summary>
internal sealed class PatientLinkGrain(GrainServices services)
    : JournaledGrain<PatientLinkGrain.Opened, PatientLinkOpened>(services, "patient-link"), IPatientLinkGrain
{
    private static readonly Duration Afterwards = Duration.FromHours(24);

    /// <inheritdoc />
    protected override Opened Initial { get; } = new(null);

    /// <inheritdoc />
    public Task<CommandResult> OpenAsync(PatientLink link, CommandContext context) =>
        ExecuteAsync(context, state => state.Link is null
            ? Decision<PatientLinkOpened>.Happened(new PatientLinkOpened(link))
            : Decision<PatientLinkOpened>.Nothing);

    /// <inheritdoc />
    public async Task<PatientLink?> FindAsync()
    {
        if (State.Link is not { } link)
        {
            DeactivateOnIdle(); // A guessed token must not leave anything behind.
            return null;
        }

        var history = await GrainFactory.GetGrain<IVisitGrain>(link.Visit.Value).ViewAsync();
        return history is { Status: VisitStatus.Done or VisitStatus.Cancelled or VisitStatus.CouldNotBeDone, EstimatedEnd: { } end }
            ? link with { ExpiresAt = end + Afterwards }
            : link;
    }

    /// <inheritdoc />
    protected override Opened Evolve(Opened state, PatientLinkOpened happened) => new(happened.Link);

    /// <summary>The link, once there is one.</summary>
    internal sealed record Opened(PatientLink? Link);
}
