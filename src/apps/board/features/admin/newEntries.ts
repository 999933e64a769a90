import { freshId, type AccountView, type Depot, type EquipmentProfile, type PatientProfile, type TechnicianProfile, type TerritoryProfile, type VisitType } from '../../../contract';

/** Entries as they begin: planning values that a provider sets for itself, and empty texts. Ids are opaque and never made from names. */
const address = { street: '', houseNumber: '', city: '', postcode: '' };

export const newTerritory = (): TerritoryProfile => ({
  id: freshId(), name: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, language: 'en', usesMiles: false, deskPhone: '',
  settings: {
    promiseMinutes: 60, onTheWayPromiseMinutes: 30, messageAfterMinutes: 10, messageAfterSeconds: 60, messageGapMinutes: 30, quietFrom: '21:00:00', quietTo: '08:00:00',
    freezeMinutes: 30, escalateSeconds: 120, answerSeconds: 120, answerCallSeconds: 300, callBackMinutes: 15, leastGainMinutes: 10, overtimeMinutes: 120,
    runway: {
      // Cylinder minutes = pressure (psi) × factor / flow (L/min).
      cylinders: [
        { label: 'US D', minutesPerPsiAtOneLitre: 0.16, fullPsi: 2200 }, { label: 'US E', minutesPerPsiAtOneLitre: 0.28, fullPsi: 2200 },
        { label: 'US M', minutesPerPsiAtOneLitre: 1.56, fullPsi: 2200 }, { label: 'US H', minutesPerPsiAtOneLitre: 3.14, fullPsi: 2200 },
      ],
      travelRiskMinutes: 20, marginMinutes: 30, emergencyResponseMinutes: 120, highResponseMinutes: 240, assumedFlowLitresPerMinute: 6, setBy: '', setAt: null,
    },
    onCall: [],
    planning: {
      overtimePrice: 3, waitingTenths: 3, idleTenths: 1, windowPrice: 4, promisePrice: 6, brokenPromisePrice: 3600, otherTechnicianPrice: 600, lateBreakPrice: 2,
      technicianPrice: 0, balanceTenths: 10, mostVisitsMoved: 20, mostPromisesMoved: 0, insertMostMoved: 5, offerDays: 5, intervalPercent: 90, promiseExtraMinutes: 30,
      unknownTechnicianPrice: 300, notPreferredTechnicianPrice: 900, outsideAreaPrice: 600, setupMinutes: 0, windowRiseTenths: 10, isOneTechnicianPerPatient: false, backlogDays: 5,
    },
  },
  // Vans are loaded somewhere: a territory has a depot from the start.
  depots: [newDepot()], skills: [], parts: [], visitTypes: [], instruments: [], spaces: [],
});

export const newDepot = (): Depot => ({ id: freshId(), name: '', address, place: { latitude: 0, longitude: 0 } });

export const newVisitType = (): VisitType => ({
  id: freshId(), name: '', durationMinutes: 30, urgency: 'P3', responseMinutes: null, skills: [], secondSkills: null, parts: [], preparation: {}, checklist: [], instruments: [], brings: [], takes: [],
});

export const newTechnician = (territory: TerritoryProfile): TechnicianProfile => ({
  id: freshId(), territory: territory.id, name: '', phone: '', depot: territory.depots[0]?.id ?? '', startsAtHome: false, home: null, skills: [],
  shifts: (['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const).map(day => ({ day, start: '08:00:00', end: '16:30:00' })),
  break: { earliest: '11:30:00', latest: '13:30:00', minutes: 30 }, van: '', stock: [], isActive: true, durationPercent: 100, drivePercent: 100, homeAreaKilometres: 0, moreBreaks: [], instruments: [], room: [],
});

export const newPatient = (territory: TerritoryProfile): PatientProfile => ({
  id: freshId(), territory: territory.id, name: '', address, place: { latitude: 0, longitude: 0 }, accessNotes: '',
  contact: { phone: '', language: territory.language, acceptsTexts: true, someoneElse: '' }, emergencyPlan: '', emergencyNumber: '', flowLitresPerMinute: null,
  freeBreathingMinutes: null,
});

export const newEquipment = (territory: TerritoryProfile): EquipmentProfile => ({
  id: freshId(), territory: territory.id, kind: 'concentrator', model: '', serial: '', udi: '', lot: '', patient: null, state: 'Ready', dependence: 'Supporting',
  batteryMinutes: 0, nextServiceDate: null,
});

export const newAccount = (): AccountView => ({ userName: '', displayName: '', role: 'Dispatcher', territory: null, technician: null, isActive: true });
