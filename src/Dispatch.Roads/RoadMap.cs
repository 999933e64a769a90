using System.Security.Cryptography;
using System.Text;
using Dispatch.Roads.Contraction;
using Dispatch.Roads.Import;
using Dispatch.Roads.Isochrones;
using Dispatch.Roads.Network;
using Dispatch.Roads.Prepared;
using Dispatch.Roads.Snapping;
using Dispatch.Roads.Traffic;

namespace Dispatch.Roads;

/// <summary>A map to drive on: roads, tiles and addresses of one OpenStreetMap extract. Immutable, shared by all threads.</summary>
public sealed class RoadMap : IDisposable
{
    private readonly RoadNetwork network;
    private readonly SnapGrid grid;
    private readonly RoadMetric metric;
    private readonly Topology topology;

    private RoadMap(PreparedFile prepared, string version)
    {
        Version = version;
        network = RoadNetwork.Load(prepared);
        topology = Topology.Load(prepared, network);
        metric = RoadMetric.Of(network, topology);
        grid = SnapGrid.Load(prepared, network);
        // Read for its checksum alone: the version has told already that the formats are those of this program.
        prepared.ReadText(Preparation.PartsSection);
        Attribution = prepared.ReadText(Preparation.AttributionSection)[0];
        Tiles = VectorTiles.Load(prepared);
        Addresses = AddressIndex.Load(prepared, place => SnapToRoad(place, HomeToRoadMetres));
    }

    private const double HomeToRoadMetres = 200;

    /// <summary>The map as vector tiles.</summary>
    public VectorTiles Tiles { get; }

    /// <summary>Addresses, streets and places.</summary>
    public AddressIndex Addresses { get; }

    /// <summary>Names the map's content and what was made of it: 64 hexadecimal digits, another one whenever either changes.</summary>
    public string Version { get; }

    /// <summary>The box of all roads on which a drive may begin and end.</summary>
    public MapBounds Bounds => grid.Bounds;

    /// <summary>Who must be named wherever the map, or what follows from it, is shown.</summary>
    public string Attribution { get; }

    /// <summary>How much of a map it is.</summary>
    public MapSize Size => new(network.SegmentCount, network.TailJunctions.Max() + 1, network.StateCount, network.Metres());

    /// <summary>Opens a map for the built-in van.</summary>
    /// <inheritdoc cref="Open(string, string, VehicleProfile, Action{PreparationProgress}, CancellationToken)"/>
    public static RoadMap Open(
        string mapFile, string preparedFolder, Action<PreparationProgress>? progress = null, CancellationToken ct = default) =>
        Open(mapFile, preparedFolder, VehicleProfile.Default, progress, ct);

    /// <summary>Opens a map; the first time it is prepared into a file, which is made again when map, profile or program have changed.</summary>
    /// <param name="mapFile">An OpenStreetMap extract: <c>.osm.pbf</c>, or XML as <c>.osm</c> or <c>.osm.gz</c>, or what <see cref="Build(string, string, Action{PreparationProgress}, CancellationToken)"/> made of one. Its content tells which.</param>
    /// <param name="preparedFolder">Where prepared maps lie; made when it is not there. Several maps may share it.</param>
    /// <param name="profile">How roads are read.</param>
    /// <param name="progress">Told what is being done, in sentences, when the map must be prepared; silent otherwise.</param>
    /// <param name="ct">Breaks the preparation off; nothing is left behind.</param>
    /// <exception cref="MapException">The map cannot be read, is not one, is cut short or damaged, or has no roads.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static RoadMap Open(
        string mapFile, string preparedFolder, VehicleProfile profile, Action<PreparationProgress>? progress = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (PreparedFile.IsOne(mapFile))
            return OpenBuilt(mapFile);

        var version = VersionOf(mapFile, profile);
        var file = Path.Combine(preparedFolder, $"{Path.GetFileName(mapFile)}.prepared");
        var reason = OpenPrepared(file, version, out var map);
        if (map is not null)
            return map;

        new Preparation(mapFile, file, version, profile, progress, ct).Run(reason);
        reason = OpenPrepared(file, version, out map);
        return map ?? throw new MapException($"The prepared map could not be read back; check the disk. ({reason})");
    }

    /// <summary>Prepares a map for the built-in van.</summary>
    /// <inheritdoc cref="Build(string, string, VehicleProfile, Action{PreparationProgress}, CancellationToken)"/>
    public static void Build(
        string mapFile, string preparedFile, Action<PreparationProgress>? progress = null, CancellationToken ct = default) =>
        Build(mapFile, preparedFile, VehicleProfile.Default, progress, ct);

    /// <summary>Prepares a map into a file of its own, which is opened in the extract's place; it keeps the profile that it was made by.</summary>
    /// <param name="mapFile">An OpenStreetMap extract: <c>.osm.pbf</c>, or XML as <c>.osm</c> or <c>.osm.gz</c>.</param>
    /// <param name="preparedFile">Where to; what is there is replaced at last, by renaming.</param>
    /// <param name="profile">How roads are read.</param>
    /// <param name="progress">Told what is being done, in sentences.</param>
    /// <param name="ct">Breaks the preparation off; nothing is left behind.</param>
    /// <exception cref="MapException">The map cannot be read, is not one, is cut short or damaged, has no roads, or cannot be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static void Build(
        string mapFile, string preparedFile, VehicleProfile profile, Action<PreparationProgress>? progress = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (PreparedFile.IsOne(mapFile))
            throw new MapException($"{Path.GetFileName(mapFile)} is prepared already; give the extract that it was made of.");

        new Preparation(mapFile, preparedFile, VersionOf(mapFile, profile), profile, progress, ct).Run("Preparing the map.");
    }

    /// <summary>The point of the road network nearest to a place, on roads that can be reached and left again.</summary>
    /// <param name="place">Anywhere.</param>
    /// <param name="maxMetres">How far the road may be.</param>
    /// <returns>Null when no road is that near, or the place is no place.</returns>
    public Snap? SnapToRoad(MapPoint place, double maxMetres = 1000) => grid.Nearest(place, maxMetres);

    /// <summary>The points of the road network nearest to a place that meet the wishes, nearest first, one of a street's segment at most.</summary>
    /// <param name="place">Anywhere.</param>
    /// <param name="options">How far, in which heading, on which side.</param>
    /// <param name="count">At most so many, 1 or more.</param>
    /// <returns>Empty when no road meets them, or the place is no place.</returns>
    /// <exception cref="ArgumentException">An option or the count is out of its range; the sentence says which.</exception>
    public IReadOnlyList<Snap> SnapToRoads(MapPoint place, SnapOptions options, int count)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        options.Check();
        return grid.Find(place, options, count);
    }

    /// <summary>How far one gets from a place in some times, as areas: in the order of the times.</summary>
    /// <param name="from">Where one starts; from no road one gets nowhere.</param>
    /// <param name="seconds">Times, each 1 s to a day.</param>
    /// <param name="by">What driving costs; the prepared metric by default.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <exception cref="ArgumentException">A time is out of its range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public IReadOnlyList<Isochrone> Reach(Snap from, IReadOnlyList<int> seconds, RoadMetric? by = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(seconds);
        return IsochroneDrawing.Draw(by ?? metric, from, seconds, ct);
    }

    /// <summary>What driving costs on the map as it was prepared: free roads, and everything open that ever is.</summary>
    public RoadMetric PreparedMetric => metric;

    /// <summary>Weighs the map anew; queries go on by the old metric meanwhile. Takes tenths of a second at most.</summary>
    /// <param name="changes">What is closed or slower; of two that slow a street both do.</param>
    /// <param name="minuteOfWeek">Minutes since Monday 00:00, local time: what is not open then is closed. Null: whatever ever is open is.</param>
    /// <param name="threads">How many threads may work at it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minute is not in the week.</exception>
    public RoadMetric Customize(IReadOnlyList<RoadChange> changes, int? minuteOfWeek = null, int threads = 2) =>
        Customize(changes, minuteOfWeek, [], threads);

    /// <summary>The streets that a change means, each a line from junction to junction.</summary>
    /// <param name="most">At most so many, the longest ones.</param>
    public IReadOnlyList<IReadOnlyList<MapPoint>> StreetsOf(RoadChange change, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(change);
        return
        [
            .. new DrawnStreets(network, change).Segments()
                .OrderByDescending(segment => DriveCost.Centimetres(network.CostOf(2 * segment))).Take(most)
                .Select(segment => (IReadOnlyList<MapPoint>)[.. Enumerable.Range(network.FirstPoint[segment], network.FirstPoint[segment + 1] - network.FirstPoint[segment])
                    .Select(point => MapPoint.FromE7(network.PointLatitudesE7[point], network.PointLongitudesE7[point]))]),
        ];
    }

    /// <summary>A query of its own for one thread, by the prepared metric or by <paramref name="by"/>.</summary>
    public RoadQuery CreateQuery(RoadMetric? by = null) => new(by ?? metric);

    /// <summary>A table of places that grows place by place, for one thread.</summary>
    public RoadPlaces CreatePlaces(RoadMetric? by = null) => new(by ?? metric);

    /// <summary>The slow judge of the fast search, for one thread.</summary>
    public RoadJudge CreateJudge(RoadMetric? by = null) => new(by ?? metric);

    /// <summary>As <see cref="Customize(IReadOnlyList{RoadChange}, int?, int)"/>, with what was learned of each directed segment.</summary>
    /// <param name="factors">By directed segment: how many times as long as on the prepared map a drive takes; empty for none.</param>
    internal RoadMetric Customize(IReadOnlyList<RoadChange> changes, int? minuteOfWeek, ReadOnlySpan<float> factors, int threads) =>
        Customize(topology, metric, changes, minuteOfWeek, factors, threads);

    /// <summary>Whether at a minute of the week everything is open that ever is.</summary>
    internal bool IsAllOpen(int minuteOfWeek) => Array.TrueForAll(network.Conditions, times => times.Holds(minuteOfWeek) || times.Equals(WeekTimes.Never));

    /// <summary>Whether the same is open at two minutes of the week.</summary>
    internal bool IsOpenAlike(int minuteOfWeek, int other) => Array.TrueForAll(network.Conditions, times => times.Holds(minuteOfWeek) == times.Holds(other));

    internal static RoadMetric Customize(Topology topology, RoadMetric prepared, IReadOnlyList<RoadChange> changes, int? minuteOfWeek,
        ReadOnlySpan<float> factors, int threads)
    {
        var state = new TrafficState(prepared).Times(factors);
        if (minuteOfWeek is { } minute)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(minute, nameof(minuteOfWeek));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minute, WeekTimes.MinutesOfWeek, nameof(minuteOfWeek));
            state.At(minute);
        }

        foreach (var change in changes)
            state.With(change);
        return state.Weigh(topology, threads);
    }

    /// <summary>Ends the use of the map. What it holds today is memory alone, so nothing else happens.</summary>
    public void Dispose()
    {
    }

    /// <summary>The street on which a place is reached: its name, or else its number; empty when it has neither.</summary>
    public string StreetOf(Snap snap) => snap.Segment < 0 ? "" : network.Names[network.SegmentNames[snap.Segment]];

    internal RoadNetwork Network => network;

    internal RoadMetric Metric => metric;

    /// <summary>SHA-256 over the map's bytes and the formats of all parts that are made of it.</summary>
    private static string VersionOf(string mapFile, VehicleProfile profile)
    {
        try
        {
            using var stream = new FileStream(mapFile, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(SHA256.HashData(stream));
            hash.AppendData(Encoding.UTF8.GetBytes(MapParts.NameWith(profile)));
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new MapException($"The map {Path.GetFileName(mapFile)} cannot be read; check its path and permissions.", cause);
        }
    }

    private static RoadMap OpenBuilt(string file)
    {
        var name = Path.GetFileName(file);
        using (var prepared = PreparedFile.TryOpen(file, null, out _))
        {
            if (prepared is not null && !prepared.ReadText(Preparation.PartsSection).SequenceEqual([MapParts.Formats]))
                throw new MapException($"{name} was prepared by another version of the program; build it anew from its extract.");
        }

        OpenPrepared(file, null, out var map);
        return map ?? throw new MapException($"{name} is damaged or of another version of the program; build it anew from its extract.");
    }

    private static string OpenPrepared(string file, string? version, out RoadMap? map)
    {
        map = null;
        using var prepared = PreparedFile.TryOpen(file, version, out var reason);
        if (prepared is null)
            return reason;

        try
        {
            map = new RoadMap(prepared, prepared.Version);
            return "";
        }
        catch (MapException)
        {
            return "The prepared map is damaged, so it is made again.";
        }
    }
}
