import { h } from '../dom';
import type { Say } from '../texts/texts';
import { choice, type Question } from './dialog';
import { answerOf, type Send } from './send';

/** Cancels after asking once more; another time is one press away, for who meant that. */
export function askCancel(question: Question, say: Say, send: Send, anotherTime: (() => void) | null) {
  question.show(
    h('p', {}, say('cancelLead')),
    choice(say('cancelYes'), () => void send(answerOf('Cancel')).then(became => became === 'ok' && question.close()), 'answer grave'),
    ...(anotherTime
      ? [choice(say('anotherTime'), () => {
          question.close();
          anotherTime();
        })]
      : []),
  );
}
