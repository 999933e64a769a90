using System.Globalization;

namespace Dispatch.Roads.Profile;

/// <summary>Checks a profile's values, and names the field and the bound when one is out of its range.</summary>
internal sealed class ProfileCheck
{
    private const double FastestKmh = 200;
    private const double LongestDelaySeconds = 600;

    private readonly string called;

    private ProfileCheck(string called) => this.called = called;

    /// <exception cref="MapException">A value is out of its range.</exception>
    public static ProfileData Check(string called, ProfileData data)
    {
        var check = new ProfileCheck(called);
        check.Vehicle(data.Vehicle);
        check.Speeds(data);
        check.Delays(data);
        check.Country("elsewhere", data.Elsewhere);
        foreach (var (code, country) in data.Countries)
            check.Country($"countries.{code}", country);
        if (data.Access.Keys.Length == 0)
            throw check.Refusal("access.keys is empty; name at least one tag");
        if (data.Roads.Count == 0)
            throw check.Refusal("roads is empty; name at least one value of highway");
        return data;
    }

    private void Vehicle(VehicleData vehicle)
    {
        Range("vehicle.widthMetres", vehicle.WidthMetres, 0.5, 5);
        Range("vehicle.heightMetres", vehicle.HeightMetres, 0.5, 6);
        Range("vehicle.lengthMetres", vehicle.LengthMetres, 0.5, 30);
        Range("vehicle.weightTonnes", vehicle.WeightTonnes, 0.1, 60);
    }

    private void Speeds(ProfileData data)
    {
        foreach (var (highway, road) in data.Roads)
        {
            Range($"roads.{highway}.usualKmh", road.UsualKmh, 1, FastestKmh);
            Range($"roads.{highway}.mostKmh", road.MostKmh, 1, FastestKmh);
        }

        foreach (var (service, kind) in data.Services)
            Range($"services.{service}.mostKmh", kind.MostKmh, 1, FastestKmh);
        foreach (var (field, values) in (ReadOnlySpan<(string, Dictionary<string, double>)>)
            [("surfaces", data.Surfaces), ("trackTypes", data.TrackTypes), ("smoothness", data.Smoothness)])
        {
            foreach (var (value, kmh) in values)
            {
                if (kmh != 0)
                    Range($"{field}.{value}", kmh, 1, FastestKmh);
            }
        }

        Range("shareOfLimit", data.ShareOfLimit, 0.1, 1);
        Range("shareOfLimitOnMotorways", data.ShareOfLimitOnMotorways, 0.1, 1);
        Range("narrow.belowMetres", data.Narrow.BelowMetres, 0, 10);
        Range("narrow.mostKmh", data.Narrow.MostKmh, 1, FastestKmh);
        Range("fordMostKmh", data.FordMostKmh, 1, FastestKmh);
        Range("ferryUsualKmh", data.FerryUsualKmh, 1, FastestKmh);
        Range("shuttleTrainUsualKmh", data.ShuttleTrainUsualKmh, 1, FastestKmh);
    }

    private void Delays(ProfileData data)
    {
        var delays = data.Delays;
        foreach (var (field, seconds) in (ReadOnlySpan<(string, double)>)
        [
            ("signals", delays.Signals), ("crossing", delays.Crossing), ("stop", delays.Stop), ("giveWay", delays.GiveWay), ("gate", delays.Gate),
            ("tollBooth", delays.TollBooth), ("borderControl", delays.BorderControl), ("levelCrossing", delays.LevelCrossing), ("ford", delays.Ford),
        ])
            Range($"delays.{field}", seconds, 0, LongestDelaySeconds);

        Range("turns.sharpestSeconds", data.Turns.SharpestSeconds, 0, LongestDelaySeconds);
        Range("turns.oncomingBias", data.Turns.OncomingBias, 0.5, 2);
        Range("turns.turnBackSeconds", data.Turns.TurnBackSeconds, 0, LongestDelaySeconds);
    }

    private void Country(string field, CountryData country)
    {
        Range($"{field}.unlimitedKmh", country.UnlimitedKmh, 30, FastestKmh);
        foreach (var (kind, kmh) in country.Limits)
            Range($"{field}.limits.{kind}", kmh, 3, FastestKmh);
        foreach (var box in country.Boxes)
        {
            if (box is not [>= -90 and var south, >= -180 and var west, <= 90 and var north, <= 180 and var east] || south >= north || west >= east)
                throw Refusal($"{field}.boxes has a box that is not south, west, north, east in degrees");
        }
    }

    private void Range(string field, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            throw Refusal(string.Create(CultureInfo.InvariantCulture, $"{field} is {value}; it must be {least} to {most}"));
    }

    private MapException Refusal(string what) => new($"The profile {called} cannot be used: {what}.");
}
