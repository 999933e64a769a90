namespace Dispatch.Planning.Rich.Restocking;

/// <summary>Where a visit goes, and where the restock then goes.</summary>
internal sealed partial class RestockRoute
{
    /// <summary>The cheapest place of a visit, with the restock where it then should be; a price of <see cref="int.MaxValue"/> if there is none better than the bound.</summary>
    public (int Price, int At, int Restock) Cheapest(int visit, int bound, ref Search.Dice dice)
    {
        var best = (Price: bound, At: -1, Restock: -1);
        var (travel, row) = (day.Travel, day.Place[visit] * day.PlaceCount);
        var alone = day.At[visit];
        var fits = Fits(visit);
        var end = day.Problem.Technicians[technician].EndPlace;
        for (var at = Begun; at <= Count; at++)
        {
            if (dice.Below(Strings.StringSearch.Blink) == 0)
                continue;
            var next = at == Count ? end : day.Place[stops[at]];
            if (Restock < 0 && fits)
            {
                var with = ahead[at].Join(travel[placeAhead[at] * day.PlaceCount + day.Place[visit]], alone);
                var price = with.TakesWith(travel[row + next], behind[at]) is not int.MaxValue and var takes ? takes - Takes : int.MaxValue;
                if (price < best.Price)
                    best = (price, at, -1);
            }
            else if (Restock < 0)
            {
                Unstocked(visit, at, ref best);
            }
            else
            {
                Stocked(visit, at, next, fits, ref best);
            }
        }

        return best.At < 0 ? (int.MaxValue, -1, -1) : best;
    }

    // Where the route has a restock: before it if the van has what is needed, or after it.
    private void Stocked(int visit, int at, int next, bool fits, ref (int Price, int At, int Restock) best)
    {
        var (travel, places) = (day.Travel, day.PlaceCount);
        var place = day.Place[visit];
        var alone = day.At[visit];
        if (at <= Restock && fits && !IsRestockBegun)
        {
            var onward = at == Restock ? Depot.Place : next;
            var with = ahead[at].Join(travel[placeAhead[at] * places + place], alone);
            var takes = with.TakesWith(travel[place * places + onward], behindStocked[at]);
            if (takes != int.MaxValue && takes - Takes < best.Price)
                best = (takes - Takes, at, Restock + 1);
        }

        if (at >= Restock)
        {
            var from = at == Restock ? Depot.Place : placeAhead[at];
            var with = aheadStocked[at].Join(travel[from * places + place], alone);
            var takes = with.TakesWith(travel[place * places + next], behind[at]);
            if (takes != int.MaxValue && takes - Takes < best.Price)
                best = (takes - Takes, at, Restock);
        }
    }

    // The visit needs what the van has not: a restock comes with it, anywhere before what is lacking.
    private void Unstocked(int visit, int at, ref (int Price, int At, int Restock) best)
    {
        if (day.RestockOf[technician] < 0)
            return;
        var (travel, places) = (day.Travel, day.PlaceCount);
        var (depot, place) = (Depot, day.Place[visit]);
        var stocked = new Stretch(depot.DurationSeconds, depot.Windows[0].Start, depot.Windows[0].End);
        var tail = day.At[visit].Join(travel[place * places + (at == Count ? EndPlace : day.Place[stops[at]])], behind[at]);
        var first = place;
        for (var restock = at; restock >= Begun && tail.IsPossible; restock--)
        {
            var there = ahead[restock].Join(travel[placeAhead[restock] * places + depot.Place], stocked);
            var takes = there.TakesWith(travel[depot.Place * places + first], tail);
            if (takes != int.MaxValue && takes - Takes < best.Price)
                best = (takes - Takes, at, restock);
            if (restock == Begun)
                break;
            var before = stops[restock - 1];
            tail = day.At[before].Join(travel[day.Place[before] * places + first], tail);
            first = day.Place[before];
        }
    }

    // Whether the van, before any restock, has what the visit needs besides all others there.
    private bool Fits(int visit)
    {
        if ((day.Problem.Visits[day.Visits[visit]].Tools & ~day.Problem.Technicians[technician].Tools) != 0)
            return false;
        for (var kind = 0; kind < used.Length; kind++)
        {
            var needs = day.Parts[visit * used.Length + kind];
            if (needs > 0 && used[kind] + needs > day.Stock[technician * used.Length + kind])
                return false;
        }

        return true;
    }
}
