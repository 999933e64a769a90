namespace Dispatch.Domain.Equipment;

/// <summary>Where a device is in its life.</summary>
public enum EquipmentState
{
    /// <summary>Clean and tested, ready to go out.</summary>
    Ready,

    /// <summary>With a patient and working.</summary>
    InUse,

    /// <summary>With a patient and failed or alarming.</summary>
    Faulty,

    /// <summary>Collected; dirty until processed, patient data not yet wiped.</summary>
    Quarantined,

    /// <summary>Out of use.</summary>
    Retired,
}
