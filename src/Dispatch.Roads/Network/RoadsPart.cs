using Dispatch.Roads.Contraction;
using Dispatch.Roads.Prepared;
using Dispatch.Roads.Profile;
using Dispatch.Roads.Snapping;

namespace Dispatch.Roads.Network;

/// <summary>The roads of a prepared map, with the grid in which places find them and the hierarchy in which drives are found.</summary>
internal sealed class RoadsPart : IMapPart
{
    public string Name => "roads";

    public int FormatVersion => RoadNetwork.FormatVersion;

    public void Prepare(MapSource source, PreparedFileWriter writer, CancellationToken ct)
    {
        var network = RoadNetworkBuilder.Build(source.Reader, new RoadTagging(source.Profile), source.Report, ct);
        network.Save(writer);
        SnapGrid.Build(network).Save(writer);
        source.Report("Preparing drives.");
        Topology.Build(network, ct).Save(writer);
    }
}
