using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using NodaTime;

namespace Dispatch.Simulation.Technicians;

/// <summary>Where a simulated van is: along the streets between two places, or standing at one. For all threads.</summary>
/// <remarks>
/// A drive goes by what is closed, and by what was learned, when it begins. How long it takes is the world's own: the time of the free
/// roads and the world's traffic, so that what the product learns of it does not change it.
/// </remarks>
/// <param name="drivePercent">How long a drive takes with it, in hundredths of that.</param>
internal sealed class Van(RoadsNow roads, Traffic traffic, TechnicianBehaviour behaviour, GeoPoint start, DateTimeZone zone, int drivePercent = 100)
{
    private static readonly Duration Shortest = Duration.FromSeconds(20);

    private readonly Lock gate = new();
    private LocalDate date;
    private GeoPoint standsAt;
    private VisitId? drivingTo;
    private Instant setOutAt;
    private VanDrive? drive;

    /// <summary>How long the drive to a stop takes that is on the way.</summary>
    public Duration DriveTime(TechnicianDayView day, TechnicianStop stop)
    {
        lock (gate)
        {
            Follow(day);
            return drive is not null && drivingTo == stop.Stop.Visit
                ? Duration.Max(Shortest, Duration.FromSeconds(drive.Seconds))
                : Duration.Max(Shortest, Duration.FromSeconds(stop.Stop.DriveSeconds * behaviour.DriveSpread(stop)));
        }
    }

    /// <summary>Position, heading (none when standing) and speed at a moment of a day.</summary>
    public PositionReport At(TechnicianDayView day, Instant now)
    {
        lock (gate)
        {
            Follow(day);
            if (drive is null)
                return new PositionReport(standsAt, null, 0, 8, now);
            var seconds = (now - setOutAt).TotalSeconds;
            var position = drive.PositionAt(seconds, out var heading);
            var isDriving = seconds < drive.Seconds;
            return new PositionReport(new GeoPoint(position.Latitude, position.Longitude), isDriving ? heading : null, isDriving ? drive.MetresPerSecond : 0, 8, now);
        }
    }

    // A new drive begins where the van is, a new day where the technician begins it.
    private void Follow(TechnicianDayView day)
    {
        if (day.Date != date)
            (date, standsAt, drivingTo, drive) = (day.Date, start, null, null);
        TechnicianStop? onTheWay = null;
        foreach (var stop in day.Stops)
        {
            if (stop.Stop.State is StopState.Arrived or StopState.Done or StopState.CouldNotBeDone)
                standsAt = stop.Place;
            if (stop.Stop.State == StopState.OnTheWay)
                onTheWay = stop;
        }

        if (onTheWay is null)
            (drivingTo, drive) = (null, null);
        if (onTheWay is null || drivingTo == onTheWay.Stop.Visit)
            return;
        (drivingTo, setOutAt) = (onTheWay.Stop.Visit, onTheWay.Stop.DepartAt);
        var local = setOutAt.InZone(zone).LocalDateTime;
        var path = roads.FindPath(Point(standsAt), Point(onTheWay.Place), part: DayParts.At(local.ToDateTimeUnspecified()));
        drive = path is null || path.Seconds == 0 ? null : new VanDrive(roads.Unlearned(path), traffic, local, behaviour.DriveSpread(onTheWay) * (drivePercent / 100.0));
    }

    private static MapPoint Point(GeoPoint place) => new(place.Latitude, place.Longitude);
}
