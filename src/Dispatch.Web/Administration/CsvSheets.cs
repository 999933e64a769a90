using System.Globalization;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Search;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Equipment;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using NodaTime;
using NodaTime.Text;

namespace Dispatch.Web.Administration;

/// <summary>What one line of a sheet holds: whether it would be taken, by the rules that an entry by hand goes through, and taking it.</summary>
internal sealed record CsvEntry(Func<IGrainFactory, Task<Reason?>> CheckAsync, Func<IGrainFactory, CommandContext, Task<CommandResult>> SaveAsync);

/// <summary>A kind of sheet: its headings, how a line is read, and what is written.</summary>
/// <param name="Headings">In the order in which they are written.</param>
internal sealed record CsvKind(
    string Name, IReadOnlyList<string> Headings, Func<CsvRow, TerritoryProfile, CsvEntry> Read,
    Func<ISearch, TerritoryProfile, CancellationToken, Task<IEnumerable<IReadOnlyList<string>>>> ExportAsync)
{
    /// <summary>Headings that a sheet may lack: sheets written before there was such a column are still read.</summary>
    public IReadOnlyList<string> MayLack { get; init; } = [];
}

/// <summary>The sheets: technicians, patients, equipment.</summary>
internal static class CsvSheets
{
    private static readonly CsvKind[] All =
    [
        new("technicians", ["id", "name", "phone", "depot", "starts_at_home", "latitude", "longitude", "skills", "shifts", "break", "van", "stock", "active", "duration_percent", "home_area_km", "instruments", "room", "drive_percent"], Technician, TechniciansAsync) { MayLack = ["duration_percent", "home_area_km", "instruments", "room", "drive_percent"] },
        new("patients", ["id", "name", "street", "house_number", "city", "postcode", "latitude", "longitude", "access_notes", "phone", "language", "accepts_texts", "someone_else", "emergency_plan", "emergency_number", "flow_litres_per_minute", "free_breathing_minutes"], Patient, PatientsAsync),
        new("equipment", ["id", "kind", "model", "serial", "udi", "lot", "patient", "state", "dependence", "battery_minutes", "next_service"], Device, DevicesAsync),
    ];

    /// <summary>A kind by its name; none if there is none such.</summary>
    public static CsvKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static CsvEntry Technician(CsvRow row, TerritoryProfile territory)
    {
        var startsAtHome = row.Flag("starts_at_home");
        var home = row.Text("latitude").Length > 0 || startsAtHome
            ? new GeoPoint(row.Number("latitude", -90, 90), row.Number("longitude", -180, 180))
            : (GeoPoint?)null;
        var breaks = CsvCells.Breaks(row);
        var profile = new TechnicianProfile(
            new(row.Id("id")), territory.Id, row.Needed("name"), row.Text("phone"), new(row.Id("depot")), startsAtHome, home,
            CsvCells.Skills(row), CsvCells.Shifts(row), breaks.FirstOrDefault(), row.Text("van"), CsvCells.Stock(row), row.Flag("active"))
        { DrivePercent = (int)(row.OptionalNumber("drive_percent", 80, 200) ?? 100), DurationPercent = (int)(row.OptionalNumber("duration_percent", 50, 200) ?? 100), HomeAreaKilometres = (int)(row.OptionalNumber("home_area_km", 0, 500) ?? 0), MoreBreaks = [.. breaks.Skip(1)], Instruments = CsvCells.Instruments(row), Room = CsvCells.Room(row) };
        return new CsvEntry(
            grains => grains.GetGrain<ITechnicianGrain>(profile.Id.Value).CheckAsync(profile),
            (grains, context) => grains.GetGrain<ITechnicianGrain>(profile.Id.Value).SaveAsync(profile, context));
    }

    private static CsvEntry Patient(CsvRow row, TerritoryProfile territory)
    {
        var profile = new PatientProfile(
            new(row.Id("id")), territory.Id, row.Needed("name"), new Address(row.Text("street"), row.Text("house_number"), row.Text("city"), row.Text("postcode")),
            new GeoPoint(row.Number("latitude", -90, 90), row.Number("longitude", -180, 180)), row.Text("access_notes"),
            new ContactPreferences(row.Needed("phone"), row.Needed("language"), row.Flag("accepts_texts"), row.Text("someone_else")),
            row.Text("emergency_plan"), row.Text("emergency_number"), row.OptionalNumber("flow_litres_per_minute", 0.1, 60),
            (int?)row.OptionalNumber("free_breathing_minutes", 0, 100_000));
        return new CsvEntry(
            grains => grains.GetGrain<IPatientGrain>(profile.Id.Value).CheckAsync(profile),
            (grains, context) => grains.GetGrain<IPatientGrain>(profile.Id.Value).SaveAsync(profile, context));
    }

    private static CsvEntry Device(CsvRow row, TerritoryProfile territory)
    {
        var profile = new EquipmentProfile(
            new(row.Id("id")), territory.Id, row.Needed("kind"), row.Text("model"), row.Needed("serial"), row.Text("udi"), row.Text("lot"),
            row.Text("patient").Length == 0 ? null : new PatientId(row.Id("patient")), row.Choice<EquipmentState>("state"), row.Choice<Dependence>("dependence"),
            (int)row.Number("battery_minutes", 0, 10_000), CsvCells.Date(row, "next_service"));
        return new CsvEntry(
            grains => grains.GetGrain<IEquipmentGrain>(profile.Id.Value).CheckAsync(profile),
            (grains, context) => grains.GetGrain<IEquipmentGrain>(profile.Id.Value).SaveAsync(profile, context));
    }

    private static async Task<IEnumerable<IReadOnlyList<string>>> TechniciansAsync(ISearch search, TerritoryProfile territory, CancellationToken ct)
    {
        var all = await AllAsync(next => search.TechniciansAsync(territory.Id, "", next, 200, ct));
        return all.Select(t => (IReadOnlyList<string>)
        [
            t.Id.Value, t.Name, t.Phone, t.Depot.Value, YesNo(t.StartsAtHome), Number(t.Home?.Latitude), Number(t.Home?.Longitude),
            CsvCells.Write(t.Skills), CsvCells.Write(t.Shifts), CsvCells.Write(t.AllBreaks()), t.Van, CsvCells.Write(t.Stock), YesNo(t.IsActive), Number(t.DurationPercent), Number(t.HomeAreaKilometres), CsvCells.Write(t.Instruments), CsvCells.Write(t.Room), Number(t.DrivePercent),
        ]);
    }

    private static async Task<IEnumerable<IReadOnlyList<string>>> PatientsAsync(ISearch search, TerritoryProfile territory, CancellationToken ct)
    {
        var all = await AllAsync(next => search.PatientsAsync(territory.Id, "", next, 200, ct));
        return all.Select(p => (IReadOnlyList<string>)
        [
            p.Id.Value, p.Name, p.Address.Street, p.Address.HouseNumber, p.Address.City, p.Address.Postcode, Number(p.Place.Latitude), Number(p.Place.Longitude),
            p.AccessNotes, p.Contact.Phone, p.Contact.Language, YesNo(p.Contact.AcceptsTexts), p.Contact.SomeoneElse, p.EmergencyPlan, p.EmergencyNumber,
            Number(p.FlowLitresPerMinute), Number(p.FreeBreathingMinutes),
        ]);
    }

    private static async Task<IEnumerable<IReadOnlyList<string>>> DevicesAsync(ISearch search, TerritoryProfile territory, CancellationToken ct)
    {
        var all = await AllAsync(next => search.EquipmentAsync(territory.Id, null, "", next, 200, ct));
        return all.Select(e => (IReadOnlyList<string>)
        [
            e.Id.Value, e.Kind, e.Model, e.Serial, e.Udi, e.Lot, e.Patient?.Value ?? "", e.State.ToString(), e.Dependence.ToString(),
            Number(e.BatteryMinutes), e.NextServiceDate is { } date ? LocalDatePattern.Iso.Format(date) : "",
        ]);
    }

    private static async Task<List<T>> AllAsync<T>(Func<string, Task<Page<T>>> page)
    {
        var all = new List<T>();
        var next = "";
        do
        {
            var read = await page(next);
            all.AddRange(read.Items);
            next = read.Next;
        }
        while (next.Length > 0);
        return all;
    }

    private static string YesNo(bool flag) => flag ? "yes" : "no";

    private static string Number(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
