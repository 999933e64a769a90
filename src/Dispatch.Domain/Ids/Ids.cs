using System.Text.Json.Serialization;
using Orleans;

namespace Dispatch.Domain.Ids;

/// <summary>Names a territory.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<TerritoryId>))]
public readonly record struct TerritoryId([property: Id(0)] string Value) : IId<TerritoryId>
{
    /// <inheritdoc />
    public static TerritoryId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static TerritoryId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a depot.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<DepotId>))]
public readonly record struct DepotId([property: Id(0)] string Value) : IId<DepotId>
{
    /// <inheritdoc />
    public static DepotId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static DepotId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a technician.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<TechnicianId>))]
public readonly record struct TechnicianId([property: Id(0)] string Value) : IId<TechnicianId>
{
    /// <inheritdoc />
    public static TechnicianId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static TechnicianId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a patient.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<PatientId>))]
public readonly record struct PatientId([property: Id(0)] string Value) : IId<PatientId>
{
    /// <inheritdoc />
    public static PatientId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static PatientId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names one serialised device.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<EquipmentId>))]
public readonly record struct EquipmentId([property: Id(0)] string Value) : IId<EquipmentId>
{
    /// <inheritdoc />
    public static EquipmentId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static EquipmentId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a visit.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<VisitId>))]
public readonly record struct VisitId([property: Id(0)] string Value) : IId<VisitId>
{
    /// <inheritdoc />
    public static VisitId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static VisitId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a visit type of the territory's catalogue.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<VisitTypeId>))]
public readonly record struct VisitTypeId([property: Id(0)] string Value) : IId<VisitTypeId>
{
    /// <inheritdoc />
    public static VisitTypeId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static VisitTypeId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a skill or certificate.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<SkillId>))]
public readonly record struct SkillId([property: Id(0)] string Value) : IId<SkillId>
{
    /// <inheritdoc />
    public static SkillId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static SkillId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a kind of part that a van carries.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<PartId>))]
public readonly record struct PartId([property: Id(0)] string Value) : IId<PartId>
{
    /// <inheritdoc />
    public static PartId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static PartId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a kind of test instrument.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<InstrumentId>))]
public readonly record struct InstrumentId([property: Id(0)] string Value) : IId<InstrumentId>
{
    /// <inheritdoc />
    public static InstrumentId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static InstrumentId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names one of the spaces of a van, for what is counted apart.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<SpaceId>))]
public readonly record struct SpaceId([property: Id(0)] string Value) : IId<SpaceId>
{
    /// <inheritdoc />
    public static SpaceId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static SpaceId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names an alarm on the desk.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<AlarmId>))]
public readonly record struct AlarmId([property: Id(0)] string Value) : IId<AlarmId>
{
    /// <inheritdoc />
    public static AlarmId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static AlarmId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a call that a person has to make.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<CallTaskId>))]
public readonly record struct CallTaskId([property: Id(0)] string Value) : IId<CallTaskId>
{
    /// <inheritdoc />
    public static CallTaskId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static CallTaskId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a message to a patient or a technician.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<MessageId>))]
public readonly record struct MessageId([property: Id(0)] string Value) : IId<MessageId>
{
    /// <inheritdoc />
    public static MessageId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static MessageId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a plan change that someone may accept.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<ProposalId>))]
public readonly record struct ProposalId([property: Id(0)] string Value) : IId<ProposalId>
{
    /// <inheritdoc />
    public static ProposalId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static ProposalId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names a command; made where the person pressed the button, so that sending it twice changes nothing.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<CommandId>))]
public readonly record struct CommandId([property: Id(0)] string Value) : IId<CommandId>
{
    /// <inheritdoc />
    public static CommandId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static CommandId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>Names what is otherwise on some streets: closed, or slower.</summary>
[GenerateSerializer, Immutable, JsonConverter(typeof(IdJsonConverter<ClosureId>))]
public readonly record struct ClosureId([property: Id(0)] string Value) : IId<ClosureId>
{
    /// <inheritdoc />
    public static ClosureId Of(string value) => new(value);

    /// <summary>A new one.</summary>
    public static ClosureId Fresh() => new(IdText.Fresh());

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}
