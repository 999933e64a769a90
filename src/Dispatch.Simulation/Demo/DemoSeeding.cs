using Dispatch.Contracts.Accounts;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using Dispatch.Roads;
using NodaTime;

namespace Dispatch.Simulation.Demo;

/// <summary>Enters the demo's data through the commands that an administrator and a dispatcher use.</summary>
/// <remarks>Every command carries an id made from what it enters: cut off in the middle, it is simply run again.</remarks>
internal sealed class DemoSeeding(IGrainFactory grains, RoadMap map, DemoOptions options)
{
    /// <summary>How many commands are under way at once; their appends share one commit.</summary>
    private const int Together = 64;

    /// <summary>Visits of the next day that are booked a day ahead, in a hundred.</summary>
    private const int BookedAheadPercent = 25;

    private const int BacklogVisits = 14;

    private readonly Chance people = new(options.Seed);

    private int PatientCount => Math.Max(40, options.Visits + options.Visits / 8);

    /// <summary>Enters people, devices and catalogue, unless they are there.</summary>
    /// <exception cref="DemoException">The map has too few streets to live on.</exception>
    public async Task EnterPeopleAsync(LocalDate today, CancellationToken cancellation)
    {
        if (await grains.GetGrain<IAccountGrain>(DemoAccounts.All[^1].UserName).FindAsync() is not null)
            return;
        // Passwords are made to take long to hash: that goes on beside the rest.
        var accounts = Task.Run(() => DemoAccounts.All.Select(DemoAccounts.Make).ToArray(), cancellation);
        var homes = map.Addresses.HomesOnStreets(PatientCount + options.Technicians + 1, options.Seed);
        if (homes.Count == 0)
            throw new DemoException("The map has no named streets to put the demo's patients on; use another map, or --no-demo.");

        var depotHome = MostCentral(homes);
        var depot = DemoTerritory.DepotAt(Place(depotHome), AddressOf(depotHome));
        DemoTechnician[] technicians =
            [.. Enumerable.Range(0, options.Technicians).Select(i => new DemoTechnician(i, Place(homes[(PatientCount + i) % homes.Count])))];
        var territory = DemoTerritory.Make(
            TownName(homes), options.TimeZone, depot, [.. technicians.Where(t => t.Index % 4 == 1).Select(t => DemoTechnicians.Id(t.Index))]);
        Check(await grains.GetGrain<ITerritoryGrain>(territory.Id.Value).SaveAsync(territory, House("territory", today)));

        await EachAsync(
            technicians,
            technician => grains.GetGrain<ITechnicianGrain>(DemoTechnicians.Id(technician.Index).Value).SaveAsync(
                DemoTechnicians.Make(people, technician.Index, technician.Home, today), House($"technician-{technician.Index}", today)),
            cancellation);
        await EachAsync(Enumerable.Range(0, PatientCount), async index =>
        {
            var home = homes[index % homes.Count];
            var patient = DemoPatients.Patient(people, index, Place(home), AddressOf(home));
            var device = DemoPatients.Device(people, index, today);
            var saved = await grains.GetGrain<IPatientGrain>(patient.Id.Value).SaveAsync(patient, House($"patient-{index}", today));
            return saved.IsAccepted
                ? await grains.GetGrain<IEquipmentGrain>(device.Id.Value).SaveAsync(device, House($"device-{index}", today))
                : saved;
        }, cancellation);
        await EachAsync(
            await accounts,
            account => grains.GetGrain<IAccountGrain>(account.UserName).SaveAsync(account, House("account-" + account.UserName, today)),
            cancellation);
    }

    /// <summary>Enters the visits of a day, those booked ahead for the next, and on the first day the backlog.</summary>
    /// <param name="dayNumber">0 on the first day; the day's visits come from seed + this.</param>
    public async Task EnterVisitsAsync(LocalDate date, int dayNumber, DateTimeZone zone, CancellationToken cancellation)
    {
        await EnterDayAsync(date, dayNumber, options.Visits, zone, cancellation);
        await EnterDayAsync(date.PlusDays(1), dayNumber + 1, options.Visits * BookedAheadPercent / 100, zone, cancellation);
        if (dayNumber == 0)
        {
            // Routine work alone waits: of the numbers of yesterday those whose visits are planned ones.
            var visits = new DemoVisits(people, PatientCount, zone);
            var routine = Enumerable.Range(0, int.MaxValue).Select(number => visits.Make(date.PlusDays(-1), number).Request)
                .Where(request => DemoCatalogue.Types.Any(mix => mix.Type.Id == request.Type && mix.Type.Urgency >= UrgencyClass.P3)).Take(Math.Min(BacklogVisits, options.Visits));
            await EachAsync(routine.Index(), waiting =>
            {
                var id = new VisitId($"backlog-{waiting.Index + 1:000}");
                var last = date.PlusDays(3 + waiting.Index);
                return grains.GetGrain<IVisitGrain>(id.Value).RequestAsync(
                    waiting.Item with { Date = null, Windows = [], Deadline = null, DueDate = last, Days = WaitingDays(date, waiting.Index, last) }, House(id.Value, date));
            }, cancellation);
        }
    }

    // From tomorrow or a day or two later on; some in the mornings alone, as the patients asked.
    private static DaySpan WaitingDays(LocalDate date, int index, LocalDate last) =>
        new(date.PlusDays(1 + index % 3), last, index % 4 == 3 ? [new DayTime(new LocalTime(8, 0), new LocalTime(12, 0))] : null);

    private async Task EnterDayAsync(LocalDate date, int dayNumber, int count, DateTimeZone zone, CancellationToken cancellation)
    {
        var visits = new DemoVisits(new Chance(options.Seed + dayNumber), PatientCount, zone);
        if (count == 0 || await grains.GetGrain<IVisitGrain>(visits.Make(date, count - 1).Id.Value).DetailsAsync() is not null)
            return;
        // The last one stands for all of them, so it is entered when the others are.
        await EachAsync(Enumerable.Range(0, count - 1), index => EnterAsync(visits, date, index), cancellation);
        Check(await EnterAsync(visits, date, count - 1));
    }

    private Task<CommandResult> EnterAsync(DemoVisits visits, LocalDate date, int index)
    {
        var (id, request) = visits.Make(date, index);
        return grains.GetGrain<IVisitGrain>(id.Value).RequestAsync(request, House(id.Value, date));
    }

    private static async Task EachAsync<T>(IEnumerable<T> things, Func<T, Task<CommandResult>> enter, CancellationToken cancellation) =>
        await Parallel.ForEachAsync(
            things,
            new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellation },
            async (thing, _) => Check(await enter(thing)));

    private static void Check(CommandResult result)
    {
        if (!result.IsAccepted)
            throw new DemoException($"The demo's data was refused: {result.Refusal!.Text}");
    }

    private CommandContext House(string what, LocalDate date) =>
        new(new CommandId($"demo-{options.Seed}-{what}"), "demo", Role.House, date.AtMidnight().InUtc().ToInstant());

    private static StreetHome MostCentral(IReadOnlyList<StreetHome> homes)
    {
        var centre = new MapPoint(homes.Average(home => home.Position.Latitude), homes.Average(home => home.Position.Longitude));
        return homes.MinBy(home => home.Position.DistanceMetres(centre))!;
    }

    private static string TownName(IReadOnlyList<StreetHome> homes) =>
        homes.Where(home => !string.IsNullOrEmpty(home.City)).CountBy(home => home.City!).OrderByDescending(city => city.Value)
            .Select(city => city.Key).FirstOrDefault() ?? "Demo town";

    private static GeoPoint Place(StreetHome home) => new(home.Position.Latitude, home.Position.Longitude);

    private static Address AddressOf(StreetHome home) => new(home.Street, home.HouseNumber, home.City ?? "", home.Postcode ?? "");

    private sealed record DemoTechnician(int Index, GeoPoint Home);
}

/// <summary>The demo cannot be set up; the message is one sentence that says what to do.</summary>
public sealed class DemoException(string message) : Exception(message);
