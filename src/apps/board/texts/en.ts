import { enAdmin } from './enAdmin';

/** What the server tells by code; its own English sentences stand where a code is not here. */
const reason: Record<string, string> = {
  'device-alarm': '$t(equipment.kind.{{kind}}) {{serial}}: $t(deviceAlarm.{{alarm}}). Ask how the patient is.',
};
const event: Record<string, string> = {};
const cost: Record<string, string> = {
  driving: 'Driving', waiting: 'Waiting at the door', idle: 'Setting out late', overtime: 'Overtime', window: 'Outside the wanted time', promise: 'Promise broken',
  'pinned-start': 'Off the pinned time', 'other-technician': 'Another technician than told', break: 'Break too late', technician: 'Sent out at all', work: 'Working time', balance: 'Work unevenly spread',
  preference: 'Not whom the patient prefers', continuity: 'Does not know the patient', day: 'Not the best day', area: 'Outside the home area',
};
const byCode = {
  reason,
  event,
  cost,
  actor: { planner: 'Planner', clock: 'Clock', patient: 'Patient', house: 'Dispatch' },
  mark: {
    'may-not-have': 'technician cannot have it', late: 'past its deadline', 'promise-broken': 'promise broken', 'promise-at-risk': 'promise at risk', 'outside-window': 'outside the wanted time',
    overtime: 'overtime', 'moved-by-hand': 'moved by hand',
  },
};

/** English texts of the board. Short, plain, active. */
export const en = {
  ...byCode,
  admin: enAdmin,
  loading: 'Loading …',
  retry: 'Try again',
  close: 'Close',
  andMore: '{{names}} and {{more}} more',
  cancel: 'Cancel',
  skipToList: 'Skip to the list',
  partBroken: 'This part of the board has failed. Everything else goes on.',
  notices: 'What happened', otherwise_one: 'And {{count}} more, see its day.', otherwise_other: 'And {{count}} more, see their days.',
  noTerritory: {
    title: 'No territory yet',
    administrator: 'Enter the first territory with its depot, technicians and patients, and the board fills.',
    dispatcher: 'An administrator has to enter a territory first.',
    open: 'Open the administrator’s screens',
  },
  nowhere: {
    title: 'There is no such page', hint: 'The address leads nowhere. Check it for a slip, or go on from here. Patients open the link in their message.', toPhone: 'Go to the technicians’ page',
  },
  role: {
    clinician: 'There is nothing here for clinicians yet.',
    notAdministrator: 'Only administrators may change these entries.',
    toBoard: 'Go to the board',
    Dispatcher: 'Dispatcher', Technician: 'Technician', Clinician: 'Clinician', Administrator: 'Administrator', Patient: 'Patient', House: 'Dispatch',
  },
  signIn: {
    title: 'Sign in', lead: 'The day’s visits, live.', user: 'User name', password: 'Password', submit: 'Sign in',
    wrong: 'User name and password do not match. Check both and try again.',
    tooMany: 'Too many attempts. Wait a minute, then try again.',
    unreachable: 'The server cannot be reached. Check the network, then try again.',
    demo: 'Demo accounts', demoHint: 'Choose one to fill in the form.',
  },
  header: {
    territory: 'Territory', day: 'Service day', dayBefore: 'Day before', dayAfter: 'Day after', today: 'Today',
    search: 'Search', newVisit: 'New visit', counts: 'Open visits by urgency', unassigned: 'Unassigned', plan: 'Plan', planTitle: '{{kept}} of {{all}} promises hold', history: 'Take back and make again',
    undo: 'Undo', redo: 'Redo', live: 'live', lost: 'no connection since {{time}}', connecting: 'connecting …', refused: 'session over',
    speedMenu: 'Speed of the simulated clock', pause: 'Pause', paused: 'paused',
  },
  me: { menu: 'Account', publish: 'Tell patients their intervals', keys: 'Keys', admin: 'Administration', theme: 'Appearance', language: 'Language', signOut: 'Sign out' },
  theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
  list: {
    label: 'Lists', attention: 'Attention', visits: 'Visits', backlog: 'Waiting', inbox: 'Messages', filter: 'Filter', classes: 'Urgency', openOnly: 'Open only',
    due: 'Due {{date}}', noDate: 'No date', comingDays: 'Coming days', visitCount_one: '{{count}} visit', visitCount_other: '{{count}} visits',
    head: { alarms: 'Alarms', unassigned: 'Unassigned', calls: 'Calls to make', late: 'Will be late', atRisk: 'At risk', proposals: 'Proposals' },
    none: {
      alarms: 'No open alarms.', unassigned: 'Everyone has been assigned.', calls: 'No calls to make.', late: 'Everything is in time.', atRisk: '', proposals: '',
      visits: 'No visits on this day. Make one with N, or bring one in from the waiting list.', filtered: 'No visit matches the filter.',
      backlog: 'Nothing waits for a day. What has no day yet stands here.', inbox: 'No messages yet. What patients and technicians are told stands here.',
    },
  },
  visit: { pinned: 'Pinned', by: 'by {{time}}', lateBy: '{{minutes}} late', late: 'late', atRisk: 'at risk', promised: 'promised {{interval}}', isHome: 'patient is home', with: 'with {{name}}', needsTwo: 'needs two; nobody else has it yet', forTwo: 'Two technicians at once', second: 'Skills of the second' },
  status: {
    Backlog: 'Waiting for a day', Scheduled: 'Planned', OnTheWay: 'On the way', Arrived: 'There', Done: 'Done', CouldNotBeDone: 'Could not be done', Cancelled: 'Cancelled',
  },
  stop: { Planned: 'planned', OnTheWay: 'on the way', Arrived: 'there', Done: 'done', CouldNotBeDone: 'could not be done' },
  duty: { OffDuty: 'Not yet on duty', OnDuty: 'On duty', OnBreak: 'On a break', Ended: 'Gone home', Out: 'Out', short: { OffDuty: 'not yet', OnDuty: '', OnBreak: 'break', Ended: 'home', Out: 'out' } },
  urgency: { P0: 'Life at risk', P1: 'On backup', P2: 'Same day', P3: 'By a date', P4: 'Routine' },
  dependence: { None: 'comfort', Supporting: 'supporting', LifeSupporting: 'life-supporting' },
  refusal: { time: 'not enough time', part: 'a part is missing', skill: 'not trained for it', van: 'trouble with the van', other: 'another reason' },
  failure: { None: 'Nothing, planned work', DeviceFailed: 'Device has failed', DeviceAlarm: 'Device alarms', PowerCut: 'Power is out', SupplyLow: 'Supplies run out' },
  answer: { Yes: 'Yes', No: 'No', Unknown: 'Unknown' },
  alarm: {
    noPatient: 'No patient', owner: '{{owner}} has it', noOwner: 'nobody has it', raised_one: 'raised once', raised_other: 'raised {{count}} times', callBack: 'call back by {{time}}',
    card: 'P0 card', take: 'Take it', close: 'Settled', over: 'This alarm is settled.', calledBack: 'Called back', since: 'Since', who: 'Owner', acknowledged: 'Acknowledged',
    level: 'Raised', callBackBy: 'Call back by', patient: 'Patient', visit: 'Visit', toDevice: 'Show the device', toVisit: 'Show the visit',
  },
  call: {
    by: 'by {{time}}', over: '{{minutes}} overdue', how: 'How did it go?', remark: 'Remark',
    outcome: { reached: 'Reached', 'no-answer': 'No answer', 'wrong-number': 'Wrong number', 'not-needed': 'Not needed' },
  },
  message: {
    patient: 'Patient', technician: 'Technician', page: 'Patient’s page', answer: 'Answer', audience: { Patient: 'to patient', Technician: 'to technician', Desk: 'from' },
  },
  map: { label: 'Live map', zoomIn: 'Zoom in', zoomOut: 'Zoom out', fit: 'Show the whole day', failed: 'The map cannot be had. List and timeline go on.' },
  closures: {
    title: 'Closed streets', none: 'All streets are as on the map. Draw what is closed or slower, and drive times, arrivals and the plan follow.', search: 'Reason or name', draw: 'Close or slow streets',
    closed: 'closed', slower: 'Slower', times: '× {{factor}}', until: 'until {{time}}', open: 'until somebody ends it', by: '{{who}}, {{time}}', end: 'End', endOf: 'End: {{reason}}',
    shape: 'Shape', line: 'Along streets', area: 'Area', lineHint: 'Click along the street on the map, or across several.', areaHint: 'Click the corners of the area on the map.',
    point: 'Point in the middle', dropPoint: 'Last point', points_one: '{{count}} point', points_other: '{{count}} points', what: 'What holds there', nobody: 'Closed',
    timesAsLong: 'times as long', reason: 'Why', untilTime: 'Until (empty: until somebody ends it)', submit: 'Close', submitSlower: 'Slow down',
  },
  traffic: {
    show: 'Traffic', title: 'Slower than the map says', hours: 'Working days, {{from}} to {{to}} o’clock', hoursWeekend: 'Weekends, {{from}} to {{to}} o’clock',
    street_one: '{{name}}: usually {{factor}} times as long between {{from}} and {{to}}, learned from {{count}} drive',
    street_other: '{{name}}: usually {{factor}} times as long between {{from}} and {{to}}, learned from {{count}} drives',
    upTo: 'to {{factor}} ×', between: '{{from}}–{{to}} ×', from: '{{factor}} × or more', times: '{{factor}} ×', slowest: 'Slowest streets', unnamed: 'Street without a name',
    nothing: 'Nothing has been learned of these hours yet. Every drive teaches; what too few have driven is not drawn.', free_one: 'The one street that is known is as quick as on the map.',
    free_other: 'All {{count}} streets that are known are as quick as on the map.', known_one: 'Learned from drives: {{slower}} of {{count}} known street.',
    known_other: 'Learned from drives: {{slower}} of {{count}} known streets.', leftOut: '{{count}} of the least slow are not drawn.', failed: 'What was learned of the streets cannot be had at present.',
  },
  timeline: {
    label: 'Timeline', resize: 'Height of the timeline', zoomIn: 'Longer hours', zoomOut: 'Shorter hours', fit: 'Whole day', colour: 'Colour this route',
    colourOf: 'Colour the route of {{name}}', overtime: '{{minutes}} overtime', overtimeShort: '+ {{minutes}}', unanswered: 'no answer', lacks: '{{name}} lacks {{skills}}.', break: 'Break', dayBlock_one: '{{day}}: {{count}} visit, {{from}} to {{to}}', dayBlock_other: '{{day}}: {{count}} visits, {{from}} to {{to}}', empty: 'No technician works on this day. Shifts are entered in the administrator’s screens.',
    bar: 'Stop {{index}}, {{urgency}}, {{name}}, {{type}}, {{time}}, {{state}} {{risk}}',
  },
  details: {
    label: 'Details', close: 'Close details', loading: 'Loading …', gone: 'This is no longer there.', failed: 'More cannot be had at present. What stands here came live.',
    actions: 'Actions', history: 'History', status: 'State', day: 'Day', technician: 'Technician', arrival: 'There', promise: 'Promise', toldAt: 'told {{time}}',
    nothingTold: 'nothing told yet', deadline: 'Deadline', due: 'Due', windows: 'Wanted time', fixed: 'fixed', duration: 'Takes', skills: 'Skills', parts: 'Parts', brings: 'Leaves there', takes: 'Takes along', pinned: 'Pinned',
    pinnedTo: 'to {{name}}', pinnedAt: 'at {{time}}', orderKept: 'the route keeps its order up to here', orderKeptBefore: 'the route keeps its order here', marks: 'Marks', note: 'Note', equipment: 'Equipment', device: 'Device', whyHere: 'Why here', whyUnassigned: 'Why nobody has it',
    notYetTold: 'The plan has not said yet.', costs: 'What it costs here, in minutes of driving', likely: 'Likely', certainty: '{{percent}} % of the time', latePercent: 'Chance of being late', percent: '{{percent}} %', wouldHelp: 'Would help: {{what}}',
    whoElse: 'Who else', extraCost: '+ {{minutes}}', allTechnicians: 'All {{count}} technicians', fewer: 'Fewer', several: '{{count}} visits selected',
  },
  action: {
    move: 'Move to …', moveAll: 'Move all to …', pin: 'Pin', unpin: 'Unpin', pinTime: 'Pin time', keepOrder: 'Keep order up to here', reschedule: 'Other day', edit: 'Edit', write: 'Write', cancel: 'Cancel visit',
    colour: 'Colour route', out: 'Mark out', whatIfOut: 'What if out?', whatIfLonger: 'What if longer?', back: 'Back at work',
  },
  technician: {
    notToday: 'Not on this day’s roster', unanswered: 'no answer since {{time}}', shift: 'Shift', van: 'Van', position: 'Position', fixAge: 'seen {{age}} ago',
    justNow: 'seen just now', noFix: 'no position yet', break: 'Break', home: 'Back at', overtime: 'Overtime', drive: 'Drives', until: 'until {{date}}', stops: 'Stops', noStops: 'No stops on this day.', costs: 'What the route costs, in minutes of driving',
    pace: 'Visits take, % of planned', drivePace: 'Drives take, % of the map’s time', homeArea: 'Home area', homeAreaReach: '{{kilometres}} km round the home', instruments: 'Test instruments', calibratedUntil: 'calibrated until {{date}}', calibrationRanOut: 'calibration ran out on {{date}}', room: 'Room in the van',
    aboard: '{{aboard}} aboard, {{most}} at most', aboardOf: '{{aboard}} of {{room}} aboard, {{most}} at most',
  },
  patient: {
    emergencyPlan: 'Emergency plan', access: 'Access', language: 'Language', texts: 'Messages', textsYes: 'accepts texts', textsNo: 'no texts: call', someoneElse: 'Tell instead',
    flow: 'Oxygen flow', freeBreathing: 'Breathes freely for', noEquipment: 'No devices.', visits: 'Visits', noVisits: 'No visits yet.', messages: 'Messages',
    preferred: 'Preferred technicians', nobodyPreferred: 'Whoever comes is welcome.', prefer: 'The patient would rather have', preferNoMore: '{{name}}: prefer no longer',
  },
  equipment: {
    kind: { concentrator: 'Oxygen concentrator', ventilator: 'Ventilator', dialysis: 'Dialysis machine', monitor: 'Monitor', pap: 'PAP device', 'cylinder-set': 'Cylinders' },
    state: 'State', patient: 'With', toPatient: 'Show the patient', inDepot: 'in the depot', dependence: 'Means', serial: 'Serial number', lot: 'Lot', battery: 'Battery lasts',
    nextService: 'Next service',
  },
  deviceAlarm: { 'low-purity': 'purity too low', 'high-temperature': 'too hot', 'no-flow': 'no flow', 'power-cut': 'no power' },
  deviceState: { Ready: 'Ready', InUse: 'In use', Faulty: 'Faulty', Quarantined: 'Quarantined', Retired: 'Retired' },
  emergency: {
    noOwner: 'Nobody has taken it', title: 'P0: emergency plan and ambulance first', first: 'First: emergency plan and ambulance', noPlan: 'No plan is on file. Call the emergency number now.', noNumber: 'Emergency number',
    called: 'Emergency called', calledAt: 'Emergency number called at {{time}} by {{who}}', notCalled: 'Emergency number not called yet', callBackIn: 'Call the patient back in {{minutes}}',
    callBackOver: 'Call back now: {{minutes}} overdue', noCallBack: 'No call-back due', remark: 'Remark for the history',
  },
  runway: {
    title: 'Runway', cylinder: 'Cylinders', battery: 'Battery', 'free-breathing': 'Free breathing', assumed: 'assumed', travelRisk: 'Travel risk', margin: 'Margin', ends: 'Ends',
    deadline: 'Deadline', signed: 'Numbers signed by {{name}}, {{time}}.', unsigned: 'Nobody has signed these numbers yet.', safeNow: 'Is the patient safe now?',
    backupRunning: 'Is the backup running?', cylinders: 'Cylinders', count: 'How many', size: 'Size', pressure: 'Pressure, psi', unknown: 'unknown', addCylinder: 'Add a cylinder',
    removeCylinder: 'Remove this cylinder', flow: 'Flow, L/min', batteryLeft: 'Battery left, min', freeBreathingLeft: 'Breathes freely, min',
    worst: 'What is unknown counts as the worst.',
  },
  triage: { by: 'by {{time}}', runway: 'Backups last {{minutes}}' },
  newVisit: {
    title: 'New visit', patient: 'Patient', patientHint: 'Name or address', change: 'Change', device: 'Device', noDevice: 'No device', wrong: 'What is wrong?', type: 'Kind of visit',
    suggested: '{{name}} (suggested)', chooseType: 'Choose', date: 'Day', note: 'Note for the technician', askPatient: 'Choose the patient. Urgency, deadline and the best places follow here.',
    askWrong: 'Say what is wrong. Urgency, deadline and the best places follow here.', asking: 'Asking the plan …', toBacklog: 'It waits until it is planned onto one of its days.',
    bookWith: 'Give it to {{name}}', bookOffer: 'Book {{day}}, {{interval}}', book: 'Book it all the same', bookBacklog: 'Put on the waiting list',
  },
  option: {
    title: 'Three best places', none: 'Nobody can do it', noneHint: 'You can book it all the same. It then stands as unassigned, with the reasons.', extra: '+ {{minutes}} drive',
    late: '{{minutes}} late', overtime: '{{minutes}} overtime', noOne: 'Moves nobody.', shift: '{{name}} {{minutes}} later', breaks: 'breaks the promise', displaces: '{{name}} loses the place',
  },
  offer: { which: 'What is looked for', intervals: 'Intervals to offer', none: 'No interval can be offered' },
  plan: {
    title: 'The plan of {{day}}', notYet: 'The plan has not been judged yet.', promises: 'Promises kept', of: '{{count}} of {{all}}', none: 'none', costs: 'What each rule costs',
    costsHint: 'In minutes of driving. Urgency comes before all of it and has no price.', noCosts: 'Nothing costs anything here.', churn: 'What the planner has moved',
    churnHint: 'Of what people were told, of its own accord today, against its limits.', visitsMoved: 'Visits to another technician', promisesMoved: 'Promises broken', whatIf: 'What if …',
  },
  figure: { driving: 'Driving', overtime: 'Overtime', late: 'Past deadlines', broken: 'Promises broken', unassigned: 'Unassigned', cost: 'Cost' },
  whatIf: {
    title: 'What if …', add: 'Suppose', out: 'Technician out', longer: 'Visit takes longer', missing: 'Part missing', moved: 'Moved', by: 'by, min', part: 'Part', left: 'left in the van',
    improve: 'Let the planner look for better places then', asking: 'Asking the planner …', hint: 'Suppose something at the left. Both plans then stand here side by side; nothing is changed.',
    before: 'As it is', after: 'As it would be', change: 'Change', same: 'same', people_one: '{{count}} person concerned', people_other: '{{count}} people concerned',
    nobody: 'Nobody would notice.', more: 'and {{count}} more', technicians: 'Routes', driving: 'driving {{change}}', overtime: 'overtime {{change}}', visits: 'visits {{change}}', order: 'another order',
    do: { move: 'Move', out: 'Mark out …', missing: 'Report it missing' },
  },
  move: {
    title: 'Move {{name}}', several: 'Move {{count}} visits', technician: 'To', nobody: 'Nobody: take off the routes', where: 'Where', best: 'Where it costs least', after: 'In the route', first: 'first', behind: 'after {{index}}. {{name}}, {{time}}',
    at: 'At', hint: 'Moved by hand, it is pinned to this technician.', nobodyHint: 'It then stands as unassigned.', compare: 'What would it change?', lacks: 'lacks {{skills}}', submit: 'Move',
  },
  reschedule: { title: 'Other day', offers: 'What suits the plan best', date: 'Day', backlog: 'Onto the waiting list, without a day', promised: 'The patient was promised a time and will be told.', submit: 'Take to that day' },
  window: { title: 'Wanted time', from: 'From', to: 'To', fixed: 'agreed as fixed' },
  edit: { title: 'Edit visit', minutes: 'Takes, min', urgency: 'Urgency', due: 'Due', note: 'Note for the technician', submit: 'Save' },
  cancelVisit: { title: 'Cancel visit', promised: 'The patient was promised a time and will be told.', reason: 'Why', keep: 'Keep it', submit: 'Cancel visit' },
  write: { title: 'Write to {{name}}', text: 'Message', left_one: '{{count}} character left', left_other: '{{count}} characters left', submit: 'Send' },
  out: {
    title: 'Mark {{name}} out', why: 'Why', words: 'In a few words', until: 'Back at (empty: not today)', underWay: 'The visit at {{name}} is under way. It is',
    reason: { ill: 'Ill', van: 'Van broken down', accident: 'Accident', other: 'Other' },
    fate: { FinishedFirst: 'finished first', HandedOn: 'handed on to someone else' },
    hint_one: '{{count}} stop is planned anew: P0 and P1 at once, promised ones as a proposal.',
    hint_other: '{{count}} stops are planned anew: P0 and P1 at once, promised ones as a proposal.', submit: 'Mark out',
  },
  proposal: {
    title: 'Proposal', moves_one: '{{count}} move', moves_other: '{{count}} moves', open: 'Look at it', gone: 'This proposal was answered or has lapsed.', take: 'Take', takeOne: 'Take the move of {{name}}',
    visit: 'Visit', now: 'Now', then: 'Then', why: 'Why', nobody: 'nobody', breaksPromise: 'breaks the promise', reject: 'Reject', acceptAll: 'Accept all',
    acceptSome: 'Accept {{count}}', ghost: 'Proposed: {{name}}',
  },
  backlog: {
    title: 'Waiting list', mayBe: 'May be on', first: 'From', last: 'To', until: 'until {{date}}', when: 'Day', whoOrWhy: 'With whom, or why it stays', about: 'about {{time}}', open: 'Plan …', waits_one: '{{count}} proposal waits', waits_other: '{{count}} proposals wait',
    plan: 'Plan the waiting list', planAgain: 'Plan again', planning: 'The planner looks for days …', dismiss: 'Put away', undo: 'Take the booking back', bookAll_one: 'Book {{count}}', bookAll_other: 'Book all {{count}}', bookSome_one: 'Book {{count}}', bookSome_other: 'Book {{count}}', takeAll: 'Take all', takeOne: 'Take the day of {{name}}',
    found_one: '{{count}} of {{all}} gets a day, with {{drive}} min more driving.', found_other: '{{count}} of {{all}} get a day, with {{drive}} min more driving.',
    hint_one: '{{count}} visit waits. The planner puts it into the gaps of today and the next {{days}} working days; nothing that is booked moves.', hint_other: '{{count}} visits wait. The planner puts them into the gaps of today and the next {{days}} working days; nothing that is booked moves.',
  },
  search: {
    label: 'Search and commands', placeholder: 'Patient, visit, technician, serial number …', hint: 'Type two letters or more.', none: 'Nothing found for “{{text}}”.', commands: 'Commands',
    kind: { patient: 'Patients', visit: 'Visits', equipment: 'Equipment', technician: 'Technicians' },
    do: { backlog: 'Plan the waiting list', plan: 'Score of the plan', whatIf: 'What if …', closures: 'Closed streets', traffic: 'Traffic on the map: show or hide', closeStreets: 'Close or slow streets', newVisit: 'New visit', move: 'Move selected visits', undo: 'Undo', redo: 'Redo', publish: 'Tell patients their intervals', today: 'Go to today', keys: 'Show all keys' },
  },
  keys: {
    title: 'Keys', search: 'Search and commands', walk: 'Down and up the list', details: 'To the details', newVisit: 'New visit', backlog: 'Waiting list', assign: 'Assign: move to …', pin: 'Pin or unpin', order: 'Keep the route’s order up to here, or no longer', toMap: 'To the map',
    toTimeline: 'To the timeline', toList: 'To the list', toDetails: 'To the details', nothing: 'Select nothing', undo: 'Undo', redo: 'Redo', bars: 'From bar to bar', several: 'Select several',
    moveTo: 'Move the bar to …', earlier: 'Earlier, later in the route', other: 'To the technician above, below', zoom: 'Wheel: from an hour to a week', keys: 'This list', single: 'Single letters are shortcuts',
  },
  refused: { title: 'Not done.', unreachable: 'The server cannot be reached, so this may not have arrived. What is shown stays; try again in a moment.', unknown: 'The server could not do that. Try again; if it stays, tell your administrator.' },
  done: {
    moved: 'Moved.', pinned: 'Pinned.', unpinned: 'Unpinned.', orderKept: 'The order is kept up to here.', orderFree: 'The order is free again.', edited: 'Saved.', rescheduled: 'Taken to the other day.', cancelled: 'Cancelled.', out: 'Marked out.', back: 'Back at work.',
    written: 'Sent.', undone: 'Taken back.', redone: 'Made again.', published: 'Patients are told their intervals.', accepted: 'Accepted.', rejected: 'Rejected.', called: 'Noted.', partMissing: 'Noted. What needs the part is planned anew.',
    closed: 'Drive times follow.', reopened: 'Open again. Drive times follow.', booked: 'Booked.', bookedDays: 'Booked onto their days.', waitAgain: 'They wait again.', bookedUnassigned: 'Booked; it stands in its list until someone has it.',
  },
};
