using CsCheck;
using Dispatch.Contracts.Serialization;
using Dispatch.Domain.Places;

namespace Dispatch.Contracts.Tests.Serialization;

public sealed class EncodedPolylineTests
{
    [Fact]
    public void The_published_example_encodes_as_published() =>
        Assert.Equal(
            "_p~iF~ps|U_ulLnnqC_mqNvxq`@",
            EncodedPolyline.Encode([new(38.5, -120.2), new(40.7, -120.95), new(43.252, -126.453)]));

    [Fact]
    public void A_line_comes_back_within_half_a_unit_of_its_fifth_decimal() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], (lat, lon) => new GeoPoint(lat, lon)).Array[0, 20].Sample(points =>
        {
            var decoded = EncodedPolyline.Decode(EncodedPolyline.Encode(points));
            Assert.Equal(points.Length, decoded.Count);
            Assert.All(points.Zip(decoded), pair =>
            {
                Assert.Equal(pair.First.Latitude, pair.Second.Latitude, 0.000_005_1);
                Assert.Equal(pair.First.Longitude, pair.Second.Longitude, 0.000_005_1);
            });
        });

    [Fact]
    public void Any_text_decodes_without_failing() => Gen.String.Sample(text => Assert.NotNull(EncodedPolyline.Decode(text)));
}
