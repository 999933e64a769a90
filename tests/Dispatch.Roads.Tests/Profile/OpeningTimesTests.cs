using CsCheck;
using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Tests.Profile;

public sealed class OpeningTimesTests
{
    [Theory]
    [InlineData("24/7", 168)]
    [InlineData("Mo-Fr", 120)]
    [InlineData("Mo-Fr 07:00-09:00", 10)]
    [InlineData("Mo-Fr 07:00-09:00,16:00-18:00", 20)]
    [InlineData("Mo-Fr 07:00-09:00; Sa 10:00-12:00", 12)]
    [InlineData("Mo-Fr 07:00-09:00, Sa 10:00-12:00", 12)]
    [InlineData("Mo,We,Fr 10:00-11:00", 3)]
    [InlineData("Sa-Mo 10:00-11:00", 3)]
    [InlineData("22:00-06:00", 56)]
    [InlineData("22:00-26:00", 28)]
    [InlineData("00:00-24:00", 168)]
    [InlineData("08:00-18:00; Su off", 60)]
    [InlineData("Mo-Su 08:00-18:00; We 10:00-11:00", 61)]
    [InlineData("PH,Sa 10:00-12:00", 2)]
    [InlineData("PH off", 0)]
    public void Times_hold_for_so_many_hours_of_the_week(string text, int hours) =>
        Assert.Equal(hours * 60, Enumerable.Range(0, WeekTimes.MinutesOfWeek).Count(OpeningTimes.Read(text)!.Holds));

    [Theory]
    [InlineData("")]
    [InlineData("sunset-sunrise")]
    [InlineData("Apr-Oct 08:00-18:00")]
    [InlineData("08:00+")]
    [InlineData("Mo-Xy 08:00-09:00")]
    [InlineData("8-9")]
    public void What_a_week_cannot_say_is_not_read(string text) => Assert.Null(OpeningTimes.Read(text));

    [Fact]
    public void Any_text_is_read_or_not_but_never_breaks() => Gen.String[Gen.Char["MoTuFrSa0123456789:-,; offPH/+()@AND"], 0, 40].Sample(
        text =>
        {
            OpeningTimes.Read(text);
            Conditionals.Read(text, VehicleProfile.Default.Data.Vehicle);
        }, iter: 5000);
}
