using System.Text.Json;
using Dispatch.Contracts.Accounts;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Serialization;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Places;
using Dispatch.Grains.Accounts;
using Dispatch.Grains.Equipment;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Patients;
using Dispatch.Grains.Technicians;
using Dispatch.Grains.Visits;
using Dispatch.Journal;
using Microsoft.Data.Sqlite;
using NodaTime.Text;

namespace Dispatch.Grains.Search;

/// <summary>What each event means for the search tables.</summary>
internal sealed class SearchFold(EventCatalogue catalogue)
{
    private static readonly string[] Followed = ["visit", "patient", "technician", "equipment", "account"];

    /// <summary>Folds one event in; those of other streams mean nothing here.</summary>
    public void Take(SqliteTransaction fold, RecordedEvent recorded)
    {
        var slash = recorded.Stream.IndexOf('/', StringComparison.Ordinal);
        var (kind, id) = (recorded.Stream[..slash], recorded.Stream[(slash + 1)..]);
        if (!Followed.Contains(kind))
            return;
        switch (catalogue.Read(recorded.Name, recorded.Version, recorded.Data.Span))
        {
            case VisitEvent happened:
                Put(fold, id, (Known<VisitState>(fold, kind, id) ?? VisitState.Unknown).Evolve(happened));
                break;
            case PatientSaved saved:
                Put(fold, saved.Profile);
                break;
            case PatientContactChanged changed when Known<PatientProfile>(fold, kind, id) is { } profile:
                Put(fold, profile with { Contact = changed.Contact });
                break;
            case TechnicianSaved saved:
                Put(fold, saved.Profile);
                break;
            case EquipmentSaved saved:
                Put(fold, saved.Profile);
                break;
            case AccountSaved saved:
                Put(fold, saved.Account with { PasswordHash = "", SecurityStamp = "" });
                break;
            case PatientRemoved or TechnicianRemoved or EquipmentRemoved:
                SearchTables.Remove(fold, kind, id);
                break;
        }
    }

    private static T? Known<T>(SqliteTransaction fold, string kind, string id) =>
        SearchTables.Find(fold, kind, id) is { } json ? JsonSerializer.Deserialize<T>(json, DispatchJson.Options) : default;

    private static void Put(SqliteTransaction fold, string id, VisitState visit)
    {
        var details = visit.Details!;
        var date = details.Date is { } day ? LocalDatePattern.Iso.Format(day) : "";
        var title = $"{visit.TypeName}, {visit.PatientName}";
        SearchTables.Put(fold, new SearchEntry(
            "visit", id, details.Territory.Value, details.Patient.Value, date, !visit.IsClosed, title, Line(details.Address),
            $"{title} {Line(details.Address)} {id} {date}", EventCatalogue.Write(visit)));
    }

    private static void Put(SqliteTransaction fold, PatientProfile patient) => SearchTables.Put(fold, new SearchEntry(
        "patient", patient.Id.Value, patient.Territory.Value, patient.Id.Value, "", true, patient.Name, Line(patient.Address),
        $"{patient.Name} {Line(patient.Address)} {patient.Contact.Phone} {patient.Id}", EventCatalogue.Write(patient)));

    private static void Put(SqliteTransaction fold, TechnicianProfile technician) => SearchTables.Put(fold, new SearchEntry(
        "technician", technician.Id.Value, technician.Territory.Value, "", "", technician.IsActive, technician.Name, technician.Van,
        $"{technician.Name} {technician.Van} {technician.Phone} {technician.Id}", EventCatalogue.Write(technician)));

    private static void Put(SqliteTransaction fold, EquipmentProfile device) => SearchTables.Put(fold, new SearchEntry(
        "equipment", device.Id.Value, device.Territory.Value, device.Patient?.Value ?? "", "", true, $"{device.Model} {device.Serial}", device.Kind,
        $"{device.Kind} {device.Model} {device.Serial} {device.Udi} {device.Lot} {device.Id}", EventCatalogue.Write(device)));

    private static void Put(SqliteTransaction fold, Account account) => SearchTables.Put(fold, new SearchEntry(
        "account", account.UserName, account.Territory?.Value ?? "", "", "", account.IsActive, account.DisplayName, account.Role.ToString(),
        $"{account.UserName} {account.DisplayName} {account.Role}", EventCatalogue.Write(account)));

    private static string Line(Address address) => $"{address.Street} {address.HouseNumber} {address.Postcode} {address.City}".Trim();
}
