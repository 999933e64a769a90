using System.Globalization;
using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Tests.Profile;

public sealed class RoadTaggingTests
{
    private static readonly (double Latitude, double Longitude) Vaduz = (47.14, 9.52);

    [Theory]
    [InlineData("highway=construction | construction=primary")]
    [InlineData("highway=proposed | proposed=primary")]
    [InlineData("highway=residential | impassable=yes")]
    [InlineData("highway=residential | smoothness=impassable")]
    [InlineData("highway=residential | ford=stepping_stones")]
    [InlineData("highway=residential | maxwidth=1.8")]
    [InlineData("highway=residential | maxwidth=6'6\"")]
    [InlineData("highway=residential | maxheight=2 m")]
    [InlineData("highway=residential | maxweight=3")]
    [InlineData("highway=residential | maxweight=2800 kg")]
    [InlineData("highway=residential | maxlength=5")]
    [InlineData("highway=service | service=emergency_access")]
    [InlineData("highway=residential | oneway=reversible")]
    [InlineData("railway=rail | route=train")]
    public void What_no_van_can_drive_is_no_road(string tags) => Assert.Null(Tagged.Way(tags));

    [Theory]
    [InlineData("highway=residential | maxwidth=2.2")]
    [InlineData("highway=residential | maxheight=default")]
    [InlineData("highway=residential | maxheight=none")]
    [InlineData("highway=residential | maxheight=9'")]
    [InlineData("highway=residential | maxweight=3.5")]
    [InlineData("highway=residential | construction=minor")]
    [InlineData("highway=service | service=emergency_access | motor_vehicle=yes")]
    [InlineData("railway=rail | route=shuttle_train")]
    public void What_a_van_can_drive_is_a_road(string tags) => Assert.NotNull(Tagged.Way(tags));

    [Theory]
    [InlineData("highway=track", "EndsOnly")]
    [InlineData("highway=track | motor_vehicle=yes", "Open")]
    [InlineData("highway=service | service=driveway", "EndsOnly")]
    [InlineData("highway=service | service=driveway | access=yes", "Open")]
    [InlineData("highway=service", "Open")]
    [InlineData("highway=footway | motorcar=yes", "Open")]
    [InlineData("highway=residential | access=private", "EndsOnly")]
    [InlineData("highway=residential | access=private | vehicle=yes", "Open")]
    [InlineData("highway=residential | vehicle=private | motor_vehicle=permissive", "Open")]
    [InlineData("highway=residential | motor_vehicle=agricultural;destination", "EndsOnly")]
    public void Access_follows_the_hierarchy_of_keys(string tags, string access) => Assert.Equal(access, Tagged.Way(tags)!.Access.ToString());

    [Theory]
    [InlineData("highway=primary | maxspeed=50", 40)]
    [InlineData("highway=primary | maxspeed=30 mph", 38.6)]
    [InlineData("highway=primary | maxspeed=DE:urban", 40)]
    [InlineData("highway=primary | maxspeed=CH:rural", 64)]
    [InlineData("highway=primary | maxspeed:type=DE:rural", 80)]
    [InlineData("highway=primary | source:maxspeed=DE:urban", 40)]
    [InlineData("highway=primary | zone:traffic=urban", 40)]
    [InlineData("highway=primary | zone:maxspeed=DE:30", 24)]
    [InlineData("highway=primary | maxspeed=DE:zone30", 24)]
    [InlineData("highway=motorway | maxspeed=none", 117)]
    [InlineData("highway=primary | maxspeed=50 | surface=sett", 30)]
    [InlineData("highway=primary | maxspeed=50 | surface=concrete:plates", 40)]
    [InlineData("highway=track | tracktype=grade2", 12)]
    [InlineData("highway=unclassified | tracktype=grade2", 18)]
    [InlineData("highway=primary | maxspeed=80 | smoothness=very_bad", 20)]
    [InlineData("highway=unclassified | width=2.5", 25)]
    [InlineData("highway=unclassified | width=4", 30)]
    [InlineData("highway=unclassified | ford=yes", 8)]
    [InlineData("highway=service | service=parking_aisle", 9)]
    [InlineData("highway=service | service=alley", 11)]
    [InlineData("highway=primary | maxspeed=50 | maxspeed:conditional=30 @ (Mo-Fr 06:00-20:00)", 24)] // most of working hours
    [InlineData("highway=primary | maxspeed=50 | maxspeed:conditional=30 @ (22:00-06:00)", 40)]
    [InlineData("highway=primary | maxspeed=50 | maxspeed:conditional=30 @ (wet)", 40)]
    [InlineData("highway=primary | maxspeed=50 | maxspeed:conditional=30 @ (weight>7.5)", 40)]
    public void Speed_follows_from_class_limit_and_state(string tags, double kmh)
    {
        var way = Tagged.Way(tags)!;
        Assert.Equal(kmh, way.ForwardKmh, 0.1);
        Assert.Equal(kmh, way.BackwardKmh, 0.1);
    }

    [Fact]
    public void Each_direction_has_its_own_limit()
    {
        var way = Tagged.Way("highway=primary | maxspeed=50 | maxspeed:forward=70 | maxspeed:backward:conditional=30 @ (07:00-19:00)")!;
        Assert.Equal((56.0, 24.0), (way.ForwardKmh, way.BackwardKmh));
    }

    [Fact]
    public void A_country_is_known_by_the_middle_of_the_map()
    {
        Assert.Equal(64, Tagged.Way("highway=primary | maxspeed=rural", Vaduz.Latitude, Vaduz.Longitude)!.ForwardKmh, 0.1);
        Assert.Equal(94.5, Tagged.Way("highway=motorway", 39.98, -83.0)!.ForwardKmh, 0.1); // Ohio: 105 km/h at most
        Assert.Equal(100, Tagged.Way("highway=motorway", 49.5, 8.5)!.ForwardKmh, 0.1); // Mannheim
        Assert.True(Tagged.Way("highway=residential", 51.5, -0.1)!.DrivesOnLeft); // London
        Assert.False(Tagged.Way("highway=residential", 41.15, -8.61)!.DrivesOnLeft); // Porto
    }

    [Fact]
    public void The_side_of_driving_may_be_told_by_a_road()
    {
        Assert.True(Tagged.Way("highway=residential | driving_side=left")!.DrivesOnLeft);
        Assert.False(Tagged.Way("highway=residential | driving_side=right", 51.5, -0.1)!.DrivesOnLeft);
    }

    [Theory]
    [InlineData("highway=residential | motor_vehicle:conditional=no @ (Mo-Fr 07:00-09:00)", "Mo 08:00", false)]
    [InlineData("highway=residential | motor_vehicle:conditional=no @ (Mo-Fr 07:00-09:00)", "Mo 09:00", true)]
    [InlineData("highway=residential | motor_vehicle:conditional=no @ (Mo-Fr 07:00-09:00)", "Sa 08:00", true)]
    [InlineData("highway=residential | access=no | motor_vehicle:conditional=yes @ (18:00-06:00)", "Tu 02:00", true)]
    [InlineData("highway=residential | access=no | motor_vehicle:conditional=yes @ (18:00-06:00)", "Tu 12:00", false)]
    [InlineData("highway=pedestrian | motor_vehicle:conditional=delivery @ (Mo-Sa 06:00-10:00)", "We 07:00", true)]
    [InlineData("highway=pedestrian | motor_vehicle:conditional=delivery @ (Mo-Sa 06:00-10:00)", "Su 07:00", false)]
    [InlineData("highway=residential | access:conditional=no @ (Mo-Fr 07:00-09:00) | motor_vehicle=yes", "Mo 08:00", true)] // the more special key
    [InlineData("highway=residential | access:conditional=no @ (weight>7.5)", "Mo 08:00", true)]
    [InlineData("highway=residential | access:conditional=no @ (Dec-Mar)", "Mo 08:00", true)] // months are not read
    [InlineData("highway=residential | oneway=yes | oneway:conditional=no @ (Sa-Su)", "Mo 08:00", true)]
    public void A_road_is_open_at_its_times(string tags, string at, bool isOpen) => Assert.Equal(isOpen, Tagged.Way(tags)!.OpenForward.Holds(Minute(at)));

    [Fact]
    public void A_direction_changes_with_the_hour()
    {
        var way = Tagged.Way("highway=primary | oneway=reversible | oneway:conditional=yes @ (05:00-12:00); -1 @ (12:00-24:00)")!;
        Assert.Equal((true, false), (way.OpenForward.Holds(Minute("Mo 08:00")), way.OpenBackward.Holds(Minute("Mo 08:00"))));
        Assert.Equal((false, true), (way.OpenForward.Holds(Minute("Mo 17:00")), way.OpenBackward.Holds(Minute("Mo 17:00"))));
        Assert.Equal((false, false), (way.OpenForward.Holds(Minute("Mo 03:00")), way.OpenBackward.Holds(Minute("Mo 03:00"))));
        Assert.False(Tagged.Way("highway=primary | oneway=yes | oneway:conditional=no @ (Sa-Su)")!.OpenBackward.Holds(Minute("Mo 08:00")));
    }

    [Fact]
    public void Delivery_at_some_hours_is_for_the_ends_of_a_drive() =>
        Assert.Equal(CarAccess.EndsOnly, Tagged.Way("highway=pedestrian | motor_vehicle:conditional=delivery @ (06:00-10:00)")!.Access);

    [Theory]
    [InlineData("highway=traffic_signals", 5000, 5000)]
    [InlineData("highway=traffic_signals | traffic_signals:direction=forward", 5000, 0)]
    [InlineData("highway=crossing | crossing=traffic_signals", 5000, 5000)]
    [InlineData("highway=crossing | crossing=zebra", 500, 500)]
    [InlineData("highway=stop | direction=backward", 0, 3000)]
    [InlineData("highway=give_way", 1500, 1500)]
    [InlineData("barrier=gate", 8000, 8000)]
    [InlineData("barrier=toll_booth", 12000, 12000)]
    [InlineData("barrier=cattle_grid", 0, 0)]
    [InlineData("railway=level_crossing", 3000, 3000)]
    [InlineData("ford=yes", 6000, 6000)]
    public void Points_cost_their_time(string tags, int forward, int backward)
    {
        var (point, delays) = (Tagged.Node(tags), new RoadTagging(VehicleProfile.Default).Delays);
        Assert.Equal((forward, backward), (delays.Milliseconds(point, forward: true), delays.Milliseconds(point, forward: false)));
    }

    [Theory]
    [InlineData("barrier=bollard", "Blocked")]
    [InlineData("barrier=gate | access=private", "EndsOnly, Gate")]
    [InlineData("barrier=gate | access=no", "Blocked")]
    [InlineData("barrier=bollard | motor_vehicle=yes", "Plain")]
    [InlineData("barrier=height_restrictor | maxheight=2.1", "Blocked")]
    [InlineData("barrier=height_restrictor | maxheight=3", "Plain")]
    [InlineData("ford=stepping_stones", "Blocked")]
    public void Barriers_let_pass_whom_they_let_pass(string tags, string point) => Assert.Equal(point, Tagged.Node(tags).ToString());

    [Theory]
    [InlineData("type=restriction | restriction=no_left_turn", "Mo 08:00", true)]
    [InlineData("type=restriction | restriction:conditional=no_left_turn @ (Mo-Fr 07:00-09:00)", "Mo 08:00", true)]
    [InlineData("type=restriction | restriction:conditional=no_left_turn @ (Mo-Fr 07:00-09:00)", "Mo 10:00", false)]
    [InlineData("type=restriction | restriction:motorcar:conditional=only_straight_on @ (Sa)", "Sa 10:00", true)]
    [InlineData("type=restriction | restriction=no_left_turn | day_on=Monday | day_off=Friday | hour_on=07:00 | hour_off=09:00", "Tu 08:00", true)]
    [InlineData("type=restriction | restriction=no_left_turn | day_on=Monday | day_off=Friday | hour_on=07:00 | hour_off=09:00", "Su 08:00", false)]
    public void A_restriction_holds_at_its_times(string tags, string at, bool holds) => Assert.Equal(holds, Tagged.Restriction(tags)!.When.Holds(Minute(at)));

    [Theory]
    [InlineData("type=restriction:hgv | restriction:hgv=no_left_turn")]
    [InlineData("type=restriction | restriction:hgv=no_left_turn")]
    [InlineData("type=restriction | restriction=no_left_turn | except=motorcar")]
    [InlineData("type=restriction | restriction:conditional=no_left_turn @ (weight>7.5)")]
    [InlineData("type=restriction | restriction:conditional=no_left_turn @ (Jan-Mar)")]
    [InlineData("type=multipolygon | restriction=no_left_turn")]
    public void A_restriction_for_others_binds_no_van(string tags) => Assert.Null(Tagged.Restriction(tags));

    private static int Minute(string at)
    {
        var day = Array.IndexOf(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], at[..2]);
        return day * 1440 + (int)TimeSpan.Parse(at[3..], CultureInfo.InvariantCulture).TotalMinutes;
    }
}
