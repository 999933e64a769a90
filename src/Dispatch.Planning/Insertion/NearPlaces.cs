namespace Dispatch.Planning.Insertion;

/// <summary>The places with the least detour for a visit among all routes, by driving alone; owns its buffer and is used again and again.</summary>
internal sealed class NearPlaces(Problem problem, int most)
{
    private readonly (int Detour, int Technician, int Position)[] places = new (int, int, int)[most];
    private int count;

    /// <summary>The least detour first; of equal ones the first technician and place.</summary>
    public ReadOnlySpan<(int Detour, int Technician, int Position)> Of(LiveRoutes routes, int visit, int notWith = -1)
    {
        count = 0;
        var place = problem.Visits[visit].Place;
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            if (t == notWith || !problem.CanDo(t, visit))
                continue;
            var (who, route, travel) = (problem.Technicians[t], routes.Route(t), problem.TravelOf(t));
            for (var position = who.Frozen.Count; position <= route.Length; position++)
            {
                var from = position == 0 ? who.StartPlace : problem.Visits[route[position - 1]].Place;
                var to = position == route.Length ? who.EndPlace : problem.Visits[route[position]].Place;
                // The drive there stands in another row of the table for each place: it is read only where the rest does not decide.
                var (onward, past) = (travel[place, to], travel[from, to]);
                var more = onward - (past == TravelMatrix.NoRoad ? 0 : past);
                if (onward == TravelMatrix.NoRoad || (count == most && more >= places[count - 1].Detour))
                    continue;
                var there = travel[from, place];
                if (there != TravelMatrix.NoRoad)
                    Keep((there + more, t, position));
            }
        }

        return places.AsSpan(0, count);
    }

    private void Keep((int Detour, int Technician, int Position) place)
    {
        if (count == most && place.Detour >= places[count - 1].Detour)
            return;
        var at = count < most ? count++ : count - 1;
        while (at > 0 && places[at - 1].Detour > place.Detour)
        {
            places[at] = places[at - 1];
            at--;
        }

        places[at] = place;
    }
}
