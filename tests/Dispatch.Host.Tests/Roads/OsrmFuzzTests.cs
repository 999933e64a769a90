using System.Buffers;
using System.Text;
using System.Text.Json;
using Dispatch.Web.Osrm;

namespace Dispatch.Host.Tests.Roads;

public sealed class OsrmFuzzTests(OsrmHouse house) : IClassFixture<OsrmHouse>
{
    private const string Letters = "0123456789,;.-?&=()%/abcdefv~|\\\u00ff\0 +eE";

    [Fact]
    public void Any_request_is_answered_or_refused_with_a_code_and_never_fails()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var answers = new OsrmAnswers(house.Map, OsrmHouse.Limits);
        var places = house.Places(4);
        string[] whole =
        [
            $"/route/v1/car/{places}?steps=true&alternatives=2&annotations=duration,speed&overview=by_legs&continue_straight=false&waypoints=0;3",
            $"/table/v1/car/{places}?sources=0;1&destinations=all&annotations=distance&fallback_speed=5&fallback_coordinate=snapped&scale_factor=1.5",
            $"/match/v1/car/{places}?timestamps=1;2;3;4&radiuses=5;6;;unlimited&gaps=ignore&tidy=true&geometries=polyline6",
            $"/trip/v1/car/{places}?roundtrip=false&source=first&destination=last&geometries=geojson",
            $"/nearest/v1/car/{places.Split(';')[0]}.json?number=2&bearings=10,20&approaches=curb&snapping=any",
            $"/route/v1/car/{places}?hints=;;;&bearings=0,180;;;&approaches=;curb;opposite;unrestricted&exclude=toll,ferry&skip_waypoints=true&generate_hints=false",
            $"/route/v1/car/polyline({OsrmPolyline.Encode(house.Points(3), 1e5)})?overview=full",
        ];
        var answered = 0;
        for (var i = 0; i < 6000; i++)
        {
            var request = new StringBuilder(whole[random.Next(whole.Length)]);
            for (var changes = random.Next(4); changes > 0; changes--)
                Change(request, random);
            var body = new ArrayBufferWriter<byte>();
            try
            {
                using (var json = new Utf8JsonWriter(body))
                    answers.Answer(request.ToString(), json, CancellationToken.None);
                Assert.Equal("Ok", JsonDocument.Parse(body.WrittenMemory).RootElement.GetProperty("code").GetString());
                answered++;
            }
            catch (OsrmError refused)
            {
                Assert.NotEmpty(refused.Code);
                Assert.NotEmpty(refused.Message);
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, request {request}: {error}");
            }
        }

        Assert.InRange(answered, 600, 5900);
    }

    private static void Change(StringBuilder request, Random random)
    {
        // What an earlier change has left empty can only grow.
        if (request.Length == 0)
            request.Append(Letters[random.Next(Letters.Length)]);
        var at = random.Next(request.Length);
        switch (random.Next(5))
        {
            case 0: request.Remove(at, Math.Min(random.Next(1, 6), request.Length - at)); break;
            case 1: request.Insert(at, Letters[random.Next(Letters.Length)]); break;
            case 2: request[at] = Letters[random.Next(Letters.Length)]; break;
            case 3: request.Insert(at, request.ToString(at, Math.Min(random.Next(1, 12), request.Length - at))); break;
            default: request.Length = Math.Max(1, at); break;
        }
    }
}
