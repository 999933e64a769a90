/** English texts of the administrator's screens. */
export const enAdmin = {
  title: 'Administration', newTerritory: 'New territory …', saved: 'Saved.', notSaved: 'Not saved.', remove: 'Remove', removeQuestion: 'Remove this entry?', removeRow: 'Remove this line',
  choose: 'Choose', chooseEntry: 'Choose an entry, or make a new one.', more: 'Show more ({{count}})', name: 'Name', phone: 'Telephone', active: 'Active', inactive: 'inactive',
  page: {
    territory: 'Territory', depots: 'Depots', catalog: 'Skills, parts, vans', 'visit-types': 'Visit types', technicians: 'Technicians', patients: 'Patients', equipment: 'Equipment',
    accounts: 'Accounts', csv: 'CSV import and export',
  },
  add: {
    depot: 'Add a depot', skill: 'Add a skill', part: 'Add a part', instrument: 'Add an instrument', space: 'Add a space', visitType: 'New visit type', technician: 'New technician', patient: 'New patient', equipment: 'New device',
    account: 'New account', shift: 'Add a shift', break: 'Add a break', onCall: 'Add someone',
  },
  none: {
    visitTypes: 'No visit types yet. A visit cannot be booked without one.', technicians: 'No technicians yet. Make one, or import a CSV.',
    patients: 'No patients yet. Make one, or import a CSV.', equipment: 'No devices yet. Make one, or import a CSV.', accounts: 'No accounts found.',
  },
  first: {
    title: 'From here to the first visit', ready: 'All is there for the first visit', done: 'done:', territory: 'Territory with a depot', 'visit-types': 'Visit types', technicians: 'Technicians',
    patients: 'Patients', visit: 'First visit, on the board with N',
  },
  territory: {
    begin: 'Name, time zone and telephone, and the depot where vans are loaded.', firstDepot: 'First depot', firstDepotHint: 'Vans are loaded here. More can follow.',
    settled: 'Settings that can stay as they are', timeZone: 'Time zone', deskPhone: 'Telephone of the desk',
    distances: 'Distances', km: 'kilometres', mi: 'miles', desk: 'How the desk works', onCall: 'On call, first to last', runway: 'Runway', runwayHint: 'Clinical values. Who is responsible for them signs below.',
    factor: 'Minutes per psi at 1 L/min', fullPsi: 'Full, psi', signedBy: 'Signed by',
  },
  setting: {
    promiseMinutes: 'Promise, at least, min wide', onTheWayPromiseMinutes: 'Promise on the way, min wide', messageAfterMinutes: 'Message when off by, min', messageAfterSeconds: '… for this long, s',
    messageGapMinutes: 'Between messages, min', freezeMinutes: 'Frozen before start, min', escalateSeconds: 'Raise unanswered P0, P1 after, s', answerSeconds: 'Repeat a route change after, s',
    answerCallSeconds: 'Call about it after, s', callBackMinutes: 'P0 call-back, min', leastGainMinutes: 'Least gain to move, min', overtimeMinutes: 'Overtime at a price, min',
    quietFrom: 'Quiet from', quietTo: 'Quiet until', travelRiskMinutes: 'Travel risk, min', marginMinutes: 'Margin, min', emergencyResponseMinutes: 'P0 on site within, min',
    highResponseMinutes: 'P1 on site within, min', assumedFlowLitresPerMinute: 'Assumed flow, L/min',
  },
  planning: {
    limits: 'How far the planner may go', limitsHint: 'Limits, not hints: of its own accord it never does more.', prices: 'What the planner weighs',
    pricesHint: 'Prices are in seconds of driving. Urgency comes before all of them and has no price.',
    mostVisitsMoved: 'Promised visits moved a day', mostPromisesMoved: 'Promises broken a day', insertMostMoved: 'Moved for an urgent visit', offerDays: 'Days offered to a caller', backlogDays: 'Working days over which the waiting list is planned',
    intervalPercent: 'Shown interval holds, %', promiseExtraMinutes: 'A promise may be wider by, min', overtimePrice: 'A second of overtime', waitingTenths: 'A second of waiting, tenths', idleTenths: 'A second of setting out late, tenths',
    windowPrice: 'A second off the wanted time', promisePrice: 'A second past a promise', brokenPromisePrice: 'A broken promise', otherTechnicianPrice: 'Another technician than told',
    lateBreakPrice: 'A second of a late break', technicianPrice: 'Sending a technician out',
    unknownTechnicianPrice: 'Somebody who does not know the patient', outsideAreaPrice: 'A visit outside the home area', notPreferredTechnicianPrice: 'Somebody whom the patient does not prefer', windowRiseTenths: 'Dearer with each hour off the wanted time, tenths', setupMinutes: 'Parking and carrying in, once at a home, min',
    balanceTenths: 'A second more work on a full shift, tenths', isOneTechnicianPerPatient: 'One technician for all planned visits (P2 to P4) to a patient on a day',
  },
  catalog: { hint: 'What visit types ask for, and what technicians and their vans have. Work that anybody can do needs none of it. Spaces of the van are counted apart: full and empty cylinders, clean devices and those to be disinfected.', skills: 'Skills', parts: 'Parts', spaces: 'Spaces of the van', skill: 'Skill', part: 'Part', instrument: 'Instrument', space: 'Space', level: 'Level, 1 to 5', minLevel: 'At least level', joins: 'Joined by', and: 'and', or: 'or' },
  visitType: { response: 'On site within, min', checklist: 'Checklist, one step a line', preparation: 'What the patient gets ready ({{language}}), one a line' },
  technician: {
    depot: 'Depot', startsAtHome: 'Starts and ends at home', homeArea: 'Home area, km round the home (0: everywhere)', expires: 'Valid until', shifts: 'Shifts', breaks: 'Breaks', breakFrom: 'Break not before', breakTo: 'Break not after', breakMinutes: 'Minutes',
    stock: 'On the van in the morning', serial: 'Serial number', calibratedUntil: 'Calibrated until',
  },
  patient: { emergencyNumber: 'Emergency number' },
  equipment: { kind: 'Kind', model: 'Model', withPatient: 'with a patient', toDepot: 'Take to the depot' },
  account: { displayName: 'Name to show', role: 'Role', technician: 'Technician', newPassword: 'New password (empty: as it is)' },
  address: {
    title: 'Address', find: 'Find street and number', none: 'The map has no such address. Fill in address and position by hand.', street: 'Street', houseNumber: 'Number', postcode: 'Postcode',
    city: 'City', latitude: 'Latitude', longitude: 'Longitude',
  },
  csv: {
    hint: 'Export shows the columns. On import all lines are taken, or none: with a mistake nothing is changed, and each mistake is told by its line.', export: 'Export', import: 'Import …',
    reading: 'Reading …', imported_one: '{{file}}: {{count}} line imported.', imported_other: '{{file}}: {{count}} lines imported.', mistakes_one: '{{file}}: {{count}} mistake. Nothing was imported.',
    mistakes_other: '{{file}}: {{count}} mistakes. Nothing was imported.', line: 'Line', column: 'Column', what: 'What is wrong',
  },
  day: { Monday: 'Monday', Tuesday: 'Tuesday', Wednesday: 'Wednesday', Thursday: 'Thursday', Friday: 'Friday', Saturday: 'Saturday', Sunday: 'Sunday' },
};
