import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, freshId, type InsertionOption, type PatientDetailsView, type Reason } from '../../../contract';
import { reasonOf } from '../../commands/commands';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { reasonText } from '../../parts/ReasonText';
import { useZone } from '../../parts/useZone';
import { useDesk } from '../../store/desk';
import { tell } from '../../store/notices';
import { prompt } from '../../store/prompts';
import { select, selectOne } from '../../store/selection';
import { emptyDraft, type Draft } from './draft';
import { OfferList } from './OfferList';
import { OptionList } from './OptionList';
import { PatientPicker } from './PatientPicker';
import { RunwayQuestions } from './RunwayQuestions';
import { TriageCard } from './TriageCard';
import { useCall } from './useCall';
import { useOffers } from './useOffers';
import { WhatIsWrong } from './WhatIsWrong';
import { WhichVisit } from './WhichVisit';
import './newvisit.css';

/** How long to wait for the alarm of a P0 that was just booked, in milliseconds. */
const alarmWaitMs = 5_000;

/** A call, from "who" to a place in the plan: questions at the left, what follows from the answers at the right. */
export function NewVisitDialog({ patient, close }: { patient: string | undefined; close: () => void }) {
  const { t } = useTranslation();
  const { commands, store, today } = useDesk();
  const zone = useZone();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(store.getSnapshot().day.date >= today ? store.getSnapshot().day.date : today, today));
  const [chosen, setChosen] = useState<string | null>(null);
  const [id] = useState(freshId);
  const [isBooking, setBooking] = useState(false);
  const [refusal, setRefusal] = useState<string | Reason | null>(null);
  const call = useCall(draft);
  const change = (next: Partial<Draft>) => setDraft(known => ({ ...known, ...next }));

  useEffect(() => {
    if (patient === undefined) return;
    const left = new AbortController();
    ask<PatientDetailsView>(`/api/patients/${encodeURIComponent(patient)}`, left.signal).then(
      found => setDraft(known => ({ ...known, patient: found, flow: found.patient.flowLitresPerMinute, freeBreathing: found.patient.freeBreathingMinutes })),
      (error: unknown) => { if (!left.signal.aborted) setRefusal(reasonOf(error)); });
    return () => left.abort();
  }, [patient]);

  // What can wait is offered as intervals on the telephone; what cannot gets the best place that there is.
  const [wantsOffers, setWantsOffers] = useState<boolean | null>(null);
  const isOffering = call.request?.date !== null && (wantsOffers ?? (draft.failure === 'None' && call.request !== null));
  const { offers, refusal: noOffers } = useOffers(isOffering ? call.request : null);
  const offer = isOffering ? offers?.offers.find(known => known.id === chosen) ?? offers?.offers[0] ?? null : null;
  const option: InsertionOption | null = isOffering ? offer?.option ?? null : call.options?.options.find(known => known.id === chosen) ?? call.options?.options[0] ?? null;
  const book = async () => {
    if (!call.request) return;
    setBooking(true);
    const request = offer ? { ...call.request, date: offer.date, windows: [{ ...offer.interval, isHard: false }] } : call.request;
    try {
      const { visit, result } = await commands.book(id, request, option, (isOffering ? offer?.planVersion : call.options?.planVersion) ?? null);
      tell('done', option ? 'done.booked' : 'done.bookedUnassigned', null, result.remarks);
      close();
      if (request.date !== null) select({ day: request.date === today ? null : request.date });
      selectOne('visit', visit);
      if (call.triage?.opensEmergencyCard) showCardOf(store, visit, request.patient);
    } catch (error) {
      setRefusal(reasonOf(error));
      setBooking(false);
    }
  };
  const shown = refusal ?? call.refusal ?? noOffers;

  return (
    <Dialog title={t('newVisit.title')} size="large" close={close}>
      <form onSubmit={event => { event.preventDefault(); void book(); }}>
        <div className="dialog-body call">
          <div className="call-questions">
            <PatientPicker draft={draft} change={change} />
            {draft.patient && <WhatIsWrong draft={draft} change={change} />}
            {draft.patient && draft.failure !== null && <RunwayQuestions draft={draft} change={change} />}
            {draft.patient && draft.failure !== null && <WhichVisit draft={draft} change={change} suggestedType={call.triage?.suggestedType ?? null} />}
          </div>
          <div className="call-answer" aria-live="polite">
            {call.triage && <TriageCard triage={call.triage} />}
            {call.request?.date === null && <p className="muted">{t('newVisit.toBacklog')}</p>}
            {call.request && call.request.date !== null && (
              <div className="segments" role="radiogroup" aria-label={t('offer.which')}>
                {[false, true].map(isOffer => (
                  <label key={String(isOffer)}>
                    <input type="radio" name="places" checked={isOffering === isOffer} onChange={() => { setWantsOffers(isOffer); setChosen(null); }} />
                    <span>{t(isOffer ? 'offer.intervals' : 'option.title')}</span>
                  </label>
                ))}
              </div>
            )}
            {isOffering && offers && <OfferList offers={offers} chosen={offer?.id ?? null} choose={setChosen} />}
            {isOffering && !offers && noOffers === null && <p className="muted" role="status">{t('newVisit.asking')}</p>}
            {!isOffering && call.options && <OptionList options={call.options} chosen={option?.id ?? null} choose={setChosen} />}
            {!call.triage && !call.options && !call.isAsking && <p className="empty">{t(draft.patient ? 'newVisit.askWrong' : 'newVisit.askPatient')}</p>}
            {call.isAsking && !call.options && <p className="muted" role="status">{t('newVisit.asking')}</p>}
            {shown !== null && <p className="mistake" role="alert">{typeof shown === 'string' ? t(shown) : reasonText(t, shown)}</p>}
          </div>
        </div>
        <DialogFoot>
          <button type="button" onClick={close}>{t('cancel')}</button>
          <button type="submit" className="primary" disabled={!call.request || isBooking || (call.request.date !== null && !(isOffering ? offers : call.options) && shown === null)}>
            {offer ? t('newVisit.bookOffer', { interval: zone.interval(offer.interval.start, offer.interval.end), day: zone.day(offer.date) }) : option ? t('newVisit.bookWith', { name: option.technicianName }) : call.request?.date === null ? t('newVisit.bookBacklog') : t('newVisit.book')}
          </button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

/** Opens the P0 card as soon as the desk has the alarm; the booking has just been answered, so it is a matter of a moment. */
function showCardOf(store: ReturnType<typeof useDesk>['store'], visit: string, patient: string): void {
  const look = () => {
    const alarm = [...store.getSnapshot().desk.alarms.values()].find(known => known.urgency === 'P0' && (known.visit === visit || known.patient === patient));
    if (!alarm) return;
    stop();
    prompt({ kind: 'emergency', alarm: alarm.id });
  };
  const end = store.subscribe(look);
  const timer = setTimeout(end, alarmWaitMs);
  const stop = () => {
    clearTimeout(timer);
    end();
  };
  look();
}
