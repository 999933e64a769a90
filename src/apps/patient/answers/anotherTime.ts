import type { OfferedInterval, PatientVisitView } from '../../contract';
import { dayText, intervalText } from '../interval';
import { readIntervals } from '../link';
import type { Language, Say } from '../texts/texts';
import { choice, type Question } from './dialog';
import { answerOf, type Send } from './send';

/** Offers the three best other intervals, or a call. */
export async function askAnotherTime(question: Question, view: PatientVisitView, language: Language, nowMs: () => number, say: Say, send: Send) {
  const callMe = () => choice(say('callMe'), () => void give(answerOf('CallMe')), 'quiet');
  const give = async (answer: ReturnType<typeof answerOf>) => {
    const became = await send(answer);
    if (became === 'ok') question.close();
    // Taken by someone else in the meantime: look again instead of sending the caller away.
    else if (became === 'refused' && answer.kind === 'AnotherTime') await offer(say('anotherTimeGone'));
  };
  const offer = async (remark: string) => {
    question.show();
    question.tell(say('anotherTimeAsking'));
    const found = await readIntervals();
    if (found.kind === 'ok' && found.value.length > 0) {
      question.tell(remark);
      question.show(...found.value.slice(0, 3).map(button), callMe());
    } else {
      question.tell(found.kind === 'offline' ? say('notSent') : say('anotherTimeNone'));
      question.show(callMe());
    }
  };
  const button = ({ interval }: OfferedInterval) => {
    const day = dayText(view.timeZone, language, dateOf(interval.start, view.timeZone), nowMs(), say);
    const sameDay = view.date === dateOf(interval.start, view.timeZone);
    const label = intervalText(view.timeZone, language, interval);
    return choice(sameDay ? label : `${day}, ${label}`, () => void give(answerOf('AnotherTime', { wantedInterval: interval })));
  };
  await offer('');
}

const dateOf = (at: string, zone: string) => new Date(at).toLocaleDateString('sv-SE', { timeZone: zone });
