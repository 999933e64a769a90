import type { PatientAnswer, PatientAnswerKind } from '../../contract';
import { freshId } from '../../contract/client';
import { sendAnswer } from '../link';
import type { Say } from '../texts/texts';

/** An answer with only what is given. */
export function answerOf(kind: PatientAnswerKind, given: Partial<PatientAnswer> = {}): PatientAnswer {
  return { kind, wantedInterval: null, backupMinutesLeft: null, contact: null, ...given };
}

/**
 * A press that sends one answer and says how it went. Pressed again after a lost connection it sends the same id;
 * while one is on its way, further presses do nothing.
 */
export function sender(say: Say, tell: (text: string) => void, taken: (answer: PatientAnswer) => void) {
  let under: { answer: string; id: string } | null = null;
  let busy = false;
  return async (answer: PatientAnswer): Promise<'ok' | 'refused' | 'offline' | 'busy'> => {
    if (busy) return 'busy';
    const text = JSON.stringify(answer);
    if (under?.answer !== text) under = { answer: text, id: freshId() };
    busy = true;
    tell(say('sending'));
    const answered = await sendAnswer(under.id, answer);
    busy = false;
    switch (answered.kind) {
      case 'ok':
        under = null;
        tell(say('sent'));
        taken(answer);
        return 'ok';
      case 'offline':
        tell(say('notSent'));
        return 'offline';
      case 'refused':
      case 'no-link':
        under = null;
        tell(say('refused'));
        return 'refused';
    }
  };
}

/** Sends an answer. */
export type Send = ReturnType<typeof sender>;
