using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Visits;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Patients;

/// <summary>What a patient's link leads to.</summary>
/// <param name="ExpiresAt">24 h after the visit's end; none while it is open.</param>
[GenerateSerializer, Immutable]
public sealed record PatientLink(VisitId Visit, PatientId Patient, TerritoryId Territory, Instant? ExpiresAt);

/// <summary>The page's state: what stands there.</summary>
public enum PatientPageState
{
    /// <summary>An interval is told, or will be.</summary>
    Expected,

    /// <summary>The technician is driving there.</summary>
    OnTheWay,

    /// <summary>The technician is there.</summary>
    Arrived,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>Will be arranged anew; someone calls.</summary>
    ToBeArranged,

    /// <summary>The link's time is over.</summary>
    Expired,
}

/// <summary>Where a technician is; only while on the way to this patient.</summary>
/// <param name="FixAt">When the position was taken.</param>
[GenerateSerializer, Immutable]
public sealed record ApproachView(GeoPoint Position, double HeadingDegrees, Instant FixAt, Instant EstimatedArrival, string Path);

/// <summary>All that a patient's page shows; no medical word, no name of another patient.</summary>
/// <param name="Interval">The promise; none while nothing has been told.</param>
/// <param name="TechnicianFirstName">Who comes, once on the way.</param>
/// <param name="Preparation">What to have ready, in the patient's language, from the visit type.</param>
/// <param name="OffersBackup">Whether "my backup is running" makes sense here.</param>
/// <param name="Alternatives">Other intervals to choose from; filled when asked for.</param>
[GenerateSerializer, Immutable]
public sealed record PatientVisitView(
    long Number,
    PatientPageState State,
    LocalDate? Date,
    string TimeZone,
    ArrivalInterval? Interval,
    string TechnicianFirstName,
    ApproachView? Approach,
    GeoPoint? Home,
    IReadOnlyList<string> Preparation,
    string CallNumber,
    string Language,
    bool AcceptsTexts,
    bool? SaidAtHome,
    bool OffersBackup,
    IReadOnlyList<PatientAnswerKind> Answered)
{
    /// <summary>How many technicians the visit takes, 1 or 2.</summary>
    [Id(0)]
    public int TechnicianCount { get; init; } = 1;

    /// <summary>How many of them are there already, while another is still on the way.</summary>
    [Id(1)]
    public int ThereCount { get; init; }

    /// <summary>Where the second of two on the way is; <see cref="Approach"/> is then the first.</summary>
    [Id(2)]
    public ApproachView? SecondApproach { get; init; }
}

/// <summary>One link; key: the SHA-256 of its token, in hexadecimal, so that the token itself is nowhere stored.</summary>
[Alias("dispatch.patient-link")]
public interface IPatientLinkGrain : IGrainWithStringKey
{
    /// <summary>Ties the link to a visit.</summary>
    [Alias("open")]
    Task<CommandResult> OpenAsync(PatientLink link, CommandContext context);

    /// <summary>What it leads to; none if the token is unknown. Expired ones are told by <see cref="PatientLink.ExpiresAt"/>.</summary>
    [Alias("find")]
    Task<PatientLink?> FindAsync();
}
