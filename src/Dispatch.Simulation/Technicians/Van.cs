using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Roads;
using NodaTime;

namespace Dispatch.Simulation.Technicians;

/// <summary>Where a simulated van is: along the streets between two places, or standing at one.</summary>
/// <remarks>A drive goes by what is closed when it begins. One thread at a time.</remarks>
internal sealed class Van(RoadsNow roads, GeoPoint start)
{
    private GeoPoint standsAt = start;
    private VisitId? drivingTo;
    private RoadPath? path;
    private Instant setOutAt;
    private Duration driveTime;

    /// <summary>Follows what the phone shows: a new drive begins where the van is.</summary>
    public void Follow(TechnicianDayView day, TechnicianBehaviour behaviour)
    {
        TechnicianStop? onTheWay = null;
        foreach (var stop in day.Stops)
        {
            if (stop.Stop.State is StopState.Arrived or StopState.Done or StopState.CouldNotBeDone)
                (standsAt, drivingTo, path) = (stop.Place, null, null);
            if (stop.Stop.State == StopState.OnTheWay)
                onTheWay = stop;
        }

        if (onTheWay is null)
            return;
        if (drivingTo == onTheWay.Stop.Visit)
            return;
        drivingTo = onTheWay.Stop.Visit;
        setOutAt = onTheWay.Stop.DepartAt;
        driveTime = behaviour.DriveTime(onTheWay);
        path = roads.FindPath(Point(standsAt), Point(onTheWay.Place));
    }

    /// <summary>Position, heading (none when standing) and speed at a moment.</summary>
    public PositionReport At(Instant now)
    {
        if (path is null || path.Seconds == 0)
            return new PositionReport(standsAt, null, 0, 8, now);
        var share = Math.Clamp((now - setOutAt).TotalSeconds / driveTime.TotalSeconds, 0, 1);
        var position = path.PositionAt(share * path.Seconds, out var heading);
        var speed = share < 1 ? path.Metres / driveTime.TotalSeconds : 0;
        return new PositionReport(new GeoPoint(position.Latitude, position.Longitude), share < 1 ? heading : null, speed, 8, now);
    }

    private static MapPoint Point(GeoPoint place) => new(place.Latitude, place.Longitude);
}
