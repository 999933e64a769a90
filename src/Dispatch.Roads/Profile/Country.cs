namespace Dispatch.Roads.Profile;

/// <summary>The country of a map: by the middle of its nodes, in the smallest box of the profile that holds it.</summary>
/// <remarks>Source of limits: OSM wiki, "Default speed limits"; of sides: "Key:driving_side".</remarks>
internal static class Country
{
    public static CountryData Of(VehicleProfile profile, double latitude, double longitude)
    {
        var (found, smallest) = (profile.Data.Elsewhere, double.MaxValue);
        foreach (var country in profile.Data.Countries.Values)
        {
            foreach (var box in country.Boxes)
            {
                var area = (box[2] - box[0]) * (box[3] - box[1]);
                if (area < smallest && latitude >= box[0] && latitude <= box[2] && longitude >= box[1] && longitude <= box[3])
                    (found, smallest) = (country, area);
            }
        }

        return found;
    }
}
