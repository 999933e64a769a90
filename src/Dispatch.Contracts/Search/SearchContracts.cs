using Dispatch.Contracts.Accounts;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Search;

/// <summary>What a search found.</summary>
/// <param name="Kind">"patient", "visit", "technician", "equipment".</param>
/// <param name="Title">Name, or type and patient of a visit.</param>
/// <param name="Detail">Address, serial or date, to tell two apart.</param>
/// <param name="Date">The day of a visit.</param>
[GenerateSerializer, Immutable]
public sealed record SearchHit(string Kind, string Id, string Title, string Detail, LocalDate? Date);

/// <summary>One page of a list.</summary>
/// <param name="Next">Give it to get the next page; empty on the last.</param>
[GenerateSerializer, Immutable]
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, string Next);

/// <summary>Lists and full-text search, folded from the journal; may lag behind it by the blink of an eye.</summary>
/// <remarks>Text is matched by the beginnings of its words, case and accents folded; empty text lists all. Pages hold 1 to 200.</remarks>
public interface ISearch
{
    /// <summary>Finds patients, visits, technicians and devices of one territory, best first.</summary>
    Task<IReadOnlyList<SearchHit>> FindAsync(TerritoryId territory, string text, int limit, CancellationToken cancellation);

    /// <summary>Lists patients.</summary>
    Task<Page<PatientProfile>> PatientsAsync(TerritoryId territory, string text, string next, int limit, CancellationToken cancellation);

    /// <summary>Lists devices; of one patient where one is named.</summary>
    Task<Page<EquipmentProfile>> EquipmentAsync(TerritoryId territory, PatientId? patient, string text, string next, int limit, CancellationToken cancellation);

    /// <summary>Lists technicians.</summary>
    Task<Page<TechnicianProfile>> TechniciansAsync(TerritoryId territory, string text, string next, int limit, CancellationToken cancellation);

    /// <summary>Lists visits of a patient, or all, between two days (none: any, the backlog included), newest first.</summary>
    Task<Page<VisitView>> VisitsAsync(TerritoryId territory, PatientId? patient, LocalDate? from, LocalDate? to, string text, string next, int limit, CancellationToken cancellation);

    /// <summary>Visits that are wanted and on no day, by due date.</summary>
    Task<IReadOnlyList<VisitView>> BacklogAsync(TerritoryId territory, CancellationToken cancellation);

    /// <summary>Lists accounts; password hashes and stamps are left empty.</summary>
    Task<Page<Account>> AccountsAsync(string text, string next, int limit, CancellationToken cancellation);

    /// <summary>Completes when the search has seen all that was durable when it was called.</summary>
    Task CatchUpAsync(CancellationToken cancellation);
}
