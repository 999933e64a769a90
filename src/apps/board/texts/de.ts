import { deAdmin } from './deAdmin';
import { events, reasons } from './deReasons';
import type { en } from './en';

/** German texts of the board. */
export const de: typeof en = {
  reason: reasons,
  admin: deAdmin,
  event: events,
  actor: { planner: 'Planer', clock: 'Uhr', patient: 'Patient', house: 'Dispatch' },
  mark: {
    late: 'nach der Frist', 'promise-broken': 'Versprechen gebrochen', 'promise-at-risk': 'Versprechen gefährdet', 'outside-window': 'außerhalb der gewünschten Zeit',
    overtime: 'Überstunden', 'moved-by-hand': 'von Hand verschoben',
  },
  cost: {
    driving: 'Fahren', waiting: 'Warten vor der Tür', idle: 'Spät losfahren', overtime: 'Überstunden', window: 'Außerhalb der Wunschzeit', promise: 'Zusage gebrochen',
    'pinned-start': 'Neben der festen Zeit', 'other-technician': 'Andere Person als gesagt', break: 'Pause zu spät', technician: 'Überhaupt ausrücken', work: 'Arbeitszeit',
  },
  loading: 'Wird geladen …',
  retry: 'Erneut versuchen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  skipToList: 'Zur Liste springen',
  partBroken: 'Dieser Teil der Tafel ist ausgefallen. Alles andere läuft weiter.',
  notices: 'Was geschehen ist',
  noTerritory: {
    title: 'Noch kein Gebiet',
    administrator: 'Das erste Gebiet mit Depot, Technikern und Patienten eingeben, dann füllt sich die Tafel.',
    dispatcher: 'Zuerst muss die Verwaltung ein Gebiet eingeben.',
    open: 'Verwaltung öffnen',
  },
  role: {
    clinician: 'Für Klinikpersonal gibt es hier noch nichts.',
    notAdministrator: 'Nur die Verwaltung darf diese Einträge ändern.',
    toBoard: 'Zur Tafel',
    Dispatcher: 'Disposition', Technician: 'Technik', Clinician: 'Klinik', Administrator: 'Verwaltung', Patient: 'Patient', House: 'Dispatch',
  },
  signIn: {
    title: 'Anmelden', lead: 'Die Besuche des Tages, live.', user: 'Benutzername', password: 'Kennwort', submit: 'Anmelden',
    wrong: 'Benutzername und Kennwort passen nicht zusammen. Bitte beides prüfen und erneut versuchen.',
    tooMany: 'Zu viele Versuche. Bitte eine Minute warten und erneut versuchen.',
    unreachable: 'Der Server ist nicht erreichbar. Bitte die Verbindung prüfen und erneut versuchen.',
    demo: 'Demo-Zugänge', demoHint: 'Auswählen füllt das Formular aus.',
  },
  header: {
    territory: 'Gebiet', day: 'Einsatztag', dayBefore: 'Tag davor', dayAfter: 'Tag danach', today: 'Heute',
    search: 'Suchen', newVisit: 'Neuer Besuch', counts: 'Offene Besuche nach Dringlichkeit', unassigned: 'Nicht zugeteilt', history: 'Zurücknehmen und wiederholen',
    undo: 'Rückgängig', redo: 'Wiederholen', live: 'live', lost: 'keine Verbindung seit {{time}}', connecting: 'verbindet …', refused: 'Sitzung beendet',
    speed: 'Tempo {{speed}}', speedMenu: 'Tempo der simulierten Uhr', pause: 'Anhalten', paused: 'angehalten',
  },
  me: { menu: 'Konto', publish: 'Patienten ihre Zeiten mitteilen', keys: 'Tasten', admin: 'Verwaltung', theme: 'Darstellung', language: 'Sprache', signOut: 'Abmelden' },
  theme: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  list: {
    label: 'Listen', attention: 'Wichtig', visits: 'Besuche', backlog: 'Vorrat', inbox: 'Post', filter: 'Filtern', classes: 'Dringlichkeit', openOnly: 'Nur offene',
    due: 'Fällig {{date}}', noDate: 'Ohne Datum', comingDays: 'Nächste Tage', visitCount_one: '{{count}} Besuch', visitCount_other: '{{count}} Besuche',
    head: { alarms: 'Alarme', unassigned: 'Nicht zugeteilt', calls: 'Anrufe', late: 'Wird zu spät', atRisk: 'Gefährdet', proposals: 'Vorschläge' },
    none: {
      alarms: 'Keine offenen Alarme.', unassigned: 'Alle sind zugeteilt.', calls: 'Keine Anrufe zu erledigen.', late: 'Alles ist pünktlich.', atRisk: '', proposals: '',
      visits: 'Keine Besuche an diesem Tag. Mit N einen anlegen oder aus dem Vorrat holen.', filtered: 'Kein Besuch passt zum Filter.',
      backlog: 'Nichts wartet auf einen Tag. Was noch keinen Tag hat, steht hier.', inbox: 'Noch keine Nachrichten. Was Patienten und Techniker erfahren, steht hier.',
    },
  },
  visit: { pinned: 'Angeheftet', by: 'bis {{time}}', lateBy: '{{minutes}} zu spät', late: 'zu spät', atRisk: 'gefährdet', promised: 'versprochen {{interval}}', isHome: 'Patient ist zu Hause' },
  status: {
    Backlog: 'Vorrat', Scheduled: 'Geplant', OnTheWay: 'Unterwegs', Arrived: 'Vor Ort', Done: 'Erledigt', CouldNotBeDone: 'Nicht erledigt', Cancelled: 'Abgesagt',
  },
  stop: { Planned: 'geplant', OnTheWay: 'unterwegs', Arrived: 'vor Ort', Done: 'erledigt', CouldNotBeDone: 'nicht erledigt' },
  duty: { OffDuty: 'Noch nicht im Dienst', OnDuty: 'Im Dienst', OnBreak: 'In der Pause', Ended: 'Feierabend', Out: 'Ausgefallen' },
  urgency: { P0: 'Lebensgefahr', P1: 'Auf Ersatz', P2: 'Am selben Tag', P3: 'Bis zu einem Datum', P4: 'Routine' },
  dependence: { None: 'Komfort', Supporting: 'unterstützend', LifeSupporting: 'lebenserhaltend' },
  failure: { None: 'Nichts, geplante Arbeit', DeviceFailed: 'Gerät ist ausgefallen', DeviceAlarm: 'Gerät meldet Alarm', PowerCut: 'Strom ist weg', SupplyLow: 'Vorrat geht aus' },
  answer: { Yes: 'Ja', No: 'Nein', Unknown: 'Unbekannt' },
  alarm: {
    noPatient: 'Kein Patient', owner: '{{owner}} kümmert sich', noOwner: 'niemand kümmert sich', raised_one: 'einmal weitergegeben', raised_other: '{{count}}-mal weitergegeben',
    callBack: 'Rückruf bis {{time}}', card: 'P0-Karte', take: 'Übernehmen', close: 'Erledigt', over: 'Dieser Alarm ist erledigt.', calledBack: 'Zurückgerufen', since: 'Seit', who: 'Zuständig',
    acknowledged: 'Übernommen', level: 'Weitergegeben', callBackBy: 'Rückruf bis', patient: 'Patient', visit: 'Besuch', toDevice: 'Gerät zeigen', toVisit: 'Besuch zeigen',
  },
  call: {
    by: 'bis {{time}}', how: 'Wie ging es aus?', remark: 'Bemerkung',
    outcome: { reached: 'Erreicht', 'no-answer': 'Keine Antwort', 'wrong-number': 'Falsche Nummer', 'not-needed': 'Nicht nötig' },
  },
  message: {
    patient: 'Patient', technician: 'Techniker', page: 'Seite des Patienten', answer: 'Antworten', audience: { Patient: 'an Patient', Technician: 'an Techniker', Desk: 'von' },
  },
  map: { label: 'Live-Karte', zoomIn: 'Näher', zoomOut: 'Weiter', fit: 'Den ganzen Tag zeigen', failed: 'Die Karte ist nicht zu haben. Liste und Zeitleiste laufen weiter.' },
  timeline: {
    label: 'Zeitleiste', resize: 'Höhe der Zeitleiste', zoomIn: 'Längere Stunden', zoomOut: 'Kürzere Stunden', fit: 'Ganzer Tag', colour: 'Tour einfärben',
    colourOf: 'Tour von {{name}} einfärben', overtime: '{{minutes}} min Überstunden', break: 'Pause', empty: 'An diesem Tag arbeitet niemand. Schichten stehen in der Verwaltung.',
    bar: 'Halt {{index}}, {{urgency}}, {{name}}, {{type}}, {{time}}, {{state}} {{risk}}',
  },
  details: {
    label: 'Einzelheiten', close: 'Einzelheiten schließen', loading: 'Wird geladen …', gone: 'Das gibt es nicht mehr.', failed: 'Mehr ist gerade nicht zu haben. Was hier steht, kam live.',
    actions: 'Aktionen', history: 'Verlauf', status: 'Stand', day: 'Tag', technician: 'Techniker', arrival: 'Ankunft', promise: 'Versprechen', toldAt: 'mitgeteilt {{time}}',
    nothingTold: 'noch nichts mitgeteilt', deadline: 'Frist', due: 'Fällig', windows: 'Wunschzeit', fixed: 'fest', duration: 'Dauert', skills: 'Können', parts: 'Teile', pinned: 'Angeheftet',
    pinnedTo: 'an {{name}}', pinnedAt: 'um {{time}}', marks: 'Merkmale', note: 'Notiz', equipment: 'Geräte', device: 'Gerät', whyHere: 'Warum hier', whyUnassigned: 'Warum ihn niemand hat',
    notYetTold: 'Der Plan hat es noch nicht gesagt.', costs: 'Was es hier kostet', several: '{{count}} Besuche ausgewählt',
  },
  action: {
    move: 'Verschieben …', moveAll: 'Alle verschieben …', pin: 'Anheften', unpin: 'Lösen', pinTime: 'Zeit anheften', reschedule: 'Anderer Tag', edit: 'Ändern', write: 'Schreiben',
    cancel: 'Absagen', colour: 'Tour einfärben', out: 'Ausfall melden', back: 'Wieder da',
  },
  technician: {
    notToday: 'An diesem Tag nicht im Dienstplan', unanswered: 'keine Antwort seit {{time}}', shift: 'Schicht', van: 'Wagen', position: 'Position', fixAge: 'gesehen vor {{age}}',
    justNow: 'gerade gesehen', noFix: 'noch keine Position', break: 'Pause', home: 'Zurück um', overtime: 'Überstunden', drive: 'Fahrten', until: 'bis {{date}}', stops: 'Halte', noStops: 'Keine Halte an diesem Tag.',
  },
  patient: {
    emergencyPlan: 'Notfallplan', access: 'Zugang', language: 'Sprache', texts: 'Nachrichten', textsYes: 'nimmt SMS an', textsNo: 'keine SMS: anrufen', someoneElse: 'Stattdessen sagen',
    flow: 'Sauerstofffluss', freeBreathing: 'Atmet frei für', noEquipment: 'Keine Geräte.', visits: 'Besuche', noVisits: 'Noch keine Besuche.', messages: 'Nachrichten',
  },
  equipment: {
    kind: { concentrator: 'Sauerstoffkonzentrator', ventilator: 'Beatmungsgerät', dialysis: 'Dialysegerät', monitor: 'Monitor', pap: 'PAP-Gerät', 'cylinder-set': 'Flaschen' },
    state: 'Zustand', patient: 'Bei', toPatient: 'Patient zeigen', inDepot: 'im Depot', dependence: 'Bedeutung', serial: 'Seriennummer', lot: 'Charge', battery: 'Akku hält',
    nextService: 'Nächste Wartung',
  },
  deviceState: { Ready: 'Bereit', InUse: 'In Gebrauch', Faulty: 'Gestört', Quarantined: 'Gesperrt', Retired: 'Ausgemustert' },
  emergency: {
    title: 'P0: zuerst Notfallplan und Rettungsdienst', first: 'Zuerst: Notfallplan und Rettungsdienst', noPlan: 'Kein Plan hinterlegt. Sofort den Notruf wählen.', noNumber: 'Notruf',
    called: 'Notruf gewählt', calledAt: 'Notruf gewählt um {{time}} von {{who}}', notCalled: 'Notruf noch nicht gewählt', callBackIn: 'Rückruf beim Patienten in {{minutes}}',
    callBackOver: 'Jetzt zurückrufen: {{minutes}} überfällig', noCallBack: 'Kein Rückruf fällig', remark: 'Bemerkung für den Verlauf',
  },
  runway: {
    title: 'Reichweite', cylinder: 'Flaschen', battery: 'Akku', 'free-breathing': 'Freies Atmen', assumed: 'angenommen', travelRisk: 'Fahrtrisiko', margin: 'Sicherheit', ends: 'Endet',
    deadline: 'Frist', signed: 'Werte unterschrieben von {{name}}, {{time}}.', unsigned: 'Diese Werte hat noch niemand unterschrieben.', safeNow: 'Ist der Patient jetzt sicher?',
    backupRunning: 'Läuft der Ersatz?', cylinders: 'Flaschen', count: 'Wie viele', size: 'Größe', pressure: 'Druck, psi', unknown: 'unbekannt', addCylinder: 'Flasche hinzufügen',
    removeCylinder: 'Diese Flasche entfernen', flow: 'Fluss, L/min', batteryLeft: 'Akku noch, min', freeBreathingLeft: 'Atmet frei, min',
    worst: 'Unbekanntes zählt als das Schlimmste.',
  },
  triage: { by: 'bis {{time}}', runway: 'Ersatz reicht {{minutes}}' },
  newVisit: {
    title: 'Neuer Besuch', patient: 'Patient', patientHint: 'Name oder Adresse', change: 'Ändern', device: 'Gerät', noDevice: 'Kein Gerät', wrong: 'Was ist los?', type: 'Art des Besuchs',
    suggested: '{{name}} (vorgeschlagen)', chooseType: 'Auswählen', date: 'Tag', note: 'Notiz für den Techniker', askPatient: 'Patient wählen. Dringlichkeit, Frist und die besten Plätze folgen hier.',
    askWrong: 'Sagen, was los ist. Dringlichkeit, Frist und die besten Plätze folgen hier.', asking: 'Der Plan wird gefragt …', toBacklog: 'Wartet im Vorrat, bis es einen Tag bekommt.',
    bookWith: '{{name}} geben', book: 'Trotzdem anlegen', bookBacklog: 'In den Vorrat legen',
  },
  option: {
    title: 'Die drei besten Plätze', none: 'Niemand kann es', noneHint: 'Trotzdem anlegen ist möglich. Der Besuch steht dann als nicht zugeteilt da, mit den Gründen.', extra: '+ {{minutes}} Fahrt',
    late: '{{minutes}} zu spät', overtime: '{{minutes}} Überstunden', noOne: 'Verschiebt niemanden.', shift: '{{name}} {{minutes}} später', breaks: 'bricht das Versprechen',
    displaces: '{{name}} verliert den Platz',
  },
  move: {
    title: '{{name}} verschieben', several: '{{count}} Besuche verschieben', technician: 'An', nobody: 'Niemand: aus den Touren nehmen', where: 'Wohin', best: 'Wo es am wenigsten kostet', after: 'Nach',
    first: 'dem Anfang', at: 'Um', hint: 'Von Hand verschoben, bleibt der Besuch an diesem Techniker.', nobodyHint: 'Der Besuch steht dann als nicht zugeteilt da.', lacks: 'es fehlt {{skills}}', submit: 'Verschieben',
  },
  reschedule: { title: 'Anderer Tag', date: 'Tag', backlog: 'In den Vorrat, ohne Tag', promised: 'Dem Patienten wurde eine Zeit versprochen; er wird benachrichtigt.', submit: 'Auf den Tag legen' },
  window: { title: 'Wunschzeit', from: 'Von', to: 'bis', fixed: 'fest vereinbart' },
  edit: { title: 'Besuch ändern', minutes: 'Dauert, min', urgency: 'Dringlichkeit', due: 'Fällig', note: 'Notiz für den Techniker', submit: 'Speichern' },
  cancelVisit: { title: 'Besuch absagen', promised: 'Dem Patienten wurde eine Zeit versprochen; er wird benachrichtigt.', reason: 'Warum', keep: 'Behalten', submit: 'Absagen' },
  write: { title: 'An {{name}} schreiben', text: 'Nachricht', left_one: 'noch {{count}} Zeichen', left_other: 'noch {{count}} Zeichen', submit: 'Senden' },
  out: {
    title: 'Ausfall von {{name}}', why: 'Warum', words: 'In wenigen Worten', until: 'Wieder da um (leer: heute nicht mehr)', underWay: 'Der Besuch bei {{name}} läuft. Er wird',
    reason: { ill: 'Krank', van: 'Wagen defekt', accident: 'Unfall', other: 'Anderes' },
    fate: { FinishedFirst: 'zuerst beendet', HandedOn: 'an jemand anderen gegeben' },
    hint_one: '{{count}} Halt wird neu geplant: P0 und P1 sofort, versprochene als Vorschlag.',
    hint_other: '{{count}} Halte werden neu geplant: P0 und P1 sofort, versprochene als Vorschlag.', submit: 'Ausfall melden',
  },
  proposal: {
    title: 'Vorschlag', moves_one: '{{count}} Verschiebung', moves_other: '{{count}} Verschiebungen', open: 'Ansehen', gone: 'Der Vorschlag ist beantwortet oder verfallen.', take: 'Nehmen',
    takeOne: 'Verschiebung von {{name}} nehmen', visit: 'Besuch', now: 'Jetzt', then: 'Dann', why: 'Warum', nobody: 'niemand', breaksPromise: 'bricht das Versprechen', reject: 'Ablehnen',
    acceptAll: 'Alles annehmen', acceptSome: '{{count}} annehmen', ghost: 'Vorgeschlagen: {{name}}',
  },
  search: {
    label: 'Suche und Befehle', placeholder: 'Patient, Besuch, Techniker, Seriennummer …', hint: 'Mindestens zwei Buchstaben eingeben.', none: 'Nichts gefunden zu „{{text}}“.', commands: 'Befehle',
    kind: { patient: 'Patienten', visit: 'Besuche', equipment: 'Geräte', technician: 'Techniker' },
    do: { newVisit: 'Neuer Besuch', move: 'Ausgewählte verschieben', undo: 'Rückgängig', redo: 'Wiederholen', publish: 'Patienten ihre Zeiten mitteilen', today: 'Zu heute', keys: 'Alle Tasten zeigen' },
  },
  keys: {
    title: 'Tasten', search: 'Suche und Befehle', walk: 'Die Liste ab und auf', details: 'Zu den Einzelheiten', newVisit: 'Neuer Besuch', assign: 'Zuteilen: verschieben …', pin: 'Anheften oder lösen',
    toMap: 'Zur Karte', toTimeline: 'Zur Zeitleiste', toList: 'Zur Liste', toDetails: 'Zu den Einzelheiten', nothing: 'Nichts auswählen', undo: 'Rückgängig', redo: 'Wiederholen',
    bars: 'Von Balken zu Balken', several: 'Mehrere auswählen', moveTo: 'Balken verschieben …', earlier: 'Früher, später in der Tour', other: 'Zum Techniker darüber, darunter', keys: 'Diese Liste',
    single: 'Einzelne Buchstaben sind Tasten',
  },
  refused: {
    title: 'Nicht ausgeführt.', unreachable: 'Der Server ist nicht erreichbar, vielleicht kam es nicht an. Was zu sehen ist, bleibt; bitte gleich erneut versuchen.',
    unknown: 'Der Server konnte das nicht tun. Bitte erneut versuchen; wenn es bleibt, der Verwaltung sagen.',
  },
  done: {
    moved: 'Verschoben.', pinned: 'Angeheftet.', unpinned: 'Gelöst.', edited: 'Gespeichert.', rescheduled: 'Auf den anderen Tag gelegt.', cancelled: 'Abgesagt.', out: 'Ausfall gemeldet.',
    back: 'Wieder da.', written: 'Gesendet.', undone: 'Zurückgenommen.', redone: 'Wiederholt.', published: 'Die Patienten erfahren ihre Zeiten.', accepted: 'Angenommen.', rejected: 'Abgelehnt.',
    called: 'Notiert.', booked: 'Angelegt.', bookedUnassigned: 'Angelegt; steht in seiner Liste, bis ihn jemand hat.',
  },
};
