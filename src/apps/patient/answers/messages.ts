import { h } from '../dom';
import type { Say } from '../texts/texts';
import { choice, type Question } from './dialog';
import { answerOf, type Send } from './send';

/** No more messages, after asking once more. */
export function askNoMore(question: Question, say: Say, send: Send) {
  question.show(
    h('p', {}, say('noMoreLead')),
    choice(say('noMoreYes'), () => void send(answerOf('NoMoreMessages')).then(became => became === 'ok' && question.close())),
  );
}

/** Someone else's number for our messages. */
export function askSomeoneElse(question: Question, say: Say, send: Send) {
  const input = h('input', { id: 'number', type: 'tel', autocomplete: 'tel', inputmode: 'tel', required: true, 'aria-describedby': 'number-lead' });
  const form = h(
    'form',
    {
      novalidate: true,
      onsubmit: event => {
        event.preventDefault();
        const number = telephoneNumber(input.value);
        input.setAttribute('aria-invalid', String(number === null));
        if (number === null) {
          question.tell(say('someoneElseBad'));
          input.focus();
          return;
        }
        void send(answerOf('TellSomeoneElse', { contact: number })).then(became => became === 'ok' && question.close());
      },
    },
    h('p', { id: 'number-lead' }, say('someoneElseLead')),
    h('label', { for: 'number' }, say('someoneElseLabel')),
    input,
    h('button', { type: 'submit', class: 'answer' }, say('someoneElseSend')),
  );
  question.show(form);
}

/** A telephone number as typed, without what people put between its digits; none if it cannot be one (ITU-T E.164: at most 15 digits). */
export function telephoneNumber(text: string): string | null {
  const bare = text.replace(/[\s()./-]/g, '');
  return /^\+?\d{5,15}$/.test(bare) ? bare : null;
}
