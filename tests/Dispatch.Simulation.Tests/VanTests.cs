using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Technicians;
using Dispatch.Domain.Urgency;
using Dispatch.Roads;
using Dispatch.Simulation.Technicians;
using NodaTime;

namespace Dispatch.Simulation.Tests;

public sealed class VanTests : IDisposable
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 3, 2, 10, 0);
    private readonly string folder = Directory.CreateTempSubdirectory("dispatch-van-").FullName;
    private readonly RoadMap map;

    public VanTests() => map = RoadMap.Open(Path.Combine(AppContext.BaseDirectory, "alderhaven.osm.pbf"), folder);

    [Fact]
    public void A_street_that_is_closed_under_a_van_lets_it_go_on_and_the_next_drive_goes_another_way()
    {
        var (roads, behaviour) = (new RoadsNow(map), new TechnicianBehaviour(new Chance(1)));
        var homes = map.Addresses.HomesOnStreets(20, 3).Select(home => home.Position).ToArray();
        var (from, to) = homes.SelectMany(a => homes.Select(b => (a, b))).First(pair => roads.FindPath(pair.a, pair.b) is { Metres: > 2000 });
        var path = roads.FindPath(from, to)!;
        Van NewVan() => new(roads, new Traffic(new Chance(1)), behaviour, Place(from), DateTimeZone.Utc);
        var (van, day) = (NewVan(), Day(Place(to)));
        var time = van.DriveTime(day, day.Stops[0]);
        var middle = van.At(day, Ten + time / 2).Position;

        roads.Change("desk", 1, [RoadChange.CloseArea(Around(path.PositionAt(path.Seconds * 0.5, out _)))]);
        Assert.Equal(time, van.DriveTime(day, day.Stops[0]));
        Assert.Equal(middle, van.At(day, Ten + time / 2).Position);
        Assert.True(van.At(day, Ten + time).Position.DistanceMetres(Place(path.Points[^1])) < 5);
        Assert.NotEqual(time, NewVan().DriveTime(day, day.Stops[0]));
    }

    [Fact]
    public void A_van_that_takes_half_as_long_again_drives_so()
    {
        var (roads, behaviour) = (new RoadsNow(map), new TechnicianBehaviour(new Chance(1)));
        var homes = map.Addresses.HomesOnStreets(20, 3).Select(home => home.Position).ToArray();
        var (from, to) = homes.SelectMany(a => homes.Select(b => (a, b))).First(pair => roads.FindPath(pair.a, pair.b) is { Metres: > 2000 });
        var day = Day(Place(to));
        Duration Time(int percent) => new Van(roads, new Traffic(new Chance(1)), behaviour, Place(from), DateTimeZone.Utc, percent).DriveTime(day, day.Stops[0]);
        // At ten there is no rush that a longer drive would get into.
        Assert.Equal(1.5, Time(150) / Time(100), 1e-6);
    }

    public void Dispose()
    {
        map.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static MapPoint[] Around(MapPoint place) =>
        [new(place.Latitude - 0.0004, place.Longitude - 0.0004), new(place.Latitude - 0.0004, place.Longitude + 0.0004), new(place.Latitude + 0.0004, place.Longitude + 0.0004), new(place.Latitude + 0.0004, place.Longitude - 0.0004)];

    private static TechnicianDayView Day(GeoPoint place) => new(
        1, new TechnicianId("t001"), "A Technician", new LocalDate(2026, 3, 2), "UTC", "", DutyState.OnDuty, Ten, Ten + Duration.FromHours(6), null, 0, [],
        [
            new TechnicianStop(
                new StopView(new VisitId("v1"), StopState.OnTheWay, 600, 5000, Ten, Ten + Duration.FromMinutes(10), Ten + Duration.FromMinutes(10), Ten + Duration.FromMinutes(40), false, false),
                "Refill", 30, UrgencyClass.P3, "A Patient", "", Address.Unknown, place, "", "", [], [], [], ""),
        ], null, []);

    private static GeoPoint Place(MapPoint point) => new(point.Latitude, point.Longitude);
}
