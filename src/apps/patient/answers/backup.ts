import { h } from '../dom';
import type { Say } from '../texts/texts';
import { choice, type Question } from './dialog';
import { answerOf, type Send } from './send';

/** What people can tell apart without a gauge, in minutes. */
const steps = [30, 60, 120, 240, 480];

/** "My backup is running, about … left": the deadline of the visit may follow from it. */
export function askBackup(question: Question, say: Say, send: Send) {
  const give = async (minutes: number | null) => {
    if ((await send(answerOf('BackupRunning', { backupMinutesLeft: minutes }))) === 'ok') question.close();
  };
  question.show(
    h('p', {}, say('backupLead')),
    h('div', { class: 'grid' }, ...steps.map(minutes => choice(aboutText(minutes, say), () => void give(minutes)))),
    choice(say('backupUnknown'), () => void give(null)),
  );
}

/** 30 min, 2 h. */
const aboutText = (minutes: number, say: Say) => (minutes < 60 ? say('minutes', { minutes }) : say('hours', { hours: minutes / 60 }));
