import { useEffect, useState } from 'react';
import type { OptionsAnswer, Reason, RequestVisit, TriageView } from '../../../contract';
import { reasonOf } from '../../commands/commands';
import { useDesk } from '../../store/desk';
import { backupOf, requestOf, type Draft } from './draft';

/** How long typing rests before the server is asked, in milliseconds. */
const restMs = 150;

/** What the rules and the plan say of a call, asked anew whenever the draft changes. */
export interface Call {
  readonly triage: TriageView | null;
  readonly options: OptionsAnswer | null;
  readonly request: RequestVisit | null;
  readonly isAsking: boolean;
  readonly refusal: string | Reason | null;
}

/** Asks for triage, then for the three best places. Nothing is changed by asking. */
export function useCall(draft: Draft): Call {
  const { commands, territory, store } = useDesk();
  const [triage, setTriage] = useState<TriageView | null>(null);
  const [options, setOptions] = useState<OptionsAnswer | null>(null);
  const [request, setRequest] = useState<RequestVisit | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | Reason | null>(null);

  useEffect(() => {
    setOptions(null);
    setRequest(null);
    setRefusal(null);
    if (!draft.patient || draft.failure === null) {
      setTriage(null);
      return;
    }
    const patient = draft.patient.patient.id;
    const left = new AbortController();
    const ask = async () => {
      const at = new Date(store.clock.now()).toISOString();
      const backup = backupOf(draft, at);
      setAsking(true);
      try {
        const judged = backup && await commands.triage({ territory: territory.id, patient, equipment: draft.equipment, type: draft.type, backup }, left.signal);
        setTriage(judged);
        const wanted = requestOf(draft, territory.id, judged?.suggestedType ?? null, at);
        setRequest(wanted);
        if (wanted && wanted.date !== null) setOptions(await commands.options(wanted, left.signal));
      } catch (error) {
        if (!left.signal.aborted) setRefusal(reasonOf(error));
      } finally {
        if (!left.signal.aborted) setAsking(false);
      }
    };
    const timer = setTimeout(() => void ask(), restMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [draft, commands, territory.id, store]);
  return { triage, options, request, isAsking, refusal };
}
