import { useCallback, useEffect, useState } from 'react';
import { ask, Refused } from '../../contract';

/** What a read came to: nothing yet, the answer, or why there is none. */
export type AnswerState<T> = { state: 'loading'; value: T | null } | { state: 'here'; value: T } | { state: 'gone' | 'failed'; value: T | null };

/** The same, with a way to ask again where it failed. */
export type Answer<T> = AnswerState<T> & { readonly again: () => void };

/**
 * Reads a path, and again whenever `since` changes (a feed told of a new version). While it reads anew, the last answer stays.
 * Null reads nothing.
 */
export function useAnswer<T>(path: string | null, since: unknown = null): Answer<T> {
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt(count => count + 1), []);
  const [answer, setAnswer] = useState<{ path: string | null; answer: AnswerState<T> }>({ path: null, answer: { state: 'loading', value: null } });
  useEffect(() => {
    if (path === null) return;
    const left = new AbortController();
    ask<T>(path, left.signal).then(
      value => setAnswer({ path, answer: { state: 'here', value } }),
      (error: unknown) => {
        if (left.signal.aborted) return;
        setAnswer(last => ({
          path, answer: { state: error instanceof Refused && error.problem.status === 404 ? 'gone' : 'failed', value: last.path === path ? last.answer.value : null },
        }));
      },
    );
    return () => left.abort();
  }, [path, since, attempt]);
  return { ...(answer.path === path ? answer.answer : { state: 'loading', value: null }), again };
}
