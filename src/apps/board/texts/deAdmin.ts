import type { enAdmin } from './enAdmin';

/** German texts of the administrator's screens. */
export const deAdmin: typeof enAdmin = {
  title: 'Verwaltung', newTerritory: 'Neues Gebiet …', saved: 'Gespeichert.', notSaved: 'Nicht gespeichert.', remove: 'Entfernen', removeQuestion: 'Diesen Eintrag entfernen?',
  removeRow: 'Diese Zeile entfernen', choose: 'Auswählen', chooseEntry: 'Einen Eintrag wählen oder einen neuen anlegen.', more: 'Mehr zeigen ({{count}})', name: 'Name', phone: 'Telefon',
  active: 'Aktiv', inactive: 'nicht aktiv',
  page: {
    territory: 'Gebiet', depots: 'Depots', catalog: 'Können, Teile, Wagen', 'visit-types': 'Besuchsarten', technicians: 'Techniker', patients: 'Patienten', equipment: 'Geräte', accounts: 'Konten',
    csv: 'CSV-Import und -Export',
  },
  add: {
    depot: 'Depot hinzufügen', skill: 'Können hinzufügen', part: 'Teil hinzufügen', instrument: 'Prüfgerät hinzufügen', space: 'Platz hinzufügen', visitType: 'Neue Besuchsart', technician: 'Neuer Techniker', patient: 'Neuer Patient', equipment: 'Neues Gerät',
    account: 'Neues Konto', shift: 'Schicht hinzufügen', break: 'Pause hinzufügen', onCall: 'Jemanden hinzufügen',
  },
  none: {
    visitTypes: 'Noch keine Besuchsarten. Ohne eine lässt sich kein Besuch anlegen.', technicians: 'Noch keine Techniker. Einen anlegen oder eine CSV importieren.',
    patients: 'Noch keine Patienten. Einen anlegen oder eine CSV importieren.', equipment: 'Noch keine Geräte. Eines anlegen oder eine CSV importieren.', accounts: 'Keine Konten gefunden.',
  },
  first: {
    title: 'Von hier zum ersten Besuch', ready: 'Für den ersten Besuch ist alles da', done: 'erledigt:', territory: 'Gebiet mit Depot', 'visit-types': 'Besuchsarten', technicians: 'Techniker',
    patients: 'Patienten', visit: 'Erster Besuch, auf der Tafel mit N',
  },
  territory: {
    begin: 'Name, Zeitzone und Telefon, und das Depot, an dem die Wagen beladen werden.', firstDepot: 'Erstes Depot', firstDepotHint: 'Hier werden die Wagen beladen. Weitere können folgen.',
    settled: 'Einstellungen, die so bleiben können', timeZone: 'Zeitzone', deskPhone: 'Telefon der Disposition',
    distances: 'Entfernungen', km: 'Kilometer', mi: 'Meilen', desk: 'Wie die Disposition arbeitet', onCall: 'Bereitschaft, der Reihe nach', runway: 'Reichweite',
    runwayHint: 'Klinische Werte. Wer sie verantwortet, unterschreibt unten.', factor: 'Minuten je psi bei 1 L/min', fullPsi: 'Voll, psi', signedBy: 'Unterschrieben von',
  },
  setting: {
    promiseMinutes: 'Versprechen, mindestens, min breit', onTheWayPromiseMinutes: 'Versprechen unterwegs, min breit', messageAfterMinutes: 'Nachricht ab Abweichung, min', messageAfterSeconds: '… so lange, s',
    messageGapMinutes: 'Zwischen Nachrichten, min', freezeMinutes: 'Fest vor Beginn, min', escalateSeconds: 'Offene P0, P1 weitergeben nach, s', answerSeconds: 'Tourenänderung wiederholen nach, s',
    answerCallSeconds: 'Deswegen anrufen nach, s', callBackMinutes: 'P0-Rückruf, min', leastGainMinutes: 'Mindestgewinn fürs Verschieben, min', overtimeMinutes: 'Überstunden gegen Preis, min',
    quietFrom: 'Ruhe ab', quietTo: 'Ruhe bis', travelRiskMinutes: 'Fahrtrisiko, min', marginMinutes: 'Sicherheit, min', emergencyResponseMinutes: 'P0 vor Ort binnen, min',
    highResponseMinutes: 'P1 vor Ort binnen, min', assumedFlowLitresPerMinute: 'Angenommener Fluss, L/min',
  },
  planning: {
    limits: 'Wie weit der Planer gehen darf', limitsHint: 'Grenzen, keine Hinweise: Von sich aus tut er nie mehr.', prices: 'Was der Planer abwägt',
    pricesHint: 'Preise in Sekunden Fahrt. Dringlichkeit geht ihnen allen vor und hat keinen Preis.',
    mostVisitsMoved: 'Verschobene Zusagen je Tag', mostPromisesMoved: 'Gebrochene Versprechen je Tag', insertMostMoved: 'Für einen dringenden verschoben', offerDays: 'Tage, die man Anrufern bietet', backlogDays: 'Arbeitstage, über die die Warteliste geplant wird',
    intervalPercent: 'Gezeigte Zeit hält, %', promiseExtraMinutes: 'Ein Versprechen darf breiter sein um, min', overtimePrice: 'Eine Sekunde Überstunde', waitingTenths: 'Eine Sekunde Warten, Zehntel', idleTenths: 'Eine Sekunde spät losfahren, Zehntel',
    windowPrice: 'Eine Sekunde neben der Wunschzeit', promisePrice: 'Eine Sekunde nach dem Versprechen', brokenPromisePrice: 'Ein gebrochenes Versprechen',
    otherTechnicianPrice: 'Anderer Techniker als mitgeteilt', lateBreakPrice: 'Eine Sekunde späte Pause', technicianPrice: 'Jemanden losschicken',
    unknownTechnicianPrice: 'Jemand, der die Person nicht kennt', outsideAreaPrice: 'Besuch außerhalb des Heimatgebiets', notPreferredTechnicianPrice: 'Jemand, den die Person sich nicht wünscht', windowRiseTenths: 'Teurer je Stunde neben der Wunschzeit, Zehntel', setupMinutes: 'Parken und Hineintragen, je Wohnung einmal, min',
    balanceTenths: 'Eine Sekunde Arbeit mehr bei voller Schicht, Zehntel', isOneTechnicianPerPatient: 'Ein Techniker für alle geplanten Besuche (P2 bis P4) einer Person am Tag',
  },
  catalog: { hint: 'Was Besuchsarten verlangen und was Techniker und ihre Wagen mitbringen. Arbeit, die alle können, braucht nichts davon. Plätze im Wagen werden getrennt gezählt: volle und leere Flaschen, saubere Geräte und solche, die desinfiziert werden müssen.', skills: 'Können', parts: 'Teile', spaces: 'Plätze im Wagen', skill: 'Können', part: 'Teil', instrument: 'Prüfgerät', space: 'Platz', level: 'Stufe, 1 bis 5', minLevel: 'Mindestens Stufe', joins: 'Verknüpft mit', and: 'und', or: 'oder' },
  visitType: { response: 'Vor Ort binnen, min', checklist: 'Checkliste, ein Schritt je Zeile', preparation: 'Was der Patient bereithält ({{language}}), eins je Zeile' },
  technician: {
    depot: 'Depot', startsAtHome: 'Beginnt und endet zu Hause', homeArea: 'Heimatgebiet, km um das Zuhause (0: überall)', expires: 'Gültig bis', shifts: 'Schichten', breaks: 'Pausen', breakFrom: 'Pause nicht vor', breakTo: 'Pause nicht nach', breakMinutes: 'Minuten',
    stock: 'Morgens im Wagen', serial: 'Seriennummer', calibratedUntil: 'Kalibriert bis',
  },
  patient: { emergencyNumber: 'Notrufnummer' },
  equipment: { kind: 'Art', model: 'Modell', withPatient: 'bei einem Patienten', toDepot: 'Ins Depot nehmen' },
  account: { displayName: 'Angezeigter Name', role: 'Rolle', technician: 'Techniker', newPassword: 'Neues Kennwort (leer: bleibt)' },
  address: {
    title: 'Adresse', find: 'Straße und Nummer suchen', none: 'Die Karte kennt diese Adresse nicht. Adresse und Ort bitte von Hand eintragen.', street: 'Straße', houseNumber: 'Nummer',
    postcode: 'Postleitzahl', city: 'Ort', latitude: 'Breite', longitude: 'Länge',
  },
  csv: {
    hint: 'Der Export zeigt die Spalten. Beim Import werden alle Zeilen genommen oder keine: Bei einem Fehler ändert sich nichts, und jeder Fehler wird mit seiner Zeile genannt.',
    export: 'Exportieren', import: 'Importieren …', reading: 'Wird gelesen …', imported_one: '{{file}}: {{count}} Zeile importiert.', imported_other: '{{file}}: {{count}} Zeilen importiert.',
    mistakes_one: '{{file}}: {{count}} Fehler. Nichts wurde importiert.', mistakes_other: '{{file}}: {{count}} Fehler. Nichts wurde importiert.', line: 'Zeile', column: 'Spalte', what: 'Was nicht stimmt',
  },
  day: { Monday: 'Montag', Tuesday: 'Dienstag', Wednesday: 'Mittwoch', Thursday: 'Donnerstag', Friday: 'Freitag', Saturday: 'Samstag', Sunday: 'Sonntag' },
};
